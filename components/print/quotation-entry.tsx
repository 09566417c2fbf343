import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import { useAttribution } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { useCarriedText } from '@/components/records/one-origin'
import { WholeWording } from '@/components/records/wording'
import { useCase } from '@/lib/client/case-context'
import type { Saying } from '@/lib/derive/group-sayings'
import type { LinkedQuotation, WordingRun } from '@/lib/derive/linked-case'
import type { Wording } from '@/lib/derive/rank-wordings'
import styles from './print-entries.module.css'

/** Who said something, where and when, and every wording of it as equals: each with whose it is, the nearest to the speaker first. */
export function SayingEntry({ saying: { nearest, quotations, others } }: { saying: Saying }) {
  const [first] = quotations
  return (
    <article className={styles.entry}>
      <WhoLine quotation={first} />
      <dl className={styles.wordings}>
        <WordingRow quotation={first} wording={nearest} />
        {others.map(({ quotation, wording, runs, isSame }) => (
          <WordingRow
            key={`${quotation.id} ${wording.source} ${wording.record}`}
            {...{ quotation, wording }}
            runs={isSame ? undefined : runs}
          />
        ))}
      </dl>
      {quotations.map((quotation) => (
        <AfterWords key={quotation.id} quotation={quotation} />
      ))}
    </article>
  )
}

function WhoLine({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const { speaker, side, whereAndWhen } = useAttribution(quotation)
  const carried = useCarriedText()(quotation)
  // A role may name the side: "President of …".
  const ofSide = side !== undefined && speaker?.role.includes(side) === true ? '' : (side ?? '')
  const rest = [speaker?.role ?? '', ofSide, whereAndWhen, quotation.form === 'term' ? t('term') : '', carried]
  const name = speaker?.name ?? ''
  return (
    <h3>
      {name !== '' && <span className={styles.speaker}>{name}</span>}
      {[...(name === '' ? [] : ['']), ...rest.filter((part) => part !== '')].join(' · ')}
    </h3>
  )
}

interface WordingRowProps {
  quotation: LinkedQuotation
  wording: Wording
  /** How it differs from the nearest; without it, it does not. */
  runs?: readonly WordingRun[] | undefined
}

/** Whose wording it is, how near that is to the speaker, and the words; what differs from the nearest is underlined. */
function WordingRow({
  quotation,
  wording: { source: id, words, record: at, garbled, closeness },
  runs,
}: WordingRowProps) {
  const t = useTranslations('quotation')
  const dateText = useDateText()
  const publisher = usePublisher()
  const { linked } = useCase()
  const record = at === null ? undefined : quotation.records[at]
  const name = at === null && id === linked.source ? t('theReport') : publisher(id)
  const about = [
    closeness === undefined ? '' : t(`closeness.${closeness}`),
    record?.date === undefined ? '' : dateText(record.date),
  ]
  return (
    <div>
      <dt>
        {[name, ...about.filter((part) => part !== '')].join(', ')}
        {garbled && (
          <>
            {' '}
            <span className={styles.tag}>{t('garbled')}</span>
          </>
        )}
      </dt>
      <dd>
        <span className={garbled ? styles.spoiled : styles.words}>
          <WholeWording runs={runs ?? [{ kind: 'same', text: words }]} words={words} side="theirs" />
        </span>
        {record?.note !== undefined && <p className={styles.note}>{record.note}</p>}
      </dd>
    </div>
  )
}

function AfterWords({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const [alone] = quotation.corroboration.filter((status) => status === 'not-found' || status === 'not-compared')
  return (
    <>
      {alone !== undefined && <p className={styles.note}>{t(alone === 'not-found' ? 'noRecords' : 'notCompared')}</p>}
      {quotation.note !== undefined && <p className={styles.note}>{quotation.note}</p>}
      <CorrectedLine record={{ kind: 'quotation', id: quotation.id }} printed />
    </>
  )
}

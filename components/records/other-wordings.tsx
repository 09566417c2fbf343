'use client'
import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import type { OtherWording, Saying } from '@/lib/derive/group-sayings'
import { Garbled } from './by-line'
import { QuotationPassageButton } from './passage-view'
import styles from './quotation-card.module.css'
import { WordingExcerpt } from './wording'

/** So many of the others stand under the words where those are not the subject; the report's own always does. */
const FIRST_WORDINGS = 2

interface OtherWordingsProps {
  saying: Saying
  all?: boolean
}

/** Every wording but the nearest, as equals: who has it, and the words, what differs from the nearest underlined. */
export function OtherWordings({ saying: { others, quotations }, all = false }: OtherWordingsProps) {
  const t = useTranslations('quotation')
  const shown = all ? others : others.filter(({ wording }, at) => at < FIRST_WORDINGS || wording.record === null)
  if (others.length === 0) return null
  return (
    <>
      <dl className={styles.others}>
        {shown.map((other) => (
          <Row
            key={`${other.quotation.id} ${other.wording.source} ${other.wording.record}`}
            other={other}
            isLinked={quotations.length > 1 && other.wording.record === null}
          />
        ))}
      </dl>
      {others.length > shown.length && (
        <p className={`${styles.line} ${styles.more}`}>{t('more', { count: others.length - shown.length })}</p>
      )}
    </>
  )
}

interface RowProps {
  other: OtherWording
  /** It leads to the quotation that it is of: the card is of several. */
  isLinked: boolean
}

function Row({ other: { quotation, wording, runs, isSame }, isLinked }: RowProps) {
  const { linked } = useCase()
  const t = useTranslations('quotation')
  const publisher = usePublisher()
  const isReport = wording.record === null && wording.source === linked.source
  return (
    <div>
      <dt title={isReport ? publisher(wording.source) : undefined}>
        <bdi>{isReport ? t('theReport') : publisher(wording.source)}</bdi>
        {wording.garbled && (
          <>
            {' '}
            <Garbled />
          </>
        )}
      </dt>
      <dd>
        {isSame ? (
          <span className={panel.quiet}>{t('sameAsAbove')}</span>
        ) : (
          <WordingExcerpt runs={runs} words={wording.words} above />
        )}
        {isLinked && (
          <>
            {' · '}
            <QuotationPassageButton quotation={quotation} />
          </>
        )}
      </dd>
    </div>
  )
}

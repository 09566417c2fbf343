'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { PassageButton } from '@/components/evidence/passage-button'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { LinkedMoment, LinkedQuotation } from '@/lib/derive/linked-case'
import { ChooseButton } from './choose-button'
import panel from './panel.module.css'
import { accentOf } from './place-tone'
import styles from './quotation-card.module.css'
import tones from './tone.module.css'
import { useAttribution } from './use-attribution'
import { useDateText } from './use-words'
import { WordingExcerpt } from './wording'

interface QuotationCardProps {
  quotation: LinkedQuotation
  /** `list` for the narrow lists, `panel` where it is evidence, `large` where it is the subject. */
  size: 'list' | 'panel' | 'large'
  /** Where it stands in the window of time, if nobody gives its day. */
  undated?: LinkedMoment | undefined
}

/** Somebody's words with who said them, when and where, and how another record has them. */
export const QuotationCard = memo(function QuotationCard({ quotation, size, undated }: QuotationCardProps) {
  const index = useCaseboard()
  const tone = tones[accentOf(index, quotation.about)]
  return (
    <figure className={`${styles.card} ${styles[size]} ${tone}`}>
      <blockquote className={styles.words}>{quotation.passage.exact}</blockquote>
      <figcaption className={styles.caption}>
        <Attribution quotation={quotation} />
        {undated !== undefined && <Undated moment={undated} />}
        {size !== 'large' && <Corroboration quotation={quotation} />}
      </figcaption>
    </figure>
  )
})

function Undated({ moment: { basis, date } }: { moment: LinkedMoment }) {
  const t = useTranslations('filter')
  const dateText = useDateText()
  if (basis === 'record') return null
  return <p className={`${styles.line} ${panel.small}`}>{t(`undated.${basis}`, { date: dateText(date) })}</p>
}

function Attribution({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const { speaker, side, whereAndWhen } = useAttribution(quotation)
  return (
    <>
      {quotation.form === 'term' && <p className={styles.line}>{t('term')}</p>}
      {speaker !== undefined && (
        <p className={styles.line}>
          <ChooseButton focus={{ kind: 'speaker', id: speaker.id }} look="link" className={styles.speaker}>
            {speaker.name}
          </ChooseButton>
          {`, ${speaker.role}`}
          {side !== undefined && (
            <>
              {' · '}
              <span className={styles.side}>{side}</span>
            </>
          )}
        </p>
      )}
      {whereAndWhen !== '' && <p className={`${styles.line} ${panel.quiet}`}>{whereAndWhen}</p>}
    </>
  )
}

/** The one line on other records: their wording where it differs, agreement, or that there is none; then the passage. */
function Corroboration({ quotation }: { quotation: LinkedQuotation }) {
  return (
    <p className={`${styles.line} ${styles.records} ${panel.quiet}`}>
      <RecordLine quotation={quotation} />
      {(quotation.form !== 'term' || quotation.records.length > 0) && '\u00a0· '}
      <PassageButton
        focus={{ kind: 'quotation', id: quotation.id }}
        passage={quotation.passage}
        of={quotation.passage.exact}
      />
    </p>
  )
}

function RecordLine({ quotation }: { quotation: LinkedQuotation }) {
  const { source } = useCaseboard()
  const t = useTranslations('quotation')
  const { records } = quotation
  const differing = records.findIndex((record) => record.status === 'differs')
  const chosen = differing >= 0 ? differing : 0
  const record = records[chosen]
  if (record === undefined) return quotation.form === 'term' ? null : <span>{t('notCorroborated')}</span>
  const title = source(record.source)?.publisher ?? record.source
  if (record.status === 'same-words') return <span>{t('sameWords', { source: title })}</span>
  return (
    <span>
      {t('inAnotherRecord')} <WordingExcerpt runs={quotation.comparisons[chosen] ?? []} words={record.words} />
      {` · ${title}`}
      {records.length > 1 && ` ${t('more', { count: records.length - 1 })}`}
    </span>
  )
}

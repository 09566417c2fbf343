'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { accentOf } from '@/components/record-text/record-colour'
import { usePublisher } from '@/components/record-text/record-refs'
import { useAttribution } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import colours from '@/components/ui/colour.module.css'
import panel from '@/components/ui/panel.module.css'
import { RecordLink } from '@/components/ui/record-link'
import { useCase } from '@/lib/client/case-context'
import type { LinkedMoment, LinkedQuotation } from '@/lib/derive/linked-case'
import { pickWordings, rankWordings } from '@/lib/derive/rank-wordings'
import { CarriedDetails } from './carried-line'
import { CorrectedSign } from './corrected-line'
import { CarriedText } from './one-origin'
import { QuotationPassageButton } from './passage-view'
import styles from './quotation-card.module.css'
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
  const index = useCase()
  const colour = colours[accentOf(index, quotation.about)]
  return (
    <figure className={`${styles.card} ${styles[size]} ${colour}`}>
      <RankedWordings quotation={quotation} all={size === 'large'} />
      <figcaption className={styles.caption}>
        <Attribution quotation={quotation} />
        {undated !== undefined && <Undated moment={undated} />}
        {size === 'large' ? <CarriedDetails record={quotation} /> : <Corroboration quotation={quotation} />}
      </figcaption>
    </figure>
  )
})

/** The words; where records have them otherwise, the wordings beside each other as equals, the better attested first. */
function RankedWordings({ quotation, all }: { quotation: LinkedQuotation; all: boolean }) {
  const { source } = useCase()
  const publisher = usePublisher()
  const t = useTranslations('quotation')
  const wordings = rankWordings(quotation, source)
  const shown = all ? wordings : pickWordings(wordings)
  if (wordings.length === 1) return <blockquote className={styles.words}>{quotation.passage.exact}</blockquote>
  return (
    <>
      {shown.map(({ source: id, words, record, garbled }) => (
        <div key={`${id} ${record}`} className={styles.wording}>
          <blockquote className={styles.words}>
            {record === null ? words : <WordingExcerpt runs={quotation.comparisons[record] ?? []} words={words} />}
          </blockquote>
          <p className={`${styles.line} ${panel.small}`}>
            {publisher(id)}
            {record === null && `\u00a0· ${t(garbled ? 'garbledCopy' : 'reportWording')}`}
          </p>
        </div>
      ))}
      {wordings.length > shown.length && (
        <p className={`${styles.line} ${panel.small}`}>{t('more', { count: wordings.length - shown.length })}</p>
      )}
    </>
  )
}

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
          <RecordLink focus={{ kind: 'speaker', id: speaker.id }} look="link" className={styles.speaker}>
            {speaker.name}
          </RecordLink>
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

/** The one line on other records: agreement, difference, that it was looked for in vain, or not compared; then the passage. */
function Corroboration({ quotation }: { quotation: LinkedQuotation }) {
  return (
    <p className={`${styles.line} ${styles.records} ${panel.quiet}`}>
      <RecordLine quotation={quotation} />
      {quotation.corroboration.length > 0 && '\u00a0· '}
      <CarriedText carried={quotation} />
      {quotation.reports > 0 && '\u00a0· '}
      <QuotationPassageButton quotation={quotation} />
      <CorrectedSign record={{ kind: 'quotation', id: quotation.id }} />
    </p>
  )
}

function RecordLine({ quotation }: { quotation: LinkedQuotation }) {
  const publisher = usePublisher()
  const t = useTranslations('quotation')
  const { records, notFoundIn = [], form } = quotation
  const same = records.find((record) => record.status === 'same-words')
  if (same !== undefined) return <span>{t('sameWords', { source: publisher(same.source) })}</span>
  if (records.length > 0) return <span>{t('differs')}</span>
  const [looked] = notFoundIn
  if (looked !== undefined) return <span>{t('notFound', { source: publisher(looked.source) })}</span>
  return form === 'term' ? null : <span>{t('notCompared')}</span>
}

'use client'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { accentOf } from '@/components/record-text/record-colour'
import { usePublisher } from '@/components/record-text/record-refs'
import { useDateText } from '@/components/record-text/use-words'
import colours from '@/components/ui/colour.module.css'
import panel from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { asSaying, type Saying } from '@/lib/derive/group-sayings'
import type { LinkedMoment, LinkedQuotation } from '@/lib/derive/linked-case'
import { ByLine } from './by-line'
import { CorrectedSign } from './corrected-line'
import { CarriedText } from './one-origin'
import { OtherWordings } from './other-wordings'
import { QuotationPassageButton } from './passage-view'
import styles from './quotation-card.module.css'

interface QuotationCardProps {
  quotation: LinkedQuotation
  /** `list` for the narrow lists, `panel` where it is evidence, `large` where it is the subject. */
  size: 'list' | 'panel' | 'large'
  /** Where it stands in the window of time, if nobody gives its day. */
  undated?: LinkedMoment | undefined
}

/** Somebody's words with who said them, when and where, and, unless they are the subject, how other records have them. */
export const QuotationCard = memo(function QuotationCard({ quotation, size, undated }: QuotationCardProps) {
  const { source } = useCase()
  return <SayingCard saying={asSaying(quotation, source)} size={size} undated={undated} />
})

interface SayingCardProps extends Pick<QuotationCardProps, 'size' | 'undated'> {
  saying: Saying
  /** Not where everything is by the same speaker. */
  isNamed?: boolean
}

/** The wording nearest to the speaker as the words, the others under it as equals, whether they are of one quotation or several. */
export function SayingCard({ saying, size, undated, isNamed = true }: SayingCardProps) {
  const index = useCase()
  const { nearest, quotations } = saying
  const [first] = quotations
  const colour = colours[accentOf(index, first.about)]
  return (
    <figure className={`${styles.card} ${styles[size]} ${colour}`}>
      <blockquote className={nearest.garbled ? styles.spoiled : styles.words}>{nearest.words}</blockquote>
      <figcaption className={styles.caption}>
        <ByLine quotation={first} nearest={nearest} isNamed={isNamed} />
        {undated !== undefined && <Undated moment={undated} />}
        {size !== 'large' && (
          <>
            <OtherWordings saying={saying} />
            <Evidence quotations={quotations} />
          </>
        )}
      </figcaption>
    </figure>
  )
}

function Undated({ moment: { basis, date } }: { moment: LinkedMoment }) {
  const t = useTranslations('filter')
  const dateText = useDateText()
  if (basis === 'record') return null
  return <p className={`${styles.line} ${panel.small}`}>{t(`undated.${basis}`, { date: dateText(date) })}</p>
}

/** What no wording shows: that it was looked for in vain, or not compared; how many reports have it; and the way to the passage. */
function Evidence({ quotations: [first, ...others] }: Pick<Saying, 'quotations'>) {
  return (
    <p className={`${styles.line} ${styles.evidence}`}>
      <Unmatched quotation={first} />
      <CarriedText carried={first} />
      {others.length === 0 && (
        <>
          {first.reports > 0 && '\u00a0· '}
          <QuotationPassageButton quotation={first} />
        </>
      )}
      {[first, ...others].map(({ id }) => (
        <CorrectedSign key={id} record={{ kind: 'quotation', id }} />
      ))}
    </p>
  )
}

function Unmatched({ quotation: { records, notFoundIn = [], form, reports } }: { quotation: LinkedQuotation }) {
  const publisher = usePublisher()
  const t = useTranslations('quotation')
  const [looked] = notFoundIn
  if (records.length > 0 || (looked === undefined && form === 'term')) return null
  return (
    <>
      {looked === undefined ? t('notCompared') : t('notFound', { source: publisher(looked.source) })}
      {reports > 0 && '\u00a0· '}
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useAttribution } from '@/components/record-text/use-names'
import { useDateText, useWhereText } from '@/components/record-text/use-words'
import { RecordLink } from '@/components/ui/record-link'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import type { Wording } from '@/lib/derive/rank-wordings'
import styles from './quotation-card.module.css'
import { PublisherLink } from './source-line'

interface ByLineProps {
  quotation: LinkedQuotation
  /** The wording that stands above the line. */
  nearest: Wording
  /** Not where everything is by the same speaker. */
  isNamed: boolean
}

/** Who said it, in what office, for whom, where and when, and whose wording this is: one line to be read. */
export function ByLine({ quotation, nearest, isNamed }: ByLineProps) {
  const t = useTranslations('quotation')
  const dateText = useDateText()
  const { speaker, side } = useAttribution(quotation)
  const where = useWhereText()(quotation)
  const parts = {
    term: quotation.form === 'term' ? t('term') : null,
    speaker: isNamed && speaker && (
      <>
        <RecordLink focus={{ kind: 'speaker', id: speaker.id }} look="link" className={styles.speaker}>
          {speaker.name}
        </RecordLink>
        {`, ${speaker.role}`}
      </>
    ),
    // A role may name the side: "President of …".
    side: !isNamed || (side !== undefined && speaker?.role.includes(side) === true) ? undefined : side,
    where: where !== undefined && quotation.where !== undefined && (
      <RecordLink focus={{ kind: 'place', id: quotation.where }} look="link" className={styles.where}>
        {where}
      </RecordLink>
    ),
    said: quotation.said !== undefined && <span className={styles.date}>{dateText(quotation.said, true)}</span>,
    wording: <WhoseWording wording={nearest} />,
  }
  const shown = Object.entries(parts).filter(([, part]) => part !== undefined && part !== null && part !== false)
  return (
    <p className={`${styles.line} ${styles.by}`}>
      {shown.map(([name, part], index) => (
        <Fragment key={name}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </p>
  )
}

/** The publisher of a wording, as a link to the document, and how near it is to the speaker. */
function WhoseWording({ wording: { source, closeness, garbled } }: { wording: Wording }) {
  const t = useTranslations('quotation')
  return (
    <>
      <PublisherLink id={source} />
      {closeness !== undefined && `, ${t(`closeness.${closeness}`)}`}
      {garbled && (
        <>
          {' '}
          <Garbled />
        </>
      )}
    </>
  )
}

/** Says of a wording that its document has spoiled it. */
export function Garbled() {
  const t = useTranslations('quotation')
  return (
    <span className={styles.tag} title={t('garbledCopy')}>
      {t('garbled')}
    </span>
  )
}

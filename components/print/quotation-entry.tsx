import { useTranslations } from 'next-intl'
import { usePublisher } from '@/components/record-text/record-refs'
import { useAttribution } from '@/components/record-text/use-names'
import { useDateText } from '@/components/record-text/use-words'
import { CorrectedLine } from '@/components/records/corrected-line'
import { useCarriedText } from '@/components/records/one-origin'
import { WholeWording } from '@/components/records/wording'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import styles from './print-pages.module.css'

/** Words as the report has them, who said them, and each other record's wording whole under them. */
export function QuotationEntry({ quotation }: { quotation: LinkedQuotation }) {
  const t = useTranslations('quotation')
  const publisher = usePublisher()
  const { speaker, side, whereAndWhen } = useAttribution(quotation)
  const who = speaker === undefined ? undefined : `${speaker.name}, ${speaker.role}`
  const { passage } = quotation
  const carried = useCarriedText()(quotation)
  const line = [quotation.form === 'term' ? t('term') : undefined, who, side, whereAndWhen || undefined]
  const reported = publisher(passage.source)
  const [alone] = quotation.corroboration.filter((status) => status === 'not-found' || status === 'not-compared')
  const garbled = quotation.garbled === true ? ` (${t('garbledCopy')})` : ''
  return (
    <article className={styles.entry}>
      <blockquote className={styles.words}>
        “{passage.exact}”{garbled}
      </blockquote>
      <p>{[...line, reported, carried || undefined].filter((part) => part !== undefined).join(' · ')}</p>
      {quotation.records.map((record, index) => (
        <OtherWording key={`${record.source} ${record.words}`} quotation={quotation} index={index} />
      ))}
      {alone !== undefined && (
        <p className={styles.passage}>{t(alone === 'not-found' ? 'noRecords' : 'notCompared')}</p>
      )}
      {quotation.note !== undefined && <p className={styles.note}>{quotation.note}</p>}
      <CorrectedLine record={{ kind: 'quotation', id: quotation.id }} printed />
    </article>
  )
}

function OtherWording({ quotation, index }: { quotation: LinkedQuotation; index: number }) {
  const t = useTranslations('print')
  const dateText = useDateText()
  const publisher = usePublisher()
  const record = quotation.records[index]
  if (record === undefined) return null
  const name = publisher(record.source)
  const differs = record.status === 'differs'
  const runs = (differs ? quotation.comparisons[index] : undefined) ?? [{ kind: 'same', text: record.words }]
  return (
    <div className={styles.passage}>
      <p>
        {t('thereWords', { source: name })}
        {record.date !== undefined && `, ${dateText(record.date)}`} ({t(differs ? 'differs' : 'agrees')}):{' '}
        <WholeWording runs={runs} words={record.words} side="theirs" />
      </p>
      {record.note !== undefined && <p className={styles.note}>{record.note}</p>}
    </div>
  )
}

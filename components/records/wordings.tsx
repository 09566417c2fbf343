'use client'
import { useTranslations } from 'next-intl'
import type { LinkedQuotation } from '@/lib/derive/linked-case'
import { WholeWording } from './wording'
import styles from './wordings.module.css'

/** Both wordings of one record, ours only where it differs. */
export function Wordings({ quotation, index }: { quotation: LinkedQuotation; index: number }) {
  const t = useTranslations('quotation')
  const record = quotation.records[index]
  const runs = quotation.comparisons[index]
  if (record === undefined) return null
  const differs = record.status === 'differs' && runs !== undefined
  return (
    <dl className={styles.wordings}>
      {differs && (
        <>
          <dt>{t('here')}</dt>
          <dd>
            <WholeWording runs={runs} words={record.words} side="ours" />
          </dd>
        </>
      )}
      <dt>{t('there')}</dt>
      <dd>
        <WholeWording
          runs={differs ? runs : [{ kind: 'same', text: record.words }]}
          words={record.words}
          side="theirs"
        />
      </dd>
    </dl>
  )
}

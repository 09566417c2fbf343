'use client'
import { useTranslations } from 'next-intl'
import { useActorName, useDateText } from '@/components/record-text/use-words'
import panel from '@/components/ui/panel.module.css'
import type { Claim } from '@/lib/schema/case'
import styles from './claim-status.module.css'
import { CorrectedLine } from './corrected-line'
import { SourceTitle } from './source-line'

/** The status of claimed territory in words, and, opened, who declared it and who rejected it in what words. */
export function ClaimStatus({ claim }: { claim: Claim }) {
  const t = useTranslations('place')
  const name = useActorName()
  const dateText = useDateText()
  return (
    <div className={styles.claim}>
      <p className={styles.words}>{claim.words}</p>
      {claim.extent !== undefined && <p className={panel.prose}>{claim.extent}</p>}
      <p className={panel.small}>{t('asOf', { date: dateText(claim.asOf) })}</p>
      <CorrectedLine record={{ kind: 'claim', id: claim.id }} />
      <details>
        <summary className={panel.summary}>{t('claimDetails')}</summary>
        <p className={panel.prose}>{t('declared', { name: name(claim.by), date: dateText(claim.declared) })}</p>
        <ul className={`${panel.list} ${styles.rejections}`}>
          {claim.rejections.map((rejection) => (
            <li key={`${rejection.by} ${rejection.date}`}>
              <strong>{t('rejectedBy', { name: name(rejection.by), date: dateText(rejection.date) })}</strong>
              <p className={panel.prose}>{rejection.words}</p>
              <p className={panel.small}>
                <SourceTitle id={rejection.source} />
              </p>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import styles from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'
import { FreshnessLine } from './freshness-line'
import { SetAsideNotice } from './set-aside-notice'

/** The foot of the case panel: what was set aside, how old the data is, what the borders mean. */
export function CaseNotes({ onSources }: { onSources: () => void }) {
  const { linked } = useCase()
  const t = useTranslations('panel')
  return (
    <footer className={styles.section}>
      {linked.setAside.length > 0 && <SetAsideNotice />}
      <FreshnessLine />
      <p className={`${styles.prose} ${styles.quiet}`}>
        {t('boundary')}{' '}
        <Button className={styles.link} onClick={onSources}>
          {t('boundarySources')}
        </Button>
      </p>
    </footer>
  )
}

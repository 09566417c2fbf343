'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { SetAside } from '@/lib/schema/records'
import { FreshnessLine } from './freshness-line'
import styles from './panel.module.css'

/** The foot of the case panel: what was set aside, how old the data is, what the borders mean. */
export function CaseNotes({ onSources }: { onSources: () => void }) {
  const { linked } = useCaseboard()
  const t = useTranslations('panel')
  return (
    <footer className={styles.section}>
      {linked.setAside.length > 0 && <SetAsideNotice records={linked.setAside} />}
      <FreshnessLine />
      <p className={`${styles.prose} ${styles.quiet}`}>
        {t('boundary')}{' '}
        <button type="button" className={styles.link} onClick={onSources}>
          {t('boundarySources')}
        </button>
      </p>
    </footer>
  )
}

const setAsideId = 'set-aside'

/** Opens the list of what was set aside and takes the reader there; answers whether it could be seen. */
export function showSetAside(): boolean {
  const notice = document.getElementById(setAsideId)
  if (!(notice instanceof HTMLDetailsElement) || !notice.checkVisibility()) return false
  notice.open = true
  notice.querySelector('summary')?.focus()
  return true
}

function SetAsideNotice({ records }: { records: readonly SetAside[] }) {
  const t = useTranslations('panel')
  return (
    <details id={setAsideId} className={styles.prose}>
      <summary className={styles.summary}>{t('setAside', { count: records.length })}</summary>
      <p className={styles.prose}>{t('setAsideExplained')}</p>
      <ul className={`${styles.list} ${styles.ruled} ${styles.spaced}`}>
        {records.map((record) => (
          <li key={`${record.file} ${record.pointer} ${record.rule} ${record.reason}`}>
            <strong>{record.id ?? (record.pointer === '' ? t('setAsideWhole') : record.pointer)}</strong>
            <br />
            {record.reason}
            <br />
            <span className={styles.quiet}>
              {t('setAsideRecord', { file: record.file, line: record.line })}
              {record.pointer !== '' && ` · ${record.pointer}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

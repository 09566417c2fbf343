'use client'
import { useTranslations } from 'next-intl'
import styles from '@/components/ui/panel.module.css'
import { useCase } from '@/lib/client/case-context'

/** How many records were set aside, and how many files are shown as they were last read. */
export function useSetAsideText(): string {
  const { setAside } = useCase().linked
  const t = useTranslations('panel')
  const files = new Set(setAside.filter(({ kept }) => kept === true).map(({ file }) => file)).size
  const records = setAside.filter(({ kept }) => kept !== true).length
  const parts = [
    records > 0 ? t('setAside', { count: records }) : '',
    files > 0 ? t('filesKept', { count: files }) : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
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

/** What of the case is not shown, or is shown as it was last read, and why: by file, line, place and rule. */
export function SetAsideNotice() {
  const { linked } = useCase()
  const t = useTranslations('panel')
  const words = useSetAsideText()
  return (
    <details id={setAsideId} className={styles.prose}>
      <summary className={styles.summary}>{words}</summary>
      <p className={styles.prose}>
        {t('setAsideExplained', { kept: String(linked.setAside.some(({ kept }) => kept === true)) })}
      </p>
      <ul className={`${styles.list} ${styles.ruled} ${styles.spaced}`}>
        {linked.setAside.map((record) => (
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

'use client'
import { useTranslations } from 'next-intl'
import styles from './page-notes.module.css'

/** What stands on every view: whose geography this is, and what drawing a border does not say. */
export function PageNotes() {
  const words = useTranslations('page')
  return (
    <footer className={`${styles.notes} grows`} data-map-panel="">
      <p>
        {words('boundary')} <span className={styles.whole}>{words('attribution')}</span>
        <span className={styles.short}>{words('attributionShort')}</span>
      </p>
    </footer>
  )
}

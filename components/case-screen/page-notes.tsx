'use client'
import { useTranslations } from 'next-intl'
import { useCase } from '@/lib/client/case-context'
import { attributionOf } from '@/lib/derive/attribution'
import styles from './page-notes.module.css'

/** What stands on every view: whose geography this is, and what drawing a border does not say. */
export function PageNotes() {
  const words = useTranslations('page')
  const { linked } = useCase()
  const whole = attributionOf(linked, words('attribution'))
  const first = linked.attribution?.[0]
  return (
    <footer className={`${styles.notes} grows`} data-map-panel="">
      <p>
        {words('boundary')} <span className={first === undefined ? undefined : styles.whole}>{whole}</span>
        {first !== undefined && <span className={styles.short}>{words('attributionShort', { first })}</span>}
      </p>
    </footer>
  )
}

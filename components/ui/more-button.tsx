'use client'
import { useTranslations } from 'next-intl'
import styles from './corrections.module.css'

/** Rows that a list has at first, and more at a time: a case of thousands must not be thousands of cards. */
export const LIST_PART = 200

/** Shows another part of the `rest` of a list. */
export function MoreButton({ rest, onMore }: { rest: number; onMore(): void }) {
  const t = useTranslations('filter')
  return (
    <button type="button" className={styles.clear} onClick={onMore}>
      {t('more', { count: Math.min(LIST_PART, rest) })}
    </button>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard } from '@/lib/client/caseboard-context'
import styles from './panel.module.css'
import { useAgeText } from './use-age-text'
import { useDateText } from './use-words'

/** What the data is of and when the server last confirmed it. That it cannot be reached is news, and `PageStatus`'s. */
export function FreshnessLine() {
  const { linked, freshness } = useCaseboard()
  const t = useTranslations('panel')
  const age = useAgeText()
  const date = useDateText()(linked.asOf)
  return (
    <p className={`${styles.prose} ${styles.quiet}`}>
      {age === null ? t('dataOf', { date }) : t('dataOfChecked', { date, age })}
      {freshness.failing && ` ${t('askedAgain')}`}
    </p>
  )
}

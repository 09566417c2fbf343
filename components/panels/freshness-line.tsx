'use client'
import { useTranslations } from 'next-intl'
import { useCaseboard, useFreshness } from '@/lib/client/caseboard-context'
import styles from './panel.module.css'
import { useAgeText } from './use-age-text'
import { useDateText } from './use-words'

/** What the data is of and when the server last confirmed it. That it cannot be reached is news, and `PageStatus`'s. */
export function FreshnessLine() {
  const { linked } = useCaseboard()
  const { failing } = useFreshness()
  const t = useTranslations('panel')
  const age = useAgeText()
  const date = useDateText()(linked.updated)
  return (
    <p className={`${styles.prose} ${styles.quiet}`}>
      {age === null ? t('dataOf', { date }) : t('dataOfChecked', { date, age })}
      {failing && ` ${t('askedAgain')}`}
    </p>
  )
}

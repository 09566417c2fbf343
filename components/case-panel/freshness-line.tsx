'use client'
import { useTranslations } from 'next-intl'
import { useAgeText } from '@/components/record-text/use-age-text'
import { useDateText } from '@/components/record-text/use-words'
import styles from '@/components/ui/panel.module.css'
import { useCase, useFreshness } from '@/lib/client/case-context'

/** What the data is of and when the server last confirmed it. That it cannot be reached is news, and `PageStatus`'s. */
export function FreshnessLine() {
  const { linked } = useCase()
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

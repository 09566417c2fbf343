'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { describeAge } from '@/lib/client/format-date'
import styles from './panel.module.css'
import { useDateText } from './use-words'

const TICK_MS = 1000

/** The time, once a second; null on the server and in the first render, where a clock would differ from the server's. */
function useNow(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** What the data is of, when the server last confirmed it, and whether the server can be reached. */
export function FreshnessLine() {
  const { linked, freshness } = useCaseboard()
  const t = useTranslations('panel')
  const dateText = useDateText()
  const now = useNow()
  const age = now === null || freshness.confirmedAt === null ? null : describeAge(now - freshness.confirmedAt)
  const ageText = age === null ? null : t(`age.${age.unit}`, { count: age.count })
  const date = dateText(linked.asOf)
  return (
    <>
      <p className={`${styles.prose} ${styles.quiet}`}>
        {ageText === null || freshness.failing ? t('dataOf', { date }) : t('dataOfChecked', { date, age: ageText })}
      </p>
      <p className={freshness.failing ? styles.prose : styles.hidden}>
        {/* Only the news is announced; the age beside it changes every second. */}
        <span role="status">{freshness.failing ? t('unreachable') : ''}</span>{' '}
        {freshness.failing && ageText !== null && t('unreachableSince', { age: ageText })}
      </p>
    </>
  )
}

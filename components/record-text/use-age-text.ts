'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFreshness } from '@/lib/client/case-context'
import { ageOf, currentMoment, type Moment } from '@/lib/client/data-age'
import { describeAge } from '@/lib/client/format-date'

const TICK_MS = 1000

/** The time, once a second; null on the server and in the first render, where a clock would differ from the server's. */
function useNow(): Moment | null {
  const [now, setNow] = useState<Moment | null>(null)
  useEffect(() => {
    setNow(currentMoment())
    const timer = setInterval(() => setNow(currentMoment()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** How long ago the server last confirmed the data: "20 s ago"; null before it is known. */
export function useAgeText(): string | null {
  const { confirmedAt } = useFreshness()
  const t = useTranslations('panel.age')
  const now = useNow()
  if (now === null) return null
  const { unit, count } = describeAge(ageOf(confirmedAt, now))
  return t(unit, { count })
}

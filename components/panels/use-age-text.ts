'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFreshness } from '@/lib/client/caseboard-context'
import { describeAge } from '@/lib/client/format-date'

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

/** How long ago the server last confirmed the data: "20 s ago"; null before it is known. */
export function useAgeText(): string | null {
  const { confirmedAt } = useFreshness()
  const t = useTranslations('panel.age')
  const now = useNow()
  if (now === null || confirmedAt === null) return null
  const { unit, count } = describeAge(now - confirmedAt)
  return t(unit, { count })
}

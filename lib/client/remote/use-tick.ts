'use client'
import { useEffect, useState } from 'react'
import { writeCountdown } from '@/lib/wall/pairing-code'

/** A span of time as a clock shows it: "0:07", "12:40". Whole seconds, never below zero. */
export function clockText(spanMs: number): string {
  return writeCountdown(Math.max(0, Math.floor(spanMs / 1000)))
}

const TICK_MS = 500

/** The clock of `performance.now()`, twice a second: often enough that no second is skipped. */
export function useTick(): number {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

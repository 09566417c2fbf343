'use client'
import { useEffect, useState } from 'react'

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

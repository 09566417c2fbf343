'use client'
import { useEffect, useState } from 'react'

/** A tick that comes a little late still shows the right second; one that comes early would show the last one twice. */
const LATE_MS = 15

/** Whole seconds until a moment on the clock of `performance.now()`, counted down; null without one and at first. */
export function useSecondsLeft(until: number | null): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    if (until === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const at = performance.now()
      setNow(at)
      if (at < until) timer = setTimeout(tick, ((until - at) % 1000) + LATE_MS)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until])
  return until === null || now === null ? null : Math.max(0, Math.ceil((until - now) / 1000))
}

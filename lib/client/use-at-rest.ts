'use client'
import { useEffect, useState } from 'react'

/** Whether a value has stayed the same for `restMs`, ms: for what is not worth working out in each frame of a scrub. Not at first. */
export function useAtRest<T>(value: T, restMs: number): boolean {
  const [rested, setRested] = useState<{ value: T } | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setRested({ value }), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return rested !== null && Object.is(rested.value, value)
}

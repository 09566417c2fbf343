'use client'
import { type RefObject, useEffect, useState } from 'react'
import { whenSettled } from '@/lib/client/when-settled'

/** Whether it is time to draw a chart: it has come near the view, and the map has settled. */
export function useChartTime(ref: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  const [ready, setReady] = useState(false)

  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting !== true) return
        setNear(true)
        observer.disconnect()
      },
      { rootMargin: '200px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])

  useEffect(() => (near ? whenSettled(() => setReady(true)) : undefined), [near])

  return ready
}

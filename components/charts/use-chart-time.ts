'use client'
import { type RefObject, useEffect, useState } from 'react'

/** A map that never settles must not keep the charts away for ever. */
const PATIENCE_MS = 8000
const ASK_AGAIN_MS = 200

/** The map's region says `data-state="loading"` until its first idle; a page without a map says nothing. */
function mapIsLoading(): boolean {
  return document.querySelector('[data-state="loading"]') !== null
}

function whenIdle(act: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(act, ASK_AGAIN_MS)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: 2000 })
  return () => cancelIdleCallback(handle)
}

/**
 * Whether it is time to draw a chart: it has come near the view, the map has had its first idle, and the browser has
 * nothing better to do. Start-up is bound by the processor, and the map is the main thing.
 */
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

  useEffect(() => {
    if (!near) return
    const since = performance.now()
    let cancel: () => void
    const ask = () => {
      const patient = performance.now() - since < PATIENCE_MS
      if (patient && mapIsLoading()) {
        const timer = setTimeout(ask, ASK_AGAIN_MS)
        cancel = () => clearTimeout(timer)
      } else cancel = whenIdle(() => setReady(true))
    }
    ask()
    return () => cancel()
  }, [near])

  return ready
}

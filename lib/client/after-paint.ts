'use client'

/**
 * Runs `work` once the frame that is being made is on screen, and answers how to call that off. What a person waits for,
 * the panel, is painted first; the map, which measures the layout and redraws, comes next.
 */
export function afterPaint(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // The first callback runs before that frame is painted; the second says that it has been.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      timer = setTimeout(work)
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/** A map that never settles must not keep the rest away for ever. */
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
 * Does something once the map has had its first idle and the browser has nothing better to do: start-up is bound by the
 * processor, and the map is the main thing. Answers how to call that off.
 */
export function whenSettled(act: () => void): () => void {
  const since = performance.now()
  let cancel: () => void
  const ask = () => {
    const patient = performance.now() - since < PATIENCE_MS
    if (patient && mapIsLoading()) {
      const timer = setTimeout(ask, ASK_AGAIN_MS)
      cancel = () => clearTimeout(timer)
    } else cancel = whenIdle(act)
  }
  ask()
  return () => cancel()
}

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
 * Does something as soon as the map has had its first idle: what a click will need. The map's region says
 * `data-state="loading"` until then; a page without a map says nothing. Answers how to call that off.
 */
export function whenMapIsDrawn(act: () => void): () => void {
  const since = performance.now()
  let timer: ReturnType<typeof setTimeout> | undefined
  const ask = () => {
    const isLoading = document.querySelector('[data-state="loading"]') !== null
    if (isLoading && performance.now() - since < PATIENCE_MS) timer = setTimeout(ask, ASK_AGAIN_MS)
    else act()
  }
  ask()
  return () => clearTimeout(timer)
}

/**
 * Does something once the map has had its first idle and the browser has nothing better to do: start-up is bound by the
 * processor, and the map is the main thing. Answers how to call that off.
 */
export function whenSettled(act: () => void): () => void {
  let callOff: (() => void) | undefined
  const stopAsking = whenMapIsDrawn(() => {
    callOff = whenIdle(act)
  })
  return () => {
    stopAsking()
    callOff?.()
  }
}

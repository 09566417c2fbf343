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

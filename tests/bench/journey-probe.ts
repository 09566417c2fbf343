/** Runs in both pages before any of their own script and takes down how long the browser says that interactions took. */
export interface Timing {
  /** Time stamp of the event, ms since the start of the navigation. */
  at: number
  /** From then until the next frame is on screen, ms. */
  durationMs: number
}

declare global {
  interface Window {
    journeyTimings: Timing[]
  }
}

/** The least that the browser tells anything of. */
const LEAST_MS = 16

const timings: Timing[] = []
window.journeyTimings = timings

const observer = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue
    timings.push({ at: entry.startTime, durationMs: entry.duration })
  }
})
const options: PerformanceObserverInit & { durationThreshold: number } = {
  type: 'event',
  durationThreshold: LEAST_MS,
  buffered: true,
}
observer.observe(options)

// Back and Forward are the browser's own buttons, of which the page has no input event and the browser no timing.
window.addEventListener('popstate', ({ timeStamp }) => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => timings.push({ at: timeStamp, durationMs: performance.now() - timeStamp })
    port2.postMessage(null)
  })
})

/**
 * Runs in both pages before any of their own script and measures them the same way: the map's first idle by the
 * region's `data-state`, a click by the panel that it brings.
 */
export interface PageProbe {
  /** Milliseconds from the start of the navigation to the map's first idle; null before. */
  idleMs: number | null
  /** Milliseconds from the start of the navigation to the first picture of the map having been painted; null where there is none before the map itself. */
  mapSeenMs: number | null
  /** How far what is on the page has shifted so far, as the browser counts it. */
  shifted: number
  /** Readies for one click; `panel` is the selector of what it brings. */
  arm(panel: string): void
  /** Milliseconds from pointer up to the first frame with the panel having been painted; null before. */
  clickMs: number | null
  /** Readies for one key; `changes` is the selector of what it changes, and `map` whether the map is among it. */
  armKey(changes: string, map: boolean): void
  /** Milliseconds from the key's time stamp to the frame with the last change, the map's too where it is among it, having been painted; null before. */
  keyMs: number | null
}

declare global {
  interface Window {
    pageProbe: PageProbe
  }
}

/** Called whenever the map has drawn something, while a key is measured. */
let onDraw: (() => void) | null = null

for (const name of ['drawElements', 'drawArrays'] as const) {
  const draw = WebGL2RenderingContext.prototype[name]
  WebGL2RenderingContext.prototype[name] = function (this: WebGL2RenderingContext, ...parameters: unknown[]) {
    onDraw?.()
    Reflect.apply(draw, this, parameters)
  }
}

/** After so long without a change all that a key changes is there. */
const QUIET_MS = 150

const probe: PageProbe = {
  idleMs: null,
  mapSeenMs: null,
  shifted: 0,
  clickMs: null,
  keyMs: null,
  armKey(changes, map) {
    probe.keyMs = null
    let downAt: number | null = null
    let lastMs = 0
    let quiet: ReturnType<typeof setTimeout> | undefined
    /** Takes down the frame after the next `frames`, and waits whether anything follows: that belongs to the key as well. */
    const followed = (frames: 1 | 2) => {
      if (downAt === null) return
      const from = downAt
      clearTimeout(quiet)
      const painted = () => {
        lastMs = Math.max(lastMs, performance.now() - from)
        clearTimeout(quiet)
        quiet = setTimeout(() => {
          watch.disconnect()
          onDraw = null
          probe.keyMs = lastMs
        }, QUIET_MS)
      }
      requestAnimationFrame(frames === 1 ? painted : () => requestAnimationFrame(painted))
    }
    const watch = new MutationObserver(() => followed(2))
    const elements = document.querySelectorAll(changes)
    if (elements.length === 0) throw new Error(`there is no ${changes}`)
    for (const element of elements)
      watch.observe(element, { childList: true, subtree: true, characterData: true, attributes: true })
    let drawn = false
    onDraw = () => {
      if (drawn || !map) return
      drawn = true
      queueMicrotask(() => {
        drawn = false
      })
      // The map draws within a frame, so the next one comes after it.
      followed(1)
    }
    const onDown = (event: KeyboardEvent) => {
      downAt = event.timeStamp
    }
    window.addEventListener('keydown', onDown, { once: true, capture: true })
  },
  arm(panel) {
    probe.clickMs = null
    let upAt: number | null = null
    const watch = new MutationObserver(() => {
      if (upAt === null || document.querySelector(panel) === null) return
      const from = upAt
      watch.disconnect()
      // The first callback stands before the frame that has the panel, the second after it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          probe.clickMs = performance.now() - from
        }),
      )
    })
    watch.observe(document, { childList: true, subtree: true })
    const onUp = (event: PointerEvent) => {
      upAt = event.timeStamp
    }
    window.addEventListener('pointerup', onUp, { once: true, capture: true })
  },
}

/** What a browser tells of an element that says it wants to be timed. */
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if ('renderTime' in entry && 'identifier' in entry && entry.identifier === 'first-map')
      probe.mapSeenMs ??= Number(entry.renderTime)
}).observe({ type: 'element', buffered: true })

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if ('value' in entry) probe.shifted += Number(entry.value)
}).observe({ type: 'layout-shift', buffered: true })

const idle = new MutationObserver(() => {
  if (document.querySelector('section[aria-label="Map"][data-state="ready"]') === null) return
  probe.idleMs = performance.now()
  idle.disconnect()
})
idle.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] })
window.pageProbe = probe

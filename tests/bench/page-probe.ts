/**
 * Runs in both pages before any of their own script and measures them the same way: the map's first idle by the
 * region's `data-state`, a click by the panel that it brings.
 */
export interface PageProbe {
  /** Milliseconds from the start of the navigation to the map's first idle; null before. */
  idleMs: number | null
  /** Readies for one click; `panel` is the selector of what it brings. */
  arm(panel: string): void
  /** Milliseconds from pointer up to the first frame with the panel having been painted; null before. */
  clickMs: number | null
  /** Readies for one key; `changes` is the selector of what it changes. */
  armKey(changes: string): void
  /** Milliseconds from the key's time stamp to the frame with the last change having been painted; null before. */
  keyMs: number | null
}

declare global {
  interface Window {
    pageProbe: PageProbe
  }
}

/** After so long without a change all that a key changes is there. */
const QUIET_MS = 150

const probe: PageProbe = {
  idleMs: null,
  clickMs: null,
  keyMs: null,
  armKey(changes) {
    probe.keyMs = null
    let downAt: number | null = null
    let quiet: ReturnType<typeof setTimeout> | undefined
    const watch = new MutationObserver(() => {
      if (downAt === null) return
      const from = downAt
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const paintedMs = performance.now() - from
          // What follows in a later frame belongs to the key as well.
          clearTimeout(quiet)
          quiet = setTimeout(() => {
            watch.disconnect()
            probe.keyMs = paintedMs
          }, QUIET_MS)
        }),
      )
    })
    const elements = document.querySelectorAll(changes)
    if (elements.length === 0) throw new Error(`there is no ${changes}`)
    for (const element of elements)
      watch.observe(element, { childList: true, subtree: true, characterData: true, attributes: true })
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

const idle = new MutationObserver(() => {
  if (document.querySelector('section[aria-label="Map"][data-state="ready"]') === null) return
  probe.idleMs = performance.now()
  idle.disconnect()
})
idle.observe(document, { attributes: true, subtree: true, attributeFilter: ['data-state'] })
window.pageProbe = probe

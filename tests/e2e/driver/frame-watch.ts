import type { Page } from '@playwright/test'

interface FrameWatch {
  /** Begins anew. */
  start(): void
  /** For each change of the open page's list that the map was drawn after: how many frames later it was. */
  behind(): number[]
}

declare global {
  interface Window {
    frameWatch: FrameWatch
  }
}

/** More than any callback of an animation frame leads to here. */
const MICROTASKS_AFTER = 20

/**
 * Takes down in which frame the open page of the case is written anew and in which the map is drawn. What happens between
 * two frames belongs to the later one, which shows it. To be called before the page is opened.
 */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript((microtasks) => {
    let frame = 0
    let frameTime = 0
    let within = false
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        if (time !== frameTime) frame++
        frameTime = time
        within = true
        // What it leads to before anything else runs is within the frame as well: React's commit, and the list's change.
        let left = microtasks
        const settle = () => {
          if (left-- > 0) queueMicrotask(settle)
          else within = false
        }
        callback(time)
        queueMicrotask(settle)
      })
    const count = () => {
      window.requestAnimationFrame(count)
    }
    count()
    const now = () => (within ? frame : frame + 1)
    /** The frame of the last change that no drawing has followed. */
    let changed: number | null = null
    let behind: number[] = []
    const draw = WebGL2RenderingContext.prototype.drawElements
    WebGL2RenderingContext.prototype.drawElements = function (...parameters) {
      if (changed !== null) behind.push(now() - changed)
      changed = null
      draw.apply(this, parameters)
    }
    const watch = new MutationObserver(() => {
      changed = now()
    })
    window.frameWatch = {
      start() {
        const list = document.querySelector('aside [role=tabpanel]:not([hidden])')
        if (list === null) throw new Error('no page is open')
        watch.observe(list, { childList: true, characterData: true, subtree: true })
        changed = null
        behind = []
      },
      behind: () => behind,
    }
  }, MICROTASKS_AFTER)
}

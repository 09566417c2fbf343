import type { Page } from '@playwright/test'

/** The browser's own locks of the screen. */
interface WakeLocks {
  /** How often the page has asked for one. */
  asked(): Promise<number>
  /** Takes the last one away, as the browser does. */
  release(): Promise<void>
}

/** Watches a page that has yet to be opened; a browser without a display gives locks too. */
export async function watchWakeLocks(page: Page): Promise<WakeLocks> {
  await page.addInitScript(() => {
    const own = navigator.wakeLock.request.bind(navigator.wakeLock)
    let count = 0
    navigator.wakeLock.request = async (type) => {
      const lock = await own(type)
      count += 1
      document.documentElement.dataset.wakeLocks = String(count)
      document.addEventListener('take-lock-away', () => void lock.release(), { once: true })
      return lock
    }
  })
  return {
    asked: () => page.evaluate(() => Number(document.documentElement.dataset.wakeLocks ?? 0)),
    release: () =>
      page.evaluate(() => {
        document.dispatchEvent(new Event('take-lock-away'))
      }),
  }
}

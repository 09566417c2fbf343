const RETRY_MS = 3_000

/**
 * Code that a part of the page is made of, asked for until it comes. For `next/dynamic` and `lazy`, with which a fetch
 * that fails would break the whole page, and for good.
 */
export async function loadLasting<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }
}

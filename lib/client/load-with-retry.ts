import { once } from '@/lib/derive/once'

/** A connection that swallows packets never fails by itself. */
const TIMEOUT_MS = 10_000
/** For everything that a case's layers draw, which may be megabytes. */
export const LARGE_TIMEOUT_MS = 15_000

/**
 * What an address of this server answers, as JSON of its own making. Rejects where it answers with anything else, or not
 * in time.
 */
export async function fetchJson<T>(
  address: string,
  { timeoutMs = TIMEOUT_MS, ...init }: FetchOptions = {},
): Promise<T> {
  const response = await fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

interface FetchOptions {
  cache?: RequestCache
  timeoutMs?: number
}

const RETRY_MS = 5_000

/**
 * Loads something, a part of the page's code as a rule, and hands it to `onLoaded` once. Where it cannot be had it is asked
 * for again: after a while, when the browser is online again, when the page is looked at again. Not `next/dynamic`, with
 * which a fetch that fails breaks the whole page, and for good. Answers a function that gives up.
 */
export function loadWithRetry<T>(
  load: () => Promise<T>,
  onLoaded: (loaded: T) => void,
  retryMs = RETRY_MS,
): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let timer: ReturnType<typeof setTimeout> | undefined
  const attempt = () => {
    clearTimeout(timer)
    load().then(
      (loaded) => {
        if (signal.aborted) return
        stop.abort()
        onLoaded(loaded)
      },
      () => {
        clearTimeout(timer)
        if (!signal.aborted) timer = setTimeout(attempt, retryMs)
      },
    )
  }
  attempt()
  window.addEventListener('online', attempt, { signal })
  document.addEventListener('visibilitychange', attempt, { signal })
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}

/** Something that is loaded once, when it is first fetched, and that can be had at once from then on. */
export interface Loadable<T> {
  /** Never fails in a browser; on the server there is no second try. */
  fetch(): Promise<T>
  /** What was loaded; null until then. */
  now(): T | null
}

/** What `load` brings, by the rules of `loadWithRetry`. */
export function createLoadable<T>(load: () => Promise<T>): Loadable<T> {
  let loaded: T | null = null
  const keep = (found: T) => {
    loaded = found
    return found
  }
  const lasting = () =>
    typeof window === 'undefined' ? load() : new Promise<T>((resolve) => loadWithRetry(load, resolve))
  return { fetch: once(() => lasting().then(keep)), now: () => loaded }
}

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

import type { LinkedCase } from '@/lib/derive/linked-case'
import { fetchJson } from './fetch-json'

/** A wall that has lost its server must say so soon. */
const TIMEOUT_MS = 8_000

/** Asks the server for the case at `address`, an SWR key. Rejects where it answers with anything else or not in time. */
export function fetchCase(address: string): Promise<LinkedCase> {
  // `no-cache` asks the server each time but lets it answer 304: the body crosses the wire only when it changed.
  return fetchJson(address, { cache: 'no-cache', timeoutMs: TIMEOUT_MS })
}

/** SWR's `compare`: the version says whether a case is the same, without a look through all of it. */
export function isSameVersion(before: LinkedCase | undefined, after: LinkedCase | undefined): boolean {
  return before?.version === after?.version
}

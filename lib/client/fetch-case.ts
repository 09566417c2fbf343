import type { LinkedCase } from '@/lib/derive/linked-case'
import { keepLatest } from '@/lib/derive/once'
import { createLoadable, fetchJson } from './load-with-retry'

/** A wall that has lost its server must say so soon. */
const TIMEOUT_MS = 8_000

/** Asks the server for the case at `address`, an SWR key. Rejects where it answers with anything else or not in time. */
export function fetchCase(address: string): Promise<LinkedCase> {
  // `no-cache` asks the server each time but lets it answer 304: the body crosses the wire only when it changed.
  return fetchJson(address, { cache: 'no-cache', timeoutMs: TIMEOUT_MS })
}

const rendered = keepLatest<LinkedCase>(1)

/**
 * The case that a page was rendered with, under an address that names its version: asked for once, and again until it
 * comes, since nothing on the page can be used without it.
 */
export function fetchRenderedCase(address: string): Promise<LinkedCase> {
  return rendered(address, createLoadable(() => fetchAsRendered(address)).fetch)
}

/** As it stands, since the page's head has asked for the same already; and however long it takes. */
async function fetchAsRendered(address: string): Promise<LinkedCase> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}

/** SWR's `compare`: the version says whether a case is the same, without a look through all of it. */
export function isSameVersion(before: LinkedCase | undefined, after: LinkedCase | undefined): boolean {
  return before?.version === after?.version
}

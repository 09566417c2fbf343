import type { LinkedCase } from '@/lib/derive/linked-case'
import { fetchJson } from './fetch-json'

/** A wall that has lost its server must say so soon. */
const TIMEOUT_MS = 8_000
const RETRY_MS = 2_000

/** Asks the server for the case at `address`, an SWR key. Rejects where it answers with anything else or not in time. */
export function fetchCase(address: string): Promise<LinkedCase> {
  // `no-cache` asks the server each time but lets it answer 304: the body crosses the wire only when it changed.
  return fetchJson(address, { cache: 'no-cache', timeoutMs: TIMEOUT_MS })
}

const rendered = new Map<string, Promise<LinkedCase>>()

/**
 * The case that a page was rendered with, under an address that names its version: asked for once, and again until it
 * comes, since nothing on the page can be used without it.
 */
export function fetchRenderedCase(address: string): Promise<LinkedCase> {
  const asked = rendered.get(address) ?? askUntilItComes(address)
  rendered.set(address, asked)
  return asked
}

async function askUntilItComes(address: string): Promise<LinkedCase> {
  for (;;) {
    try {
      // As it stands: the page's head has asked for the same already.
      const response = await fetch(address)
      if (response.ok) return await response.json()
    } catch {
      // The network, or half an answer.
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}

/** SWR's `compare`: the version says whether a case is the same, without a look through all of it. */
export function isSameVersion(before: LinkedCase | undefined, after: LinkedCase | undefined): boolean {
  return before?.version === after?.version
}

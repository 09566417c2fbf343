import { logReload, mayReload, type ReloadReason } from './reload-guard'
import { sessionStore } from './session-store'

const LOG_KEY = 'caseboard-reloads'
const FETCH_TIMEOUT_MS = 15_000

/** Where the page is, less the scene that it was opened at: what is on now comes back from the wall's state. */
function addressToReload(): string {
  const address = new URL(window.location.href)
  address.searchParams.delete('scene')
  return address.href
}

async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) })
    return response.ok ? await response.text() : null
  } catch {
    return null
  }
}

/** Whether the server answers with the page, of that release if one is expected, and with every script that it names. */
async function isWhole(address: string, release: string | null): Promise<boolean> {
  const page = await fetchText(address)
  if (page === null || (release !== null && !page.includes(release))) return false
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].flatMap(([, source]) => source ?? [])
  const texts = await Promise.all(scripts.map(fetchText))
  return scripts.length > 0 && texts.every((text) => text !== null)
}

/** Whether the budget allows a reload for `reason` now. Where nothing can be remembered a loop could not be told from a first time. */
export function mayReloadPage(reason: ReloadReason): boolean {
  const store = sessionStore()
  return store !== null && mayReload(store.getItem(LOG_KEY), reason, Date.now())
}

/**
 * Reloads the page, if the budget allows it and the server answers with all of it: a wall never leaves a page that
 * works for one that may not come. `keep` is called just before, and `isFree` asked: while the server answers someone
 * may have come to the wall. Says whether the page is on its way.
 */
export async function reloadPage(reason: ReloadReason, keep: () => void, isFree = () => true): Promise<boolean> {
  if (!mayReloadPage(reason)) return false
  const address = addressToReload()
  if (!(await isWhole(address, reason.kind === 'release' ? reason.release : null)) || !isFree()) return false
  const store = sessionStore()
  store?.setItem(LOG_KEY, logReload(store.getItem(LOG_KEY), reason, Date.now()))
  keep()
  window.location.replace(address)
  return true
}

import type { WireState } from '@/lib/wall/wall-state'
import { isWireState, readJson } from './read-wire'

/** The tab's own storage; null where the browser refuses it. */
export function sessionStore(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

const keyOf = (caseId: string) => `caseboard-wall ${caseId}`

/** Keeps what the display shows over a reload of its page. Without storage the server, or the tour's beginning, has to do. */
export function keepState(caseId: string, state: WireState): void {
  try {
    sessionStore()?.setItem(keyOf(caseId), JSON.stringify(state))
  } catch {
    // Full: as if there were none.
  }
}

/** What the display showed before its page was reloaded, once; null for a page that was opened. */
export function takeKeptState(caseId: string): WireState | null {
  const store = sessionStore()
  const text = store?.getItem(keyOf(caseId)) ?? null
  store?.removeItem(keyOf(caseId))
  const value = text === null ? null : readJson(text)
  return isWireState(value) ? value : null
}

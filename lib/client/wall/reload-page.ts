import { HOUR_MS } from '@/lib/derive/calendar'
import { readJson } from '@/lib/schema/plain-values'
import type { WireState } from '@/lib/wall/wall-state'
import { isWireState } from './wire'

/** The tab's own storage; null where the browser refuses it. */
function sessionStore(): Storage | null {
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

/** Why a wall reloads its page. */
export type ReloadReason = { kind: 'release'; release: string } | { kind: 'map' } | { kind: 'error' }

/** How often within an hour, by kind: a release only once, whatever two servers say of it in turn. */
const budgets = { release: 1, map: 3, error: 3 } as const

type Log = Record<string, number[]>

const nameOf = (reason: ReloadReason) => (reason.kind === 'release' ? `release ${reason.release}` : reason.kind)

/** The log as it was kept; what is not one counts as empty. */
function readLog(text: string | null, now: number): Log {
  const value = text === null ? null : readJson(text)
  if (typeof value !== 'object' || value === null) return {}
  const recent = Object.entries(value).map(([name, times]): [string, number[]] => [name, recentTimes(times, now)])
  return Object.fromEntries(recent.filter(([, times]) => times.length > 0))
}

/** A time in the future was written before the clock was set back: it counts, or a loop could begin. */
function recentTimes(times: unknown, now: number): number[] {
  if (!Array.isArray(times)) return []
  return times.filter((time) => typeof time === 'number' && now - time < HOUR_MS)
}

/** Whether the budget allows one more reload now. `kept` is the log as `logReload` wrote it; `now` is ms since 1970. */
export function mayReload(kept: string | null, reason: ReloadReason, now: number): boolean {
  return (readLog(kept, now)[nameOf(reason)]?.length ?? 0) < budgets[reason.kind]
}

/** The log with one more reload in it, as text. */
export function logReload(kept: string | null, reason: ReloadReason, now: number): string {
  const log = readLog(kept, now)
  const name = nameOf(reason)
  return JSON.stringify({ ...log, [name]: [...(log[name] ?? []), now] })
}

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

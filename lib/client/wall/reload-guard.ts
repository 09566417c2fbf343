import { readJson } from './read-wire'

/** Why a wall reloads its page. */
export type ReloadReason = { kind: 'release'; release: string } | { kind: 'map' } | { kind: 'error' }

const HOUR_MS = 3_600_000
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

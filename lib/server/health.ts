import { readFileSync } from 'node:fs'
import path from 'node:path'

declare global {
  // Read once for all bundles: a new build may be put in place under a server that still runs the old one.
  var caseboardRelease: string | undefined
}

function readBuildId(): string {
  try {
    return readFileSync(path.join(process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim()
  } catch {
    return 'development'
  }
}

/** The release that this server runs: the id of its build; `development` where there is none. Never throws. */
export function readRelease(): string {
  globalThis.caseboardRelease ??= readBuildId()
  return globalThis.caseboardRelease
}

/** The last thing that went wrong in a way nobody expected; `/healthz` tells it. */
export interface LastError {
  /** ISO 8601. */
  at: string
  message: string
}

declare global {
  // Pages, route handlers and the start of the server are bundled apart.
  var caseboardLastError: LastError | undefined
}

/** A word for the error that can be shown to anyone: its own message may hold paths or what someone sent. */
function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** Keeps what went wrong for `/healthz`: `what` in our own words, and of the error only its kind. */
export function keepError(what: string, error: unknown): void {
  globalThis.caseboardLastError = { at: new Date().toISOString(), message: `${what}: ${kindOf(error)}` }
}

/** Logs an unexpected error whole and keeps it for `/healthz`. */
export function noteError(what: string, error: unknown): void {
  console.error(`${what}:`, error)
  keepError(what, error)
}

/** The last error noted by any part of this process, or null. */
export function lastError(): LastError | null {
  return globalThis.caseboardLastError ?? null
}

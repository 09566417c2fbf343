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

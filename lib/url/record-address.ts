import type { Focus } from './view'
import { readView, writeView } from './view-codec'

/**
 * Address of a case's page with one record in focus and nothing else said but which version it is linked from, without
 * the origin.
 */
export function recordAddress(caseId: string, focus: Focus, version: string | null): string {
  return `/cases/${caseId}${writeView({ ...readView(''), focus, version })}`
}

import type { Focus } from './view'
import { readView, writeView } from './view-codec'

/**
 * Address of a case's page with one record in focus and nothing else said but which version it is linked from, without
 * the origin.
 */
export function recordAddress(caseId: string, focus: Focus, version: string | null): string {
  // Stryker disable next-line StringLiteral: any other text without a key reads as the same view.
  const nothing = readView('')
  return `/cases/${caseId}${writeView({ ...nothing, focus, version })}`
}

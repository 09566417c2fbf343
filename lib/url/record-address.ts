import type { Focus } from './view'
import { readView, writeView } from './view-codec'

/** Address of a case's page with one record in focus and nothing else said, without the origin. */
export function recordAddress(caseId: string, focus: Focus): string {
  return `/cases/${caseId}${writeView({ ...readView(''), focus })}`
}

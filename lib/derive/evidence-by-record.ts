import type { KeptEvidence } from '@/lib/schema/evidence'
import { addTo } from '@/lib/schema/plain-values'

/** The kinds of record that evidence can belong to. */
export const evidencedKinds = ['place', 'event', 'statement', 'figure'] as const

/** The evidence of each record that has some, by its kind and id as in “event sailing”. */
export function evidenceByRecord(evidence: readonly KeptEvidence[]): Map<string, KeptEvidence[]> {
  const byRecord = new Map<string, KeptEvidence[]>()
  for (const each of evidence)
    for (const kind of evidencedKinds) if (each[kind] !== undefined) addTo(byRecord, `${kind} ${each[kind]}`, each)
  return byRecord
}

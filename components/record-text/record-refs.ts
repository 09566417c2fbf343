import type { CaseIndex } from '@/lib/client/case-context'
import type { CorrectedRecord } from '@/lib/schema/correction'
import type { Focus } from '@/lib/url/view'
import { isPart } from './use-parts'

/** What is in focus, as a correction names it. */
export function recordOf({ kind, id }: Focus): CorrectedRecord {
  return { kind: kind === 'speaker' ? 'actor' : kind, id }
}

/** A corrected record as it can be put in focus; null for kinds that are opened otherwise. */
export function focusOf({ kind, id }: CorrectedRecord): Focus | null {
  if (kind === 'actor') return { kind: 'speaker', id }
  return isPart(kind) ? null : { kind, id }
}

/** The records that a panel shows of what is in focus: itself and, of claimed territory, the claim. */
export function recordsInFocus({ place }: Pick<CaseIndex, 'place'>, focus: Focus | null): CorrectedRecord[] {
  if (focus === null) return []
  const claim = focus.kind === 'place' ? place(focus.id)?.claim : undefined
  return [recordOf(focus), ...(claim === undefined ? [] : [{ kind: 'claim' as const, id: claim }])]
}

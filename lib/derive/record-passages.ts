import type { Passage } from '@/lib/schema/passage'
import type { CaseRecords } from '@/lib/schema/records'

/** A record and the passage that it comes from. */
export interface RecordPassage {
  kind: 'quotation' | 'statement' | 'figure' | 'event'
  id: string
  passage: Passage
}

/** The passages of records of one kind, of those that have one. */
export function toPassages(
  kind: RecordPassage['kind'],
  records: readonly { id: string; passage?: Passage | undefined }[],
): RecordPassage[] {
  return records.flatMap(({ id, passage }) => (passage === undefined ? [] : [{ kind, id, passage }]))
}

/** The passages that the records of a case have of one source. */
export function listPassages(
  { quotations, statements, figures, events }: CaseRecords,
  sourceId: string,
): RecordPassage[] {
  return [
    ...toPassages('quotation', quotations),
    ...toPassages('statement', statements),
    ...toPassages('figure', figures),
    ...toPassages('event', events),
  ].filter(({ passage }) => passage.source === sourceId)
}

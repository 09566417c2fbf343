import { type EditConflict, type KnownRecord, type RecordAt, type RecordEdit, sameValue } from './record-edit'

export interface MergedEdits {
  /** What is to be written: edits of records that nobody else has changed since. */
  writes: readonly RecordEdit[]
  /** Records that somebody else has changed since. Where there is one, nothing of the save is written. */
  conflicts: readonly EditConflict[]
}

/**
 * Holds the edits of a save against the records as they are now. Whoever changes a record must have seen it as it is:
 * edits of different records never meet, and of two edits of one record the later one is told of the earlier. An edit
 * that says what is there already is done. Linear in the edits; each record must be named once.
 */
export function mergeEdits(
  current: (at: RecordAt) => KnownRecord | undefined,
  edits: readonly RecordEdit[],
): MergedEdits {
  const writes: RecordEdit[] = []
  const conflicts: EditConflict[] = []
  for (const edit of edits) {
    const { file, id, base, value } = edit
    const now = current(edit) ?? null
    if (sameValue(now?.value ?? null, value)) continue
    if ((now?.version ?? null) === base) writes.push(edit)
    else conflicts.push({ file, id, mine: value, theirs: now })
  }
  return { writes, conflicts }
}

import {
  type EditConflict,
  type KnownRecord,
  type RecordAt,
  type RecordEdit,
  type RecordValue,
  recordKey,
  sameValue,
} from './record-edit'

/** What a save made of one record. */
export interface RecordChange extends RecordAt {
  before: RecordValue | null
  after: RecordValue | null
}

/** A save, as it is listed. */
export interface VersionHead {
  /** From 1, in the order of the saves. */
  number: number
  /** ISO 8601. */
  at: string
  author: string
  /** Who has signed it after its author, where the case asks for that. */
  signed?: string | undefined
  reason: string
  /** How many records it changed. */
  count: number
}

export interface EditVersion extends VersionHead {
  changes: readonly RecordChange[]
}

/**
 * What has changed since a version: the records as they were then against the last save's. `later` are the versions after
 * it, oldest first. What was changed and changed back is left out.
 */
export function changesSince(later: readonly Pick<EditVersion, 'changes'>[]): RecordChange[] {
  const changes = new Map<string, RecordChange>()
  for (const each of later.flatMap((version) => version.changes)) {
    const earlier = changes.get(recordKey(each))
    changes.set(recordKey(each), earlier === undefined ? each : { ...each, before: earlier.before })
  }
  return [...changes.values()].filter(({ before, after }) => !sameValue(before, after))
}

/** The edits that bring a case's records back to what they were before `changes`; `versionOf` is that of a record now. */
export function editsToRestore(
  changes: readonly RecordChange[],
  versionOf: (at: RecordAt) => string | null,
): RecordEdit[] {
  return changes.map(({ file, id, before }) => ({ file, id, base: versionOf({ file, id }), value: before }))
}

/** Of records that were to be brought back those that are no longer as the last save left them: changed by hand, which nobody has seen here, and which would be lost. */
export function unseenChanges(
  changes: readonly RecordChange[],
  nowOf: (at: RecordAt) => KnownRecord | undefined,
): EditConflict[] {
  return changes.flatMap(({ file, id, before, after }) => {
    const now = nowOf({ file, id })
    return sameValue(now?.value ?? null, after) ? [] : [{ file, id, mine: before, theirs: now ?? null }]
  })
}

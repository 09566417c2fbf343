import { mergeEdits } from '@/lib/edit/merge-edits'
import { type RecordEdit, recordKey } from '@/lib/edit/record-edit'
import type { RecordChange } from '@/lib/edit/versions'
import type { SaveOutcome } from '@/lib/edit/wire'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { applyEdits, checkChanged, readEditable } from './check-edits'

/** A save that breaks nothing, as it is to be written. */
interface PreparedSave {
  kind: 'prepared'
  writes: readonly RecordEdit[]
  changes: readonly RecordChange[]
  /** The texts of the files that it changes. */
  changed: ReadonlyMap<string, string>
  /** All files as they will be. */
  files: CaseFiles
}

/** Holds edits against a case as it is: what is to be written, or why they are not saved. Throws a Refusal for what is no edit. */
export function prepareSave(
  caseId: string,
  files: CaseFiles,
  edits: readonly RecordEdit[],
): PreparedSave | Extract<SaveOutcome, { kind: 'conflict' | 'refused' }> {
  const { records } = readEditable(files)
  const { writes, conflicts } = mergeEdits((at) => records.get(recordKey(at)), edits)
  if (conflicts.length > 0) return { kind: 'conflict', conflicts }
  if (writes.length === 0) return { kind: 'prepared', writes, changes: [], changed: new Map(), files }
  const changed = applyEdits(files, writes)
  const checked = checkChanged(caseId, files, changed)
  if (checked.faults.length > 0 || checked.parsed.records === null) return { kind: 'refused', faults: checked.faults }
  const changes = writes.map(({ file, id, value }): RecordChange => {
    return { file, id, before: records.get(recordKey({ file, id }))?.value ?? null, after: value }
  })
  return { kind: 'prepared', writes, changes, changed, files: checked.files }
}

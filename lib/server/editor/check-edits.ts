import { foldByCause } from '@/lib/command/check/check-case'
import { type RecordEdit, recordKey } from '@/lib/edit/record-edit'
import type { EditableRecord } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { readEvidenceName } from '@/lib/schema/evidence'
import type { ParsedCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { isPictureName } from '@/lib/schema/picture'
import { addTo } from '@/lib/schema/plain-values'
import type { SetAside } from '@/lib/schema/records'
import { optionalFiles, recordFiles } from '@/lib/schema/set-aside-order'
import { Refusal } from '../control/refusal'
import { parseFiles } from '../parse-files'
import { keyOrderOf } from './key-order'
import { sha256 } from './write-case'
import { formOf, listRecords, writeRecords } from './write-records'

/** What a record is compared by: its members and their order, not how they are laid out. */
const versionOf = (value: unknown) => sha256(JSON.stringify(value)).slice(0, 16)

export interface EditableFiles {
  records: Map<string, EditableRecord>
  /** What of the files cannot be edited here, and why. */
  unreadable: { file: string; reason: string }[]
}

/** The records of a case's files, by key. */
export function readEditable(files: CaseFiles): EditableFiles {
  const records = new Map<string, EditableRecord>()
  const unreadable: EditableFiles['unreadable'] = []
  for (const [file, text] of files) {
    if (isPictureName(file) || readEvidenceName(file) !== null) continue
    try {
      if (typeof text !== 'string') throw new Error(text.reason)
      const found = listRecords(text, formOf(file))
      if (found.others > 0)
        unreadable.push({ file, reason: `entries without an id of their own, or that cannot be read: ${found.others}` })
      for (const { id, value } of found.records)
        records.set(recordKey({ file, id }), { file, id, version: versionOf(value), value })
    } catch (error) {
      unreadable.push({ file, reason: error instanceof Error ? error.message : 'it cannot be read' })
    }
  }
  return { records, unreadable }
}

/** Whether a case may have a file of that name: a name is never joined to a path unseen. */
function isCaseFile(file: string): boolean {
  return recordFiles.includes(file) || /^layers\/[a-z0-9][a-z0-9-]{0,63}\.geojson$/.test(file)
}

/** A case has these from its beginning; the others come with their first record. */
const obligatory = recordFiles.filter((file) => file !== 'case.json' && !optionalFiles.includes(file))

/**
 * The texts of the files that edits change; of a case that has none yet, all that it must have. Throws a Refusal where one
 * of them cannot be read or is none of a case's.
 */
export function applyEdits(files: CaseFiles, edits: readonly RecordEdit[]): Map<string, string> {
  const byFile = new Map<string, RecordEdit[]>()
  for (const edit of edits) {
    if (!isCaseFile(edit.file)) throw new Refusal(422, 'No file of a case', `A case has no file “${edit.file}”.`)
    addTo(byFile, edit.file, edit)
  }
  const changed = new Map<string, string>(files.size > 0 ? [] : obligatory.map((file) => [file, '[]\n']))
  for (const [file, own] of byFile) {
    const before = files.get(file)
    try {
      if (before !== undefined && typeof before !== 'string') throw new Error(before.reason)
      changed.set(file, writeRecords(before ?? null, formOf(file), own, keyOrderOf(file)))
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'it cannot be read'
      throw new Refusal(422, 'The file cannot be edited here', `${file}: ${reason}. Mend it by hand first.`)
    }
  }
  // A layer has a file from its beginning, with no place in it yet.
  for (const { file, id, base, value } of edits) {
    const places = `layers/${id}.geojson`
    if (file !== 'layers.json' || base !== null || value === null || !isCaseFile(places)) continue
    if (!files.has(places) && !changed.has(places))
      changed.set(places, writeRecords(null, formOf(places), [], undefined))
  }
  return changed
}

/** Why a record is set aside, less what changes when records above it do. */
const faultKey = ({ file, id, rule, reason }: SetAside) => `${file} ${id} ${rule} ${reason.replaceAll(/\d+/g, '#')}`

/** What is at fault after a change and was not before it, in the check's own words, less what only follows from it. */
function newFaults(before: readonly SetAside[], after: readonly SetAside[]): SetAside[] {
  const known = new Map<string, number>()
  for (const entry of before) known.set(faultKey(entry), (known.get(faultKey(entry)) ?? 0) + 1)
  const found = after.filter((entry) => {
    const count = known.get(faultKey(entry)) ?? 0
    known.set(faultKey(entry), count - 1)
    return count <= 0
  })
  return foldByCause(found).map(({ entry }) => entry)
}

/** A case's files with `changed` among them, checked as the page and the `check` verb do. */
export function checkChanged(
  caseId: string,
  files: CaseFiles,
  changed: ReadonlyMap<string, string>,
): { parsed: ParsedCase; files: CaseFiles; faults: SetAside[] } {
  const next: CaseFiles = new Map([...files, ...changed])
  const sizes = [...next.values()].map((text) => (typeof text === 'string' ? Buffer.byteLength(text) : 0))
  const { fileBytes, bytes, files: mostFiles } = limits.case
  if (sizes.some((size) => size > fileBytes) || sizes.reduce((sum, size) => sum + size, 0) > bytes)
    throw new Refusal(
      413,
      'Too much',
      `A file may have ${fileBytes} bytes and a case ${bytes}: take records out first.`,
    )
  const counted = [...next.keys()].filter((name) => readEvidenceName(name) === null)
  if (counted.length > mostFiles) throw new Refusal(413, 'Too much', `A case may have ${mostFiles} files.`)
  const parsed = parseFiles(caseId, next)
  // A case that is not there yet has nothing that could be wrong with it already.
  const before = files.size === 0 ? [] : parseFiles(caseId, files).setAside
  return { parsed, files: next, faults: newFaults(before, parsed.setAside) }
}

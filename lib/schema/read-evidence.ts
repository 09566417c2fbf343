import { type Evidence, evidenceFileSchema, evidenceName, type KeptEvidence, readEvidenceName } from './evidence'
import { type CaseFiles, type Entry, setAsideAt, setAsideFile } from './parse-records'
import { readJson } from './plain-values'
import type { SetAside } from './records'

/** What stands for a file of evidence in a case's files, in which there are only texts. Undefined for what is no such text. */
function parseFile(text: string) {
  return evidenceFileSchema.safeParse(readJson(text)).data
}

/** The records of evidence with what their files are. One whose file is not there, or not what it is said to be, is set aside, and such a file too. */
export function readEvidence(
  files: CaseFiles,
  records: readonly Entry<Evidence>[],
  setAside: SetAside[],
): Entry<KeptEvidence>[] {
  for (const [name, text] of files)
    if (typeof text !== 'string' && readEvidenceName(name) !== null)
      setAside.push(setAsideFile(name, 'shape', text.reason))
  return records.flatMap(({ record, position }) => {
    const name = evidenceName(record)
    const text = files.get(name)
    const file = typeof text === 'string' ? parseFile(text) : undefined
    if (file !== undefined) return [{ record: { ...record, file }, position }]
    const why =
      text === undefined
        ? 'the file is missing, or beyond those that are read'
        : typeof text === 'string'
          ? 'cannot be used'
          : text.reason
    const rule = text === undefined ? 'reference' : 'shape'
    setAside.push(setAsideAt(position, ['sha256'], rule, `${name}: ${why}`))
    return []
  })
}

import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import { mediaEndings } from '@/lib/media/media-type'
import { type EvidenceFile, evidenceName, type KeptEvidence, readEvidenceName } from '@/lib/schema/evidence'
import type { Unread } from '@/lib/schema/parse-records'
import { type CaseFolder, megabytes, readBytes, unread } from './case-bytes'
import { type InspectedEvidence, inspectEvidence, sha256Of } from './inspect-evidence'

/** The files of evidence of a case, by name relative to its folder, in the order of their names; null where it cannot be said. */
export async function listEvidence(folder: CaseFolder): Promise<string[] | null> {
  const names = await readdir(path.join(folder.path, 'evidence')).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : null
  })
  if (names === null) return null
  return names
    .map((name) => `evidence/${name}`)
    .filter((name) => readEvidenceName(name) !== null)
    .sort()
}

/** Reads a file of evidence, and holds it against its name: its hash, and what it is. Never throws. */
export async function readEvidenceFile(folder: CaseFolder, name: string): Promise<InspectedEvidence | Unread> {
  const bytes = await readBytes(folder, name, limits.evidence.fileBytes, Number.POSITIVE_INFINITY)
  if (!Buffer.isBuffer(bytes)) return bytes
  const named = readEvidenceName(name)
  const hash = sha256Of(bytes)
  if (named?.sha256 !== hash) return { reason: `the file is not what its name says: its sha-256 is ${hash}` }
  const inspected = inspectEvidence(bytes)
  if ('reason' in inspected) return inspected
  const ending = mediaEndings[inspected.file.type]
  return named.ending === ending
    ? inspected
    : { reason: `the file is ${inspected.file.type}: its name has to end in .${ending}` }
}

/** What of a file of evidence is published, as it lies beside its case now. Throws an Error where that is something else by now. */
export async function readPublished(folder: CaseFolder, evidence: KeptEvidence): Promise<Buffer> {
  const read = await readEvidenceFile(folder, evidenceName(evidence))
  if ('reason' in read) throw new Error(read.reason)
  if (read.file.sha256 !== evidence.file.sha256) throw new Error('the file is another by now')
  return read.published
}

/** What files were at the last look: to hash all of a case's anew takes a tenth of a second, and an editor asks at every pause. */
const keepDescribed = keepLatest<EvidenceFile | Unread>(limits.evidence.files * 10)

/** Of the files that no record names so many are looked at; the editor takes no more. */
const MOST_LOOKED_AT = limits.evidence.files + limits.evidence.unnamedFiles

/** Rejects where the file cannot be read now: that is not kept, since it may be read the next time. */
async function describeFile(folder: CaseFolder, name: string): Promise<EvidenceFile | Unread> {
  const read = await readEvidenceFile(folder, name)
  if (read === unread) throw new Error(unread.reason)
  return 'reason' in read ? read : read.file
}

/** The files that `records`, the text of the case’s evidence, names, and the others. */
export function partByRecords(names: readonly string[], records: unknown): { named: string[]; others: string[] } {
  const hashes = new Set(typeof records === 'string' ? records.match(/[0-9a-f]{64}/g) : [])
  const isNamed = (name: string) => hashes.has(readEvidenceName(name)?.sha256 ?? '')
  return { named: names.filter(isNamed), others: names.filter((name) => !isNamed(name)) }
}

/**
 * What each file of evidence is, as a text of its own, since what else a case is made of are texts; or why it cannot be
 * used. Of more files than a case may have, and of more bytes, the first are read: those that `records` names, then the
 * latest of the others, which an editor may be about to name. Never throws.
 */
export async function describeEvidence(
  folder: CaseFolder,
  names: readonly string[],
  records: unknown,
): Promise<Map<string, string | Unread>> {
  const { files, caseBytes } = limits.evidence
  const described = new Map<string, string | Unread>()
  let left: number = caseBytes
  const { named, others } = partByRecords(names, records)
  const look = async (name: string) => ({ name, about: await stat(path.join(folder.path, name)).catch(() => null) })
  const wanted = await Promise.all(named.slice(0, files).map(look))
  const latest = await Promise.all(others.slice(0, MOST_LOOKED_AT).map(look))
  latest.sort((one, other) => (other.about?.mtimeMs ?? 0) - (one.about?.mtimeMs ?? 0))
  for (const { name, about } of [...wanted, ...latest.slice(0, files - wanted.length)]) {
    const { size = 0, mtimeMs, ctimeMs, ino } = about ?? {}
    if (size > left) {
      // What nobody names is missed by nobody.
      if (named.includes(name))
        described.set(name, { reason: `the evidence of the case is larger than ${megabytes(caseBytes)} together` })
      continue
    }
    const key = JSON.stringify([folder.path, name, size, mtimeMs, ctimeMs, ino])
    const told = await keepDescribed(key, () => describeFile(folder, name)).catch(() => unread)
    described.set(name, 'reason' in told ? told : JSON.stringify(told))
    left -= size
  }
  const beyond = named[files]
  if (beyond !== undefined)
    described.set(beyond, {
      reason: `the case has more than ${files} files of evidence: this one and ${named.length - files - 1} more are not read`,
    })
  return described
}

import { lstat, readFile, realpath, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { EvidenceFacts } from '@/lib/edit/wire'
import { limits } from '@/lib/limits'
import { evidenceName, readEvidenceName } from '@/lib/schema/evidence'
import { type CaseFolder, isInside, megabytes } from '../case-bytes'
import { Refusal } from '../control/refusal'
import { listEvidence, partByRecords, readEvidenceFile } from '../evidence-files'
import { type InspectedEvidence, inspectEvidence, sha256Of } from '../inspect-evidence'
import { replace } from './write-case'

function factsOf(sha256: string, bytes: number, { file, metadata }: InspectedEvidence): EvidenceFacts {
  const found = metadata === null ? null : { found: metadata.found, kinds: metadata.kinds }
  return { sha256, type: file.type, bytes, metadata: found }
}

async function bytesOf(folder: CaseFolder, names: readonly string[]): Promise<number> {
  const sizes = names.map((name) =>
    stat(path.join(folder.path, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

/** Refuses a file that a case has no room for beside those that it has; until a record names it, beside those that none names. */
async function requireRoom(folder: CaseFolder, names: readonly string[], bytes: number): Promise<void> {
  const { files, unnamedFiles, caseBytes } = limits.evidence
  const records = await readFile(path.join(folder.path, 'evidence.json'), 'utf8').catch(() => '')
  const { named, others } = partByRecords(names, records)
  if (others.length >= unnamedFiles || (await bytesOf(folder, others)) + bytes > caseBytes)
    throw new Refusal(
      413,
      'Too much',
      `${others.length} files in the folder “evidence” are named by no record: name them, or take them out of it first.`,
    )
  if (named.length >= files || (await bytesOf(folder, named)) + bytes > caseBytes)
    throw new Refusal(413, 'Too much', `A case may have ${files} files of evidence, ${megabytes(caseBytes)} together.`)
}

/** Keeps a file of evidence beside its case, by its hash, in one step. Throws a Refusal for what can be none. */
export async function keepEvidence(folder: CaseFolder, bytes: Buffer): Promise<EvidenceFacts> {
  const inspected = inspectEvidence(bytes)
  if ('reason' in inspected) throw new Refusal(422, 'Not kept', `It cannot be evidence: ${inspected.reason}.`)
  const sha256 = sha256Of(bytes)
  const name = evidenceName({ sha256, type: inspected.file.type })
  const names = (await listEvidence(folder)) ?? []
  const isThere = names.includes(name) && !('reason' in (await readEvidenceFile(folder, name)))
  if (isThere) return factsOf(sha256, bytes.length, inspected)
  const others = names.filter((other) => other !== name)
  await requireRoom(folder, others, bytes.length)
  const below = await realpath(path.join(folder.path, 'evidence')).catch(() => null)
  if (below !== null && !isInside(folder.path, below))
    throw new Refusal(422, 'Not kept', 'The folder “evidence” leads out of the case’s folder.')
  const file = path.join(folder.path, name)
  // A link in its place may lead anywhere, and what it leads to would be replaced.
  if ((await lstat(file).catch(() => null))?.isSymbolicLink() === true) await rm(file)
  await replace(file, bytes)
  return factsOf(sha256, bytes.length, inspected)
}

/** What an editor is told of a file of evidence. Throws a Refusal where there is none of that hash, or it cannot be used. */
export async function describeKept(folder: CaseFolder, sha256: string): Promise<EvidenceFacts> {
  const name = (await listEvidence(folder))?.find((each) => readEvidenceName(each)?.sha256 === sha256)
  if (name === undefined) throw new Refusal(404, 'No such file', 'No file of that hash lies beside this case.')
  const read = await readEvidenceFile(folder, name)
  if ('reason' in read) throw new Refusal(422, 'It cannot be used', `${name}: ${read.reason}.`)
  const { size } = await stat(path.join(folder.path, name))
  return factsOf(sha256, size, read)
}

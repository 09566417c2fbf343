import type { Stats } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '@/lib/limits'
import type { Unread } from '@/lib/schema/parse-records'

/** A case's folder as it lies on disk. */
export interface CaseFolder {
  /** The folder's name. */
  id: string
  /** Absolute, with links resolved. */
  path: string
}

/** Why a file is not used that the system does not give. */
export const unread: Unread = { reason: 'the file could not be read' }

/** A number of bytes as a person is told. */
export const megabytes = (bytes: number) => `${bytes / 1e6} MB`

/** Whether a path lies in a folder; both are real and absolute. */
export function isInside(folder: string, candidate: string): boolean {
  const relative = path.relative(folder, candidate)
  // A name may begin with two dots, as those that Kubernetes mounts do.
  return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative)
}

/** Where a file really lies, and what the system says of it. */
export interface FoundFile {
  path: string
  about: Stats
}

/**
 * One file of a case's folder, of at most `fileBytes` bytes: where it really lies. What is no plain file, a pipe above all,
 * is never to be opened: it might never end. Never throws.
 */
async function findFile(folder: CaseFolder, name: string, fileBytes: number): Promise<FoundFile | Unread> {
  const leadsTo = await realpath(path.join(folder.path, name)).catch(() => null)
  if (leadsTo !== null && !isInside(folder.path, leadsTo))
    return { reason: 'the file is a link that leads out of the case’s folder: copy the file itself there' }
  const about = leadsTo === null ? null : await stat(leadsTo).catch(() => null)
  if (leadsTo === null || about?.isFile() !== true) return unread
  if (about.size > fileBytes) return { reason: `the file is larger than ${megabytes(fileBytes)}` }
  return { path: leadsTo, about }
}

/** Reads one file of a case's folder, of at most `fileBytes` bytes, and of `left`, which the case may have still. Never throws. */
export async function readBytes(
  folder: CaseFolder,
  name: string,
  fileBytes: number,
  left: number = limits.case.bytes,
): Promise<Buffer | Unread> {
  const found = await findFile(folder, name, fileBytes)
  if ('reason' in found) return found
  if (found.about.size > left)
    return { reason: `the files of the case are larger than ${megabytes(limits.case.bytes)} together` }
  return readFile(found.path).catch(() => unread)
}

/** An archive of tiles in a case's folder. Never throws. */
export async function findArchive(folder: CaseFolder, name: string): Promise<FoundFile | Unread> {
  return findFile(folder, name, limits.pictureTiles.bytes)
}

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

const unread: Unread = { reason: 'the file could not be read' }

/** A number of bytes as a person is told. */
export const megabytes = (bytes: number) => `${bytes / 1e6} MB`

/** Whether a path lies in a folder; both are real and absolute. */
export function isInside(folder: string, candidate: string): boolean {
  const relative = path.relative(folder, candidate)
  // A name may begin with two dots, as those that Kubernetes mounts do.
  return relative !== '' && relative.split(path.sep)[0] !== '..' && !path.isAbsolute(relative)
}

/**
 * Reads one file of a case's folder, of at most `fileBytes` bytes, and of `left`, which the case may have still. What is
 * no plain file, a pipe above all, is never opened: it might never end. Never throws.
 */
export async function readBytes(
  folder: CaseFolder,
  name: string,
  fileBytes: number,
  left: number = limits.case.bytes,
): Promise<Buffer | Unread> {
  const leadsTo = await realpath(path.join(folder.path, name)).catch(() => null)
  if (leadsTo !== null && !isInside(folder.path, leadsTo))
    return { reason: 'the file is a link that leads out of the case’s folder: copy the file itself there' }
  const about = leadsTo === null ? null : await stat(leadsTo).catch(() => null)
  if (leadsTo === null || about?.isFile() !== true) return unread
  if (about.size > fileBytes) return { reason: `the file is larger than ${megabytes(fileBytes)}` }
  if (about.size > left)
    return { reason: `the files of the case are larger than ${megabytes(limits.case.bytes)} together` }
  return readFile(leadsTo).catch(() => unread)
}

import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { limits } from '@/lib/limits'
import { recordIdSchema } from '@/lib/schema/identifier'
import type { CaseFiles, Unread } from '@/lib/schema/parse-records'
import { isArchiveName, isPictureName, type PictureFile } from '@/lib/schema/picture'
import { recordFiles } from '@/lib/schema/set-aside-order'
import { type CaseFolder, findArchive, isInside, readBytes } from './case-bytes'
import { describeEvidence, listEvidence } from './evidence-files'
import { type FeedStore, noFeeds } from './feeds/feed-store'
import { inspectPicture } from './inspect-picture'
import { inspectPictureTiles } from './inspect-picture-tiles'

export type { CaseFolder }

/** Where the data lies: `CASEBOARD_DATA`, else `data` in the working directory. */
export function dataFolder(): string {
  return process.env.CASEBOARD_DATA ?? path.join(process.cwd(), 'data')
}

/** The folder of a case of that id, which is known to be there. */
export async function caseFolder(id: string): Promise<CaseFolder> {
  return { id, path: await realpath(path.join(dataFolder(), 'cases', id)) }
}

/** The real path of `name` in `folder` (real, absolute), or `null` where that leads out of it or nowhere. */
async function resolveInside(folder: string, name: string): Promise<string | null> {
  const real = await realpath(path.join(folder, name)).catch(() => null)
  return real !== null && isInside(folder, real) ? real : null
}

/**
 * The cases' folders below `data`, newest id first: those whose name is an id and which lie where they seem to. `null`
 * where it cannot be said which there are, as when a network share is gone. Never throws.
 */
export async function listCaseFolders(data: string): Promise<CaseFolder[] | null> {
  const root = await realpath(path.join(data, 'cases')).catch(() => null)
  const names = root === null ? null : await readdir(root).catch(() => null)
  if (root === null || names === null) return null
  const folders: CaseFolder[] = []
  for (const id of names.sort().reverse()) {
    if (!recordIdSchema.safeParse(id).success) continue
    const real = await resolveInside(root, id)
    if (real !== null && (await stat(real).catch(() => null))?.isDirectory() === true) folders.push({ id, path: real })
  }
  return folders
}

/** Whether there is a case's folder of that name below `data`, whatever is in it. Never throws. */
export async function hasCaseFolder(data: string, id: string): Promise<boolean> {
  return (await listCaseFolders(data))?.some((folder) => folder.id === id) ?? false
}

/** A folder's names; none where there is no such folder, null where it cannot be said. */
async function listNames(folder: string): Promise<string[] | null> {
  return readdir(folder).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? [] : null
  })
}

/**
 * Names of the files that the case is made of, relative to its folder: those that a case has, all in `layers` but an
 * editor's copies, and what systems leave behind, and what `tiles` tells of its archives. Null where it cannot be said which there are.
 */
async function listFiles(folder: CaseFolder): Promise<string[] | null> {
  const [top, layers, tiles] = await Promise.all(
    ['.', 'layers', 'tiles'].map((below) => listNames(path.join(folder.path, below))),
  )
  if (!top || !layers || !tiles) return null
  const isLeftBehind = (name: string) => name.startsWith('.') || name.endsWith('~') || leftBehind.includes(name)
  return [
    ...recordFiles.filter((name) => top.includes(name)).sort(),
    ...layers
      .filter((name) => !isLeftBehind(name))
      .sort()
      .map((name) => `layers/${name}`),
    // Beside the archives, which are read tile by tile.
    ...tiles
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort()
      .map((name) => `tiles/${name}`),
  ]
}

/** What file managers leave in folders. */
const leftBehind: readonly string[] = ['Thumbs.db', 'desktop.ini', 'Icon\r', '__MACOSX']

/** What a look at a case's folder says of it without reading it. */
export interface FolderLook {
  /** Changes whenever a file of the case is written, added or removed. */
  fingerprint: string
  bytes: number
}

/** Looks at a case's files, and at what its feeds have given; null where that cannot be done now, as where too many files are open. Never throws. */
export async function lookAtCase(
  folder: CaseFolder,
  feeds: Pick<FeedStore, 'look'> = noFeeds,
): Promise<FolderLook | null> {
  const [own, evidence] = await Promise.all([listFiles(folder), listEvidence(folder)])
  if (own === null || evidence === null) return null
  const fed = await feeds.look(folder.id)
  const lookAt = (names: readonly string[]) =>
    Promise.all(names.map((name) => stat(path.join(folder.path, name)).catch(() => null)))
  const stats = await lookAt(own.slice(0, limits.case.files + 1))
  const looked = [...stats, ...(await lookAt(evidence.slice(0, limits.evidence.files + limits.evidence.unnamedFiles)))]
  const told = looked.map((about) => [about?.mtimeMs, about?.ctimeMs, about?.size, about?.ino])
  return {
    fingerprint: JSON.stringify([own, evidence, told, fed.told]),
    // Evidence is hashed and never parsed: it makes no case a large one. Nor are tiles, but to hash an archive takes seconds.
    bytes: stats.reduce((sum, about, at) => {
      const size = about?.size ?? 0
      return sum + (isArchiveName(own[at] ?? '') ? Math.min(size, limits.case.smallBytes + 1) : size)
    }, fed.bytes),
  }
}

/** Which encoding a text has that is no UTF-8, as far as that shows. */
function describeEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isWide || (bytes.subarray(0, 64).includes(0) && bytes.length % 2 === 0))
    return 'the file is written in UTF-16: save it as UTF-8'
  return 'the file is not written in UTF-8, but as Latin-1 (Windows-1252) perhaps: save it as UTF-8'
}

function decode(bytes: Uint8Array): string | Unread {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return { reason: describeEncoding(bytes) }
  }
}

/** What a picture's file is, as a text of its own: what else a case is made of are texts. */
function describePicture(told: PictureFile | Unread): string | Unread {
  return 'reason' in told ? told : JSON.stringify(told)
}

/** Reads one file as UTF-8 text; of a picture, what it is. `size` is what it has of the case's budget. */
async function readText(
  folder: CaseFolder,
  name: string,
  left: number,
): Promise<{ text: string | Unread; size: number }> {
  // Of its tiles only those that are asked for are ever read at once.
  if (isArchiveName(name)) {
    const found = await findArchive(folder, name)
    return { text: describePicture('reason' in found ? found : await inspectPictureTiles(found)), size: 0 }
  }
  const isPicture = isPictureName(name)
  const bytes = await readBytes(folder, name, isPicture ? limits.picture.bytes : limits.case.fileBytes, left)
  if (!Buffer.isBuffer(bytes)) return { text: bytes, size: 0 }
  return { text: isPicture ? describePicture(inspectPicture(bytes)) : decode(bytes), size: bytes.length }
}

/** The case's files cannot be listed now: what is known of it stays. */
export class FolderAway extends Error {
  override readonly name = 'FolderAway'
}

/**
 * Reads a case's files as UTF-8, and of pictures and evidence what they are; one that cannot be read, is no UTF-8, is too large or lies outside the folder says so,
 * and so does one that is beyond what a case may have. Throws a FolderAway where they cannot be listed.
 */
export async function readCaseFiles(folder: CaseFolder): Promise<CaseFiles> {
  const [all, evidence] = await Promise.all([listFiles(folder), listEvidence(folder)])
  if (all === null || evidence === null) throw new FolderAway('the folder cannot be listed')
  const names = all.slice(0, limits.case.files)
  const files = new Map<string, string | Unread>()
  let left: number = limits.case.bytes
  for (const name of names) {
    const { text, size } = await readText(folder, name, left)
    left -= size
    files.set(name, text)
  }
  const beyond = all[names.length]
  if (beyond !== undefined)
    files.set(beyond, {
      reason: `the case has more than ${limits.case.files} files: this one and ${all.length - names.length - 1} more are not read`,
    })
  for (const [name, text] of await describeEvidence(folder, evidence, files.get('evidence.json'))) files.set(name, text)
  return files
}

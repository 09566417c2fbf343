import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { recordIdSchema } from '@/lib/schema/identifier'
import type { CaseFiles, Unread } from '@/lib/schema/parse-records'

/** A case's folder as it lies on disk. */
export interface CaseFolder {
  /** The folder's name. */
  id: string
  /** Absolute, with links resolved. */
  path: string
}

/** More than a page could draw, and little enough to be read, scanned and kept at once. */
const MAX_FILE_BYTES = 16e6

const unread: Unread = { reason: 'the file could not be read' }

/** Where the data lies: `CASEBOARD_DATA`, else `data` in the working directory. */
export function dataFolder(): string {
  return process.env.CASEBOARD_DATA ?? path.join(process.cwd(), 'data')
}

function isInside(folder: string, candidate: string): boolean {
  const relative = path.relative(folder, candidate)
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)
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

/** Names of the files that the case may be made of, relative to its folder; an editor's hidden files are none of them. */
async function listFiles(folder: CaseFolder): Promise<string[]> {
  const visible = (name: string) => !name.startsWith('.') && !name.endsWith('~')
  const list = (below: string) => readdir(path.join(folder.path, below)).catch((): string[] => [])
  const [top, layers] = await Promise.all([list('.'), list('layers')])
  return [
    ...top.filter((name) => visible(name) && name.endsWith('.json')).sort(),
    ...layers
      .filter(visible)
      .sort()
      .map((name) => `layers/${name}`),
  ]
}

/** Changes whenever a file of the case is written, added or removed. Never throws. */
export async function fingerprintCase(folder: CaseFolder): Promise<string> {
  const files = await listFiles(folder)
  const stats = await Promise.all(files.map((file) => stat(path.join(folder.path, file)).catch(() => null)))
  return JSON.stringify(
    files.map((file, index) => {
      const { mtimeMs, ctimeMs, size, ino } = stats[index] ?? {}
      return [file, mtimeMs, ctimeMs, size, ino]
    }),
  )
}

/** Reads one file as UTF-8 text. What is no plain file, a pipe above all, is never opened: it might never end. */
async function readText(folder: CaseFolder, name: string): Promise<string | Unread> {
  const real = await resolveInside(folder.path, name)
  const about = real === null ? null : await stat(real).catch(() => null)
  if (real === null || about?.isFile() !== true) return unread
  if (about.size > MAX_FILE_BYTES) return { reason: `the file is larger than ${MAX_FILE_BYTES / 1e6} MB` }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(real))
  } catch {
    return unread
  }
}

/** Reads a case's files as UTF-8; one that cannot be read, is no UTF-8, is too large or lies outside the folder says so. Never throws. */
export async function readCaseFiles(folder: CaseFolder): Promise<CaseFiles> {
  const names = await listFiles(folder)
  const texts = await Promise.all(names.map((name) => readText(folder, name)))
  return new Map(names.map((name, index) => [name, texts[index] ?? unread]))
}

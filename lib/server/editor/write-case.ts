import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { EditVersion } from '@/lib/edit/versions'
import { isMissing, replaceLargeFile } from '../state-folder'
import { type EditVersions, versionSchema } from './edit-versions'

/** Files of a case that are to be written together, by name, relative to its folder. */
export interface CaseWrite {
  version: EditVersion
  /** `before` is the sha-256 of what stands there; null where there is none yet. */
  files: Record<string, { before: string | null; text: string }>
}

const writeSchema = z.strictObject({
  version: versionSchema,
  files: z.record(z.string(), z.strictObject({ before: z.string().nullable(), text: z.string() })),
})

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null
    throw error
  })
}

/** Replaces one file in one step, with the rights that it had: after a power cut there is the old one or the new one. */
export async function replace(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  // What is a link to another file of the case stays one.
  const target = await realpath(file).catch(() => file)
  const mode = (await stat(target).catch(() => null))?.mode ?? 0o644
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}`)
  try {
    const handle = await open(draft, 'w', mode)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

const journalOf = (versions: EditVersions) => path.join(versions.folder, 'writing.json')

async function writeFiles(folder: string, { files }: CaseWrite): Promise<void> {
  if ((await lstat(folder).catch(() => null)) !== null) {
    for (const [name, { text }] of Object.entries(files)) await replace(path.join(folder, name), text)
    return
  }
  // A hidden folder is none of the cases, should the page look for them meanwhile.
  const draft = path.join(path.dirname(folder), `.${path.basename(folder)}.new`)
  await rm(draft, { recursive: true, force: true })
  for (const [name, { text }] of Object.entries(files)) await replace(path.join(draft, name), text)
  await rename(draft, folder)
}

async function carryOut(folder: string, versions: EditVersions, write: CaseWrite): Promise<void> {
  await writeFiles(folder, write)
  await versions.keep(write.version)
  await rm(journalOf(versions), { force: true })
}

/**
 * Writes the files of a save, all or none: what is to be written is noted in the state folder first, so that a server that
 * dies between two files ends the save when it is started again (`endWriting`). `begin` is awaited before the first write.
 */
export async function writeCase(
  folder: string,
  versions: EditVersions,
  write: CaseWrite,
  begin: () => Promise<void>,
): Promise<void> {
  const journal = JSON.stringify(write)
  await begin()
  await replaceLargeFile(journalOf(versions), journal)
  await carryOut(folder, versions, write)
}

/** Ends a save that was cut off. A file that somebody has changed by hand since then is left as it is. */
export async function endWriting(folder: string, versions: EditVersions): Promise<void> {
  const journal = await textOf(journalOf(versions))
  if (journal === null) return
  const write = writeSchema.parse(JSON.parse(journal))
  const files: CaseWrite['files'] = {}
  for (const [name, file] of Object.entries(write.files)) {
    const now = await textOf(path.join(folder, name))
    if ((now === null ? null : sha256(now)) === file.before) files[name] = file
  }
  await carryOut(folder, versions, { ...write, files })
}

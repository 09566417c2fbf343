import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import type { EditVersion, VersionHead } from '@/lib/edit/versions'
import { limits } from '@/lib/limits'
import { isMissing, replaceLargeFile } from '../state-folder'

const record = z.record(z.string(), z.unknown()).nullable()

export const versionSchema = z.strictObject({
  number: z.int().positive(),
  at: z.string(),
  author: z.string(),
  signed: z.string().optional(),
  reason: z.string(),
  count: z.int(),
  changes: z.array(z.strictObject({ file: z.string(), id: z.string(), before: record, after: record })),
})

/** What the file of a numbered save is called. */
export const numberedFile = (number: number) => `${String(number).padStart(8, '0')}.json`

/** The numbers that there are in a folder, in their order. */
export async function listNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return names.flatMap((name) => (/^\d{8}\.json$/.test(name) ? Number.parseInt(name, 10) : [])).sort((a, b) => a - b)
}

/** What a numbered file holds, yet to be parsed. */
export async function readNumbered(folder: string, number: number): Promise<unknown> {
  return JSON.parse(await readFile(path.join(folder, numberedFile(number)), 'utf8'))
}

async function read(folder: string, number: number): Promise<EditVersion> {
  return versionSchema.parse(await readNumbered(folder, number))
}

/**
 * The saves of one case, each with what it changed. They are in the server's state folder and not beside the case: they
 * hold what was never meant to be read, as words that were taken back, and a case's folder is served, zipped and shared.
 */
export class EditVersions {
  /** `folder` is the case's own, below the state folder. */
  constructor(readonly folder: string) {}

  async latest(): Promise<number> {
    return (await listNumbers(this.folder)).at(-1) ?? 0
  }

  /** The last saves, the newest first. */
  async list(): Promise<VersionHead[]> {
    const numbers = (await listNumbers(this.folder)).slice(-limits.editor.listedVersions).reverse()
    const heads: VersionHead[] = []
    for (const number of numbers) {
      const { changes: _, ...head } = await read(this.folder, number)
      heads.push(head)
    }
    return heads
  }

  /** The saves after `number`, oldest first; null where some of them are kept no more. */
  async since(number: number): Promise<EditVersion[] | null> {
    const all = await listNumbers(this.folder)
    const later = all.filter((each) => each > number)
    if (number < 0 || number > (all.at(-1) ?? 0) || (later[0] ?? number + 1) !== number + 1) return null
    const versions: EditVersion[] = []
    for (const each of later) versions.push(await read(this.folder, each))
    return versions
  }

  async keep(version: EditVersion): Promise<void> {
    await replaceLargeFile(path.join(this.folder, numberedFile(version.number)), JSON.stringify(version))
    const numbers = await listNumbers(this.folder)
    for (const old of numbers.slice(0, Math.max(0, numbers.length - limits.editor.versions)))
      await rm(path.join(this.folder, numberedFile(old)), { force: true })
  }
}

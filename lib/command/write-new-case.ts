import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { recordIdSchema } from '@/lib/schema/identifier'
import { isObject, toId } from '@/lib/schema/plain-values'
import { type FileKind, fileKinds, schemaPath } from './verbs/schema'

/** The kind of a case's file, by its name. */
export function kindOf(file: string): FileKind | undefined {
  return fileKinds.find((kind) => kind.file === file || (kind.name === 'places' && file.startsWith('layers/')))
}

/** The folder of a case that is yet to be written. Throws an Error where `id` is no id. */
export function newCaseFolder(data: string, id: string): string {
  if (recordIdSchema.safeParse(id).success) return path.join(data, 'cases', id)
  const near = toId(id)
  const suggestion = near === '' ? '' : `; did you mean “${near}”?`
  throw new Error(`“${id}” is no id: use 1 to 64 lower-case letters, digits and hyphens${suggestion}`)
}

/**
 * Writes the files of a new case, all of them at once: its records by file name, and what else is to stand beside them.
 * Throws an Error where something of that name is there already.
 */
export async function writeNewCase(
  folder: string,
  records: ReadonlyMap<string, unknown>,
  others: ReadonlyMap<string, string>,
): Promise<void> {
  if ((await lstat(folder).catch(() => null)) !== null) throw new Error(`${folder} is already there: choose another id`)
  // A hidden folder is none of the cases, should the page look for them meanwhile.
  const draft = path.join(path.dirname(folder), `.${path.basename(folder)}.new`)
  try {
    await mkdir(path.join(draft, 'layers'), { recursive: true })
    for (const [file, value] of records) {
      const $schema = schemaPath(path.dirname(path.join(folder, file)), kindOf(file)?.name ?? '')
      const whole = isObject(value) ? { $schema, ...value } : { $schema, records: value }
      await writeFile(path.join(draft, file), `${JSON.stringify(whole, null, 2)}\n`)
    }
    for (const [file, text] of others) await writeFile(path.join(draft, file), text)
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

import { createHash } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { parseArgs } from 'node:util'
import { didYouMean } from '@/lib/schema/nearest'
import { type CaseFolder, dataFolder, listCaseFolders } from '@/lib/server/case-folder'

/** Writes a file of a case at once or not at all: a page that is read meanwhile gets the old one or the new. */
export async function replaceCaseFile(file: string, text: string): Promise<void> {
  // A hidden file is none of the case's.
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.new`)
  await writeFile(draft, text)
  await rename(draft, file)
}

/** A text with what tells whether it is a source's own. */
export interface HeldText {
  text: string
  sha256: string
}

/** Reads the text of a source. Throws an Error where the file cannot be read or is not UTF-8, in which passages count. */
export async function readHeld(file: string): Promise<HeldText> {
  const bytes = await readFile(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), sha256 }
  } catch {
    throw new Error(`${file} is not UTF-8: save it as UTF-8 and try again`)
  }
}

/** The folder of a case; says so where there is none, with the case that may have been meant. */
export async function findFolder(caseId: string): Promise<CaseFolder | undefined> {
  const folders = (await listCaseFolders(dataFolder())) ?? []
  const folder = folders.find(({ id }) => id === caseId)
  if (folder !== undefined) return folder
  const near = didYouMean(
    caseId,
    folders.map(({ id }) => id),
  )
  console.error(`no case ${caseId} in ${dataFolder()}/cases${near}`)
  return undefined
}

/** What stood behind the options of a verb; `undefined` where one was not given. */
export type Options = Readonly<ReturnType<typeof parseArgs>['values']>

/** One thing that `npm run case` does. */
export interface Verb {
  name: string
  /** What stands behind the name: "<case-id> [--all]". */
  arguments: string
  /** What it does, in a line. */
  summary: string
  /** What it does and changes, what each option means, and an example: lines to print. */
  help: readonly string[]
  options: NonNullable<Parameters<typeof parseArgs>[0]>['options']
  /** Does it and resolves to the exit code; `null` where the arguments are not what it takes. */
  run(positionals: readonly string[], options: Options): Promise<number> | null
}

/** An option's text; `undefined` where it was not given. */
export function optionText(options: Options, name: string): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

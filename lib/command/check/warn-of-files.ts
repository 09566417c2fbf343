import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { didYouMean } from '@/lib/schema/nearest'
import { recordFiles } from '@/lib/schema/parse-case'
import { type CaseFolder, listCaseFolders } from '@/lib/server/case-folder'
import { toId } from '../to-id'
import type { Warning } from './warning'

const LAYERS = 'layers'

/** What lies beside a case without harm: notes, an archive's README.txt, hidden files, the copies that a text editor leaves. */
const isNote = (name: string) =>
  name.startsWith('.') || name.endsWith('~') || name.endsWith('.md') || name === 'README.txt'

/** What a name was probably meant to be: an ending too many, a layer in the wrong place, a slip of the hand. */
function meant(name: string, known: readonly string[]): string {
  if (name.endsWith('.geojson')) return `; a layer’s file lies in ${LAYERS}/`
  const bare = name.replace(/\.txt$/i, '')
  if (known.includes(bare)) return `; did you mean “${bare}”?`
  return didYouMean(bare, known) || `; a case is made of ${known.join(', ')}`
}

/** Tells of what lies in a case's folder and is none of its files: it is not read, and may be a file whose name is wrong. */
export async function warnOfFiles(folder: CaseFolder): Promise<Warning[]> {
  const known = [...recordFiles, LAYERS]
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => [])
  return entries
    .filter(({ name }) => !known.includes(name) && !isNote(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry): Warning => {
      const isFolder = entry.isDirectory()
      return {
        file: entry.name,
        rule: 'unknown-file',
        words: `is no ${isFolder ? 'folder' : 'file'} of a case and is not read${meant(entry.name, known)}`,
      }
    })
}

/** Tells of folders beside the cases that are none, as their name is no id or they lead out of the data: lines to print. */
export async function warnOfFolders(data: string): Promise<string[]> {
  const root = path.join(data, 'cases')
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
  const cases = new Set((await listCaseFolders(data))?.map(({ id }) => id))
  return entries
    .filter((entry) => (entry.isDirectory() || entry.isSymbolicLink()) && !cases.has(entry.name) && !isNote(entry.name))
    .map(({ name }) => {
      const id = toId(name)
      const why =
        id === name
          ? 'it leads out of the data folder, or to no folder: copy the case’s files here instead'
          : `its name is no id (1 to 64 lower-case letters, digits and hyphens)${id === '' ? '' : `: rename it to “${id}”`}`
      return `${path.relative(process.cwd(), path.join(root, name))} [folder] is ignored: ${why}`
    })
}

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { EditableRecord, HeldText } from '@/lib/edit/wire'
import type { CaseFolder } from '../case-bytes'
import { sha256 } from './write-case'

/** Hidden, so that it is none of the case's files and is never served; the first has the name that `draft` gives it. */
export const textFile = (sha: string) => `.report-${sha.slice(0, 12)}.txt`
const TEXT = /^\.(the-report|report-[\da-f]{12})\.txt$/

/** The texts of reports that sources of a case were read from, as far as they are held. */
export async function readHeldTexts(folder: CaseFolder, records: Iterable<EditableRecord>): Promise<HeldText[]> {
  const names = (await readdir(folder.path).catch(() => [])).filter((name) => TEXT.test(name))
  const bySha = new Map<string, string>()
  for (const name of names) {
    const text = await readFile(path.join(folder.path, name), 'utf8')
    bySha.set(sha256(text), text)
  }
  return [...records].flatMap(({ file, id, value }) => {
    const text = file === 'sources.json' ? bySha.get(String(value.sha256)) : undefined
    return text === undefined ? [] : [{ source: id, text }]
  })
}

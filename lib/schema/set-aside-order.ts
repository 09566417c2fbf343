import { limits } from '@/lib/limits'
import { setAsideFile } from './parse-records'
import type { SetAside } from './records'

/** The files of a case, in the order in which what is wrong with them is told. */
export const recordFiles: readonly string[] = [
  'case.json',
  'layers.json',
  'sources.json',
  'actors.json',
  'quotations.json',
  'statements.json',
  'figures.json',
  'events.json',
  'scenes.json',
  'evidence.json',
  'corrections.json',
]

/** A case need not have these. */
export const optionalFiles: readonly string[] = ['statements.json', 'evidence.json', 'corrections.json']

/** As many entries of each file as are told, and of the rest how many there are. */
function withinTold(setAside: readonly SetAside[]): SetAside[] {
  const most = limits.case.toldPerFile
  const counts = new Map<string, number>()
  const told = setAside.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1
    counts.set(file, count)
    return count <= most
  })
  const rest = [...counts].filter(([, count]) => count > most)
  const more = rest.map(([file, count]) => setAsideFile(file, 'shape', `${count - most} more are set aside like these`))
  return [...told, ...more]
}

/** What is wrong in the order of the files, then of the lines, as far as it is told. */
export function inOrder(all: readonly SetAside[]): SetAside[] {
  const setAside = withinTold(all)

  const rank = (file: string) => {
    const index = recordFiles.indexOf(file)
    return index === -1 ? recordFiles.length : index
  }
  return setAside.toSorted(
    (a, b) => rank(a.file) - rank(b.file) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line,
  )
}

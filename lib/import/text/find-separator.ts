import { DelimitedSplitter } from './split-delimited'

const separators = [
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
] as const

/** What separates the columns, and whether a first line says so, as Excel reads and some programs write it. */
export interface Separator {
  separator: string
  words: string
  /** Characters of that line. */
  skip: number
}

function separatorWords(separator: string): string {
  return separators.find(([each]) => each === separator)?.[1] ?? `“${separator}”`
}

/** How well rows fall into columns: how many of them have as many cells as most, and how many that is. */
function judge(text: string, separator: string): { share: number; width: number } {
  const splitter = new DelimitedSplitter(separator)
  const rows = splitter
    .add(text)
    .filter(({ cells }) => cells.length > 1 || cells[0]?.trim() !== '')
    .slice(0, 200)
  const counts = new Map<number, number>()
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  counts.delete(1)
  const [width = 1, count = 0] = [...counts].reduce((best, each) => (each[1] > (best[1] ?? 0) ? each : best), [1, 0])
  return { share: rows.length === 0 ? 0 : count / rows.length, width }
}

/** Finds what separates the columns of the text that begins so. */
export function findSeparator(head: string, chosen: string | undefined): Separator {
  const line = /^(?:\uFEFF)?sep=(.)\r?\n/i.exec(head)
  if (line !== null) {
    const separator = chosen ?? line[1] ?? ','
    return { separator, words: `columns by ${separatorWords(separator)}, as its first line says`, skip: line[0].length }
  }
  if (chosen !== undefined)
    return { separator: chosen, words: `columns by ${separatorWords(chosen)}, as you said`, skip: 0 }
  // A row that the head cuts off counts for nothing.
  const text = head.slice(0, 100_000)
  const judged = separators.map(([separator], index) => ({ separator, index, ...judge(`${text}\n`, separator) }))
  const best = judged.reduce((one, other) =>
    other.share * Math.min(other.width, 5) > one.share * Math.min(one.width, 5) ? other : one,
  )
  if (best.width < 2) return { separator: ',', words: 'a single column', skip: 0 }
  return { separator: best.separator, words: `columns by ${separatorWords(best.separator)}`, skip: 0 }
}

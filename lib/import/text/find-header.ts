import type { Cell } from '../row'

/** A row of a table as it stands in the file; a cell without a value is an empty text. */
export type RawRow = readonly (Cell | '')[]

/** The columns of a table. */
export interface Header {
  /** How many rows stand above the first row of data. */
  skip: number
  columns: readonly string[]
  found: readonly string[]
}

const isFilled = (cell: Cell | '' | undefined): cell is Cell => cell !== undefined && String(cell).trim() !== ''
const isWord = (cell: Cell | '') => typeof cell === 'string' && /\p{L}/u.test(cell) && cell.length <= 100

function filled(row: RawRow): number {
  return row.filter(isFilled).length
}

/** How many cells most rows have. */
function usualWidth(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) {
    const width = filled(row)
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  // Of widths that are as frequent, the wider is that of the table.
  return [...counts].reduce(
    (best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best),
    [0, 0],
  )[0]
}

/** Whether a row names columns: words that differ from each other, as many as the rows below have cells. */
function namesColumns(row: RawRow, width: number): boolean {
  const cells = row.filter(isFilled)
  const words = cells.filter(isWord)
  if (cells.length === 0 || cells.length < Math.max(1, width * 0.6)) return false
  if (words.length < cells.length * 0.8) return false
  return new Set(cells.map((cell) => String(cell).trim().toLowerCase())).size >= cells.length * 0.8
}

/** A column by its place, as spreadsheets call it: A, B … Z, AA. */
function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCharCode(65 + (index % 26))}`
}

/** The names of columns, each once; one without a name is called by its letter. */
function nameColumns(row: RawRow, width: number): { columns: string[]; found: string[] } {
  const taken = new Set<string>()
  const found: string[] = []
  const columns = Array.from({ length: Math.max(width, row.length) }, (_, index) => {
    const written = String(row[index] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    const base = (written === '' ? `Column ${columnLetter(index)}` : written).slice(0, 100)
    let name = base
    for (let number = 2; taken.has(name); number++) name = `${base.slice(0, 90)} (${number})`
    if (name !== base) found.push(`two columns are called “${base}”: the later is read as “${name}”`)
    taken.add(name)
    return name
  })
  return { columns, found }
}

/**
 * The names of columns that stand in two rows: the lower one says what a heading over several columns leaves open, as “Killed”
 * and “Injured” under “Casualties”. Null where the second row is one of data. `isWhole` where the upper row alone would do:
 * then a lower one that leaves nothing open, and fills every column, is as likely the first row of data.
 */
function joinRows(
  upper: RawRow | undefined,
  lower: RawRow | undefined,
  below: readonly RawRow[],
  isWhole: boolean,
): RawRow | null {
  if (upper === undefined || lower === undefined || filled(upper) < 2) return null
  const named = lower.flatMap((cell, index) => (isFilled(cell) ? [index] : []))
  const completes = named.some((index) => index > 0 && !isFilled(upper[index]))
  if (isWhole && upper.every((cell, index) => !isFilled(cell) || isFilled(lower[index]))) return null
  const hasNumbers = below.some((row) => named.some((index) => isFilled(row[index]) && !isWord(row[index] ?? '')))
  if (named.length < 2 || !completes || !hasNumbers || !lower.filter(isFilled).every(isWord)) return null
  const names = lower.map((cell) => String(cell).trim().toLowerCase())
  let group: Cell | '' = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const [above, own] = [upper[index], lower[index]]
    if (isFilled(above)) group = above
    if (!isFilled(own)) return above ?? ''
    const isOnce = names.indexOf(names[index] ?? '') === names.lastIndexOf(names[index] ?? '')
    return isOnce || group === '' ? own : `${group} ${own}`
  })
}

/**
 * Finds the row that names the columns among the first rows of a table. `header` says it, from 1, or with 0 that there is
 * none.
 */
export function findHeader(rows: readonly RawRow[], header: number | undefined): Header {
  const width = usualWidth(rows)
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const at = header === undefined ? rows.findIndex((row) => namesColumns(row, width)) : header - 1
  const row = at < 0 ? undefined : rows[at]
  if (row === undefined) {
    const { columns } = nameColumns([], widest)
    return { skip: 0, columns, found: ['no row names the columns: they are called by their letters'] }
  }
  const isFound = header === undefined
  const withNext = isFound ? joinRows(row, rows[at + 1], rows.slice(at + 2), true) : null
  const withAbove = isFound && withNext === null ? joinRows(rows[at - 1], row, rows.slice(at + 1), false) : null
  const [first, last] = [withAbove === null ? at : at - 1, withNext === null ? at : at + 1]
  const names = withNext ?? withAbove ?? row
  const { columns, found } = nameColumns(names, names.length)
  if (last === 0) return { skip: 1, columns, found }
  const above = rows
    .slice(0, first)
    .flatMap((each) => each.filter(isFilled))
    .map(String)
    .join(' · ')
  const words = above === '' ? '' : `: “${above.length > 80 ? `${above.slice(0, 80)}…` : above}”`
  const naming =
    first === last ? `row ${last + 1} names the columns` : `rows ${first + 1} and ${last + 1} name the columns`
  const standing = first === 1 ? 'row 1 stands above it and is' : `rows 1–${first} stand above it and are`
  return {
    skip: last + 1,
    columns,
    found: [first === 0 ? naming : `${naming}; ${standing} not read${words}`, ...found],
  }
}

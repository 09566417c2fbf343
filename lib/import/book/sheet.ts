import { limits } from '@/lib/limits'
import { inBatches } from '../read-whole'
import {
  type Cell,
  type Format,
  ImportFault,
  type ReadOptions,
  type RowFault,
  type SourceFile,
  type SourceRow,
} from '../row'
import { makeRow } from '../table-rows'
import { findHeader } from '../text/find-header'

/** Cells that are one: from where, how many rows and columns. */
export interface Merge {
  row: number
  column: number
  rows: number
  columns: number
}

/** A sheet of a workbook, its rows and cells by their places from 0. */
export interface Sheet {
  name: string
  rows: (Cell | '')[][]
  merges: readonly Merge[]
  isHidden: boolean
}

const HEAD_ROWS = 40

/** Cells that a workbook is still allowed to have. */
export class CellBudget {
  #left: number = limits.import.cells

  /** Throws an ImportFault where there are no more. */
  take(count = 1): void {
    this.#left -= count
    if (this.#left < 0)
      throw new ImportFault(
        `has more than ${limits.import.cells / 1e6} million cells: save the sheet as CSV, which is read row by row`,
      )
  }
}

/** Puts a cell where it belongs, the row and what stands before it filled up. Beyond the last column that is read, nothing. */
export function putCell(rows: (Cell | '')[][], row: number, column: number, cell: Cell, budget: CellBudget): void {
  if (column >= limits.import.columns) return
  if (row >= rows.length) budget.take(row + 1 - rows.length)
  while (rows.length <= row) rows.push([])
  const cells = rows[row] ?? []
  if (column >= cells.length) budget.take(column + 1 - cells.length)
  while (cells.length < column) cells.push('')
  cells[column] = cell
}

/** Gives each cell of a merged range what its first one holds. Returns how many ranges held anything. */
function fillMerges({ rows, merges }: Sheet, budget: CellBudget): number {
  let filled = 0
  for (const merge of merges) {
    const cell = rows[merge.row]?.[merge.column]
    if (cell === undefined || cell === '') continue
    filled++
    const lastRow = Math.min(merge.row + merge.rows, rows.length)
    for (let row = merge.row; row < lastRow; row++)
      for (let column = merge.column; column < merge.column + merge.columns; column++)
        if ((rows[row]?.[column] ?? '') === '') putCell(rows, row, column, cell, budget)
  }
  return filled
}

function makeTable(file: string, sheet: Sheet, options: ReadOptions) {
  const budget = new CellBudget()
  // A title over the whole width names no columns, however many cells it is merged of.
  const unmerged = sheet.rows.slice(0, HEAD_ROWS)
  const header = findHeader(
    unmerged.map((cells) => [...cells]),
    options.header,
  )
  const filled = fillMerges(sheet, budget)
  const columns = header.skip === 0 ? header.columns : nameMerged(sheet, header.columns, header.skip)
  const maker = { file, sheet: sheet.name, columns }
  const made: (SourceRow | RowFault)[] = []
  for (const [index, cells] of sheet.rows.entries()) {
    if (index < header.skip) continue
    const row = makeRow(maker, cells, index + 1)
    if (row !== null) made.push(row)
  }
  const merged = filled === 0 ? [] : [`${filled} merged ranges: each of their cells is read with what the range holds`]
  return {
    table: { sheet: sheet.name, columns, rows: () => inBatches(made) },
    found: [...header.found, ...merged].map((words) => `sheet “${sheet.name}”: ${words}`),
    count: made.length,
  }
}

/** A heading that is merged over several columns names each of them: “Position”, “Position (2)”. */
function nameMerged({ rows }: Sheet, columns: readonly string[], skip: number): readonly string[] {
  return findHeader([rows[skip - 1] ?? []], 1).columns.map((name, index) =>
    columns[index]?.startsWith('Column ') === false ? (columns[index] ?? name) : name,
  )
}

/** A workbook as tables; sheets that are hidden or hold nothing are told of. */
export function makeBook(
  file: string,
  format: Extract<Format, 'xlsx' | 'ods'>,
  sheets: readonly Sheet[],
  options: ReadOptions,
): SourceFile {
  const made = sheets.filter(({ isHidden }) => !isHidden).map((sheet) => makeTable(file, sheet, options))
  const full = made.filter(({ count }) => count > 0)
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => `“${name}”`)
  if (full.length === 0) throw new ImportFault('has no sheet with rows in it')
  return {
    name: file,
    format,
    found: [
      ...full.flatMap(({ found }) => found),
      ...(hidden.length === 0 ? [] : [`hidden and not read: ${hidden.join(', ')}`]),
    ],
    tables: full.map(({ table }) => table),
  }
}

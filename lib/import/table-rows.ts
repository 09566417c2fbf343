import type { Cell, RowFault, SourceRow } from './row'
import type { RawRow } from './text/find-header'

/** What rows of a table are made with. */
export interface RowMaker {
  file: string
  sheet: string | null
  columns: readonly string[]
}

const isFilled = (cell: Cell | '' | undefined): cell is Cell =>
  cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '')

/** A row with the names of its columns; a fault where it has cells beyond them, null where it is empty. */
export function makeRow({ file, sheet, columns }: RowMaker, raw: RawRow, row: number): SourceRow | RowFault | null {
  const cells = new Map<string, Cell>()
  for (const [index, cell] of raw.entries()) {
    if (!isFilled(cell)) continue
    const column = columns[index]
    if (column === undefined)
      return {
        file,
        sheet,
        row,
        column: null,
        value: null,
        reason: `it has ${raw.length} cells, and ${columns.length} columns have names: what separates them stands within a cell, perhaps; put that cell between quotation marks`,
      }
    cells.set(column, typeof cell === 'string' ? cell.trim() : cell)
  }
  return cells.size === 0 ? null : { row, cells }
}

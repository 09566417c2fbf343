import type { Cell, SourceRow } from '../row'

/** A cell that stops its row. */
export class CellFault extends Error {
  override readonly name = 'CellFault'
  constructor(
    readonly column: string | null,
    readonly value: Cell | null,
    reason: string,
  ) {
    super(reason)
  }
}

/** Stops a position that is none: programs write 0, 0 for it. */
export function refuseOrigin([lng, lat]: readonly number[], column: string | null, cell: Cell | null): void {
  if (lng !== 0 || lat !== 0) return
  throw new CellFault(
    column,
    cell,
    'is 0, 0, which programs write where they do not know: give the position, or leave it empty',
  )
}

/** What a spreadsheet shows in place of what it could not work out. */
export const spreadsheetError = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BUSY!|GETTING_DATA)$/

const belowTable =
  /^(?:(?:grand |sub)?totals?|sum|average|mean|summe|gesamt|insgesamt|total général|suma|razem|totale|всього|усього|разом|итого|всего)\s*:?$/i
const noteBelow =
  /^(?:(?:sources?|notes?|quellen?|anmerkung(?:en)?|fuentes?|источник|джерело|примітка)\s*[:：]|[©*]\s*\S)/i

/** Stops what stands below a table and is none of its rows: a total of them, or where they are from. */
export function refuseFooter({ cells }: SourceRow): void {
  const [[column, cell] = []] = cells
  if (column === undefined || typeof cell !== 'string') return
  if (belowTable.test(cell.trim()) || (cells.size === 1 && noteBelow.test(cell.trim())))
    throw new CellFault(
      column,
      cell,
      'stands below the table, it seems, and is none of its rows: a row says where it is',
    )
}

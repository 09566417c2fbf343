import { unparse } from 'papaparse'
import { type ExportRow, exportColumns } from './export-rows'

/**
 * Marks the text as UTF-8: without it Excel reads the case's Cyrillic in the code page of the machine. Readers of CSV
 * that do not skip it need to be told (Python: `utf-8-sig`).
 */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Rows as CSV (RFC 4180), UTF-8 with a byte order mark. A text that a spreadsheet would run as a formula, since it begins
 * with `=`, `+`, `-`, `@`, a tab or a carriage return, has an apostrophe set before it; numbers stay numbers.
 */
export function writeCsv(rows: readonly ExportRow[]): string {
  const data = rows.map((row) => exportColumns.map((column) => row[column]))
  return `${BYTE_ORDER_MARK}${unparse({ fields: [...exportColumns], data }, { escapeFormulae: true, newline: '\r\n' })}\r\n`
}

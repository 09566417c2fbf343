import { unparse } from 'papaparse'
import { type ExportColumn, type ExportRow, exportColumns } from './export-records'

/**
 * Marks the text as UTF-8: without it Excel reads the case's Cyrillic in the code page of the machine. Readers of CSV
 * that do not skip it need to be told (Python: `utf-8-sig`).
 */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * How a text begins that a spreadsheet would run, after OWASP's "CSV injection": the wide signs are those of East Asian
 * keyboards. Papa's own pattern looks to the text's end, and so passes over whatever has a line end in it.
 */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * Rows as CSV (RFC 4180), UTF-8 with a byte order mark, with these columns. A text that a spreadsheet would run as a formula, since it begins
 * with `=`, `+`, `-`, `@`, a tab or a line end, has an apostrophe set before it; numbers stay numbers, negative ones too.
 */
export function writeCsv(rows: readonly ExportRow[], columns: readonly ExportColumn[] = exportColumns): string {
  const data = rows.map((row) => columns.map((column) => row[column]))
  const table = unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA_START, newline: '\r\n' })
  return `${BYTE_ORDER_MARK}${table}\r\n`
}

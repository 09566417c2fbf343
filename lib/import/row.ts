import type { Geometry } from 'geojson'

/** What a cell holds; one without a value is not there. */
export type Cell = string | number | boolean

/** What of a file is looked at: of a table a row, of shapes a feature, of a feed an entry. */
export interface SourceRow {
  /** As the program that the file is from counts: of a table from 1 with what stands above; of all else from 1. */
  row: number
  cells: ReadonlyMap<string, Cell>
  /** Where the file gives shapes; null where this one has none. */
  geometry?: Geometry | null
}

/** Something that is wrong with a row, for whoever mends the file. */
export interface RowFault {
  file: string
  /** Of a workbook its sheet, of a collection its layer; null where the file has only one. */
  sheet: string | null
  row: number
  /** Null where it is no single column's. */
  column: string | null
  /** As it stands in the file; cut where it is long. */
  value: string | null
  /** What is wrong, and what would be right. */
  reason: string
}

/** One table of a file. Its rows can be read more than once, each time from the start. */
export interface SourceTable {
  sheet: string | null
  /** Those that are known ahead; of shapes and feeds, of the first of them. */
  columns: readonly string[]
  /** The rows in their order; those that cannot be read as faults. */
  rows(): AsyncIterable<readonly (SourceRow | RowFault)[]>
}

/** The kinds of file that are read. */
export type Format =
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'ods'
  | 'geojson'
  | 'geojson-lines'
  | 'topojson'
  | 'kml'
  | 'kmz'
  | 'gpx'
  | 'shapefile'
  | 'rss'
  | 'cap'
  | 'json'

/** A file that was recognised. */
export interface SourceFile {
  name: string
  format: Format
  /** What was found out of it, each in a sentence: its encoding, what separates its columns, what stands above the header. */
  found: readonly string[]
  tables: readonly SourceTable[]
  /** The profile whose columns its own reader gives, where it has one. */
  profile?: string
}

/** A file to be read. */
export interface ImportInput {
  name: string
  /** Bytes. */
  size: number
  /** Its bytes from the start, in pieces; asked more than once. */
  pieces(): AsyncIterable<Uint8Array>
}

/** What the reader of the file says of how it is to be read, where what is found out is not right. */
export interface ReadOptions {
  /** A label of the Encoding Standard, as “windows-1251”. */
  encoding?: string
  /** What stands between two columns. */
  separator?: string
  /** The row that names the columns, from 1; 0 where none does. */
  header?: number
  /** A GeoJSON collection is read feature by feature, however large, rather than at once. */
  inPieces?: true
}

/** A whole file that cannot be read, and what to do about it. Every reader throws this and nothing else. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault'
}

const MOST_VALUE = 80

/** A cell as it is told of. */
export function tellValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}…` : text
}

export function isFault(row: SourceRow | RowFault): row is RowFault {
  return 'reason' in row
}

/** A fault in one line: file, sheet, row, column, value, what is wrong and what would be right. */
export function tellFault({ file, sheet, row, column, value, reason }: RowFault): string {
  const where = [
    file,
    ...(sheet === null ? [] : [`sheet “${sheet}”`]),
    `row ${row}`,
    ...(column === null ? [] : [`column “${column}”`]),
  ]
  return `${where.join(', ')}: ${value === null ? '' : `“${value}” `}${reason}`
}

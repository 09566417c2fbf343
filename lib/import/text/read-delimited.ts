import { limits } from '@/lib/limits'
import { ImportFault, type ImportInput, type ReadOptions, type RowFault, type SourceFile, type SourceRow } from '../row'
import { makeRow, type RowMaker } from '../table-rows'
import { decodeText, findEncoding } from './decode-text'
import type { Encoding } from './detect-encoding'
import { findHeader } from './find-header'
import { findSeparator } from './find-separator'
import { DelimitedSplitter, type SplitRow } from './split-delimited'

/** Rows that tell where the header is. */
const HEAD_ROWS = 40

interface Way {
  encoding: Encoding
  separator: string
  /** Characters before the table. */
  skipCharacters: number
  skipRows: number
}

function toRow(maker: RowMaker, { cells, isUnbalanced }: SplitRow, row: number): SourceRow | RowFault | null {
  if (!isUnbalanced) return makeRow(maker, cells, row)
  const { file, sheet } = maker
  return {
    file,
    sheet,
    row,
    column: null,
    value: cells.join(' ').slice(0, 80),
    reason: 'a quotation mark opens a cell and nothing closes it: close it, or double it where it stands for itself',
  }
}

/** The rows of the file, in pieces as they are read: no more than a piece is held at once. */
async function* readRows(input: ImportInput, maker: RowMaker, way: Way): AsyncGenerator<(SourceRow | RowFault)[]> {
  const splitter = new DelimitedSplitter(way.separator)
  let [row, skip] = [0, way.skipCharacters]
  let broken = false
  const take = (rows: readonly SplitRow[]): (SourceRow | RowFault)[] => {
    const made: (SourceRow | RowFault)[] = []
    for (const each of rows) {
      row++
      if (row <= way.skipRows) continue
      const outcome = toRow(maker, each, row)
      if (outcome !== null) made.push(outcome)
    }
    return made
  }
  const onBroken = () => {
    broken = true
  }
  for await (const piece of decodeText(input, way.encoding, onBroken)) {
    const text = skip > 0 ? piece.slice(skip) : piece
    skip = Math.max(0, skip - piece.length)
    yield take(splitter.add(text))
    if (broken) {
      broken = false
      const { file, sheet } = maker
      const reason =
        'from about here the file is no longer UTF-8: the rest is read as windows-1252; save it anew as UTF-8, or name its encoding'
      yield [{ file, sheet, row, column: null, value: null, reason }]
    }
  }
  yield take(splitter.finish())
}

/** Reads a table of text: CSV, TSV and their kin, of any size. Throws an ImportFault. */
export async function readDelimited(
  input: ImportInput,
  options: ReadOptions,
  format: 'csv' | 'tsv',
): Promise<SourceFile> {
  const { encoding, head } = await findEncoding(input, options)
  const { separator, words, skip } = findSeparator(head, options.separator)
  const isWhole = head.length >= input.size / 4 && input.size < 256_000
  const splitter = new DelimitedSplitter(separator)
  const first = splitter.add(head.slice(skip))
  if (isWhole) for (const row of splitter.finish()) first.push(row)
  if (first.length === 0 && head.length > limits.import.rowCharacters / 2)
    throw new ImportFault('has no line breaks: it is no table of text')
  const header = findHeader(
    first.slice(0, HEAD_ROWS).map(({ cells }) => cells),
    options.header,
  )
  if (header.columns.length === 0) throw new ImportFault('is empty: there is no row in it')
  if (header.columns.length > limits.import.columns)
    throw new ImportFault(`has ${header.columns.length} columns, and ${limits.import.columns} are read`)
  const maker: RowMaker = { file: input.name, sheet: null, columns: header.columns }
  const way: Way = { encoding, separator, skipCharacters: skip, skipRows: header.skip }
  return {
    name: input.name,
    format,
    found: [encoding.words, words, ...header.found],
    tables: [{ sheet: null, columns: header.columns, rows: () => readRows(input, maker, way) }],
  }
}

import { limits } from '@/lib/limits'
import { readWhole } from '../read-whole'
import { type Cell, ImportFault, type ImportInput, type ReadOptions, type SourceFile } from '../row'
import { decodeXml, scanXml, type XmlElement } from '../xml/scan-xml'
import { unpack } from '../zip/unpack'
import { CellBudget, type Merge, makeBook, putCell, type Sheet } from './sheet'

/** Rows that are alike and hold something: more is a program's filling of a sheet to its end. */
const MOST_REPEATED = 10_000

const countOf = (value: string | undefined) => Math.max(1, Math.min(Number(value ?? 1) || 1, 2_000_000))

function typedValue({ attribute }: XmlElement): Cell | null {
  switch (attribute('value-type')) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(attribute('value'))
      return Number.isNaN(number) ? null : number
    }
    case 'date':
      return (attribute('date-value') ?? '').replace(/T00:00:00(\.0+)?$/, '')
    case 'boolean':
      return attribute('boolean-value') === 'true'
    default:
      return null
  }
}

/** Reads one content.xml; rows and cells that are repeated are written once in it. */
function readSheets(xml: string): Sheet[] {
  const sheets: (Sheet & { merges: Merge[] })[] = []
  const budget = new CellBudget()
  let [row, column, rowTimes] = [0, 0, 1]
  let cell: { value: Cell | null; words: string[]; times: number; rows: number; columns: number } | null = null
  let [isText, inNote] = [false, 0]
  let rowCells: { column: number; cell: Cell }[] = []
  const sheet = () => sheets.at(-1)
  const endRow = () => {
    const into = sheet()
    if (into === undefined) return
    for (let time = 0; time < (rowCells.length === 0 ? 0 : Math.min(rowTimes, MOST_REPEATED)); time++)
      for (const { column: at, cell: value } of rowCells) putCell(into.rows, row + time, at, value, budget)
    row += rowTimes
  }
  const endCell = () => {
    if (cell === null) return
    const { value, words, times, rows, columns } = cell
    const held = value ?? words.join('\n').trim()
    if (held !== '')
      for (let time = 0; time < Math.min(times, limits.import.columns); time++)
        rowCells.push({ column: column + time, cell: held })
    if (rows > 1 || columns > 1) sheet()?.merges.push({ row, column, rows, columns })
    column += times
    cell = null
  }
  scanXml(xml, {
    open(element) {
      const { local, attribute } = element
      if (local === 'table' && attribute('name') !== undefined) {
        sheets.push({ name: attribute('name') ?? '', rows: [], merges: [], isHidden: attribute('display') === 'false' })
        row = 0
      } else if (local === 'table-row') {
        rowTimes = countOf(attribute('number-rows-repeated'))
        column = 0
        rowCells = []
      } else if (local === 'table-cell' || local === 'covered-table-cell')
        cell = {
          value: typedValue(element),
          words: [],
          times: countOf(attribute('number-columns-repeated')),
          rows: countOf(attribute('number-rows-spanned')),
          columns: countOf(attribute('number-columns-spanned')),
        }
      else if (local === 'annotation') inNote++
      else if (local === 'p' && inNote === 0) {
        isText = true
        cell?.words.push('')
      } else if (isText && cell !== null && ['s', 'tab', 'line-break'].includes(local))
        cell.words[cell.words.length - 1] += local === 'line-break' ? '\n' : ' '
    },
    text(piece) {
      if (isText && inNote === 0 && cell !== null) cell.words[cell.words.length - 1] += piece
    },
    close(local) {
      if (local === 'p') isText = false
      if (local === 'annotation') inNote--
      if (local === 'table-cell' || local === 'covered-table-cell') endCell()
      if (local === 'table-row') endRow()
    },
  })
  return sheets
}

/** Reads a spreadsheet of OpenDocument. Throws an ImportFault. */
export async function readOds(input: ImportInput, options: ReadOptions): Promise<SourceFile> {
  const files = unpack(await readWhole(input), (name) => name === 'content.xml')
  const content = files.get('content.xml')
  if (content === undefined) throw new ImportFault('is no spreadsheet: content.xml is missing from it')
  return makeBook(input.name, 'ods', readSheets(decodeXml(content)), options)
}

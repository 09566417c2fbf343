import { readWhole } from '../read-whole'
import { type Cell, ImportFault, type ImportInput, type ReadOptions, type SourceFile } from '../row'
import { decodeXml, scanXml } from '../xml/scan-xml'
import { unpack } from '../zip/unpack'
import { type DateForm, dateForm, serialDate } from './serial-date'
import { CellBudget, type Merge, makeBook, putCell, type Sheet } from './sheet'

type Files = ReadonlyMap<string, Uint8Array>

interface Book {
  texts: readonly string[]
  /** By the number of a cell's style. */
  dates: readonly (DateForm | null)[]
  is1904: boolean
}

function xmlOf(files: Files, name: string): string | undefined {
  const bytes = files.get(name)
  return bytes === undefined ? undefined : decodeXml(bytes)
}

/** The texts that cells share; of a text in several styles its pieces together, without how it is pronounced. */
function readTexts(xml: string | undefined): string[] {
  const texts: string[] = []
  let [isText, spoken] = [false, 0]
  scanXml(xml ?? '<none/>', {
    open({ local }) {
      if (local === 'si') texts.push('')
      if (local === 'rPh') spoken++
      if (local === 't') isText = spoken === 0
    },
    text(piece) {
      if (isText) texts[texts.length - 1] += piece
    },
    close(local) {
      if (local === 't') isText = false
      if (local === 'rPh') spoken--
    },
  })
  return texts
}

function readDates(xml: string | undefined): (DateForm | null)[] {
  const codes = new Map<number, string>()
  const dates: (DateForm | null)[] = []
  let isCellStyle = false
  scanXml(xml ?? '<none/>', {
    open({ local, attribute }) {
      const id = Number(attribute('numFmtId') ?? 0)
      if (local === 'numFmt') codes.set(id, attribute('formatCode') ?? '')
      if (local === 'cellXfs') isCellStyle = true
      if (local === 'xf' && isCellStyle) dates.push(dateForm(id, codes.get(id)))
    },
    close(local) {
      if (local === 'cellXfs') isCellStyle = false
    },
  })
  return dates
}

/** "AB12" as row 11 and column 27; null for what is no cell. */
function readPlace(ref: string | undefined): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(ref ?? '') ?? []
  if (letters === undefined) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function readMerge(ref: string): Merge[] {
  const [from, to] = ref.split(':').map(readPlace)
  if (!from || !to) return []
  return [{ ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 }]
}

function cellValue(type: string | undefined, style: number, written: string, book: Book): Cell | '' {
  if (written === '') return ''
  if (type === 's') return book.texts[Number(written)] ?? ''
  if (type === 'b') return written === '1'
  if (type === 'str' || type === 'inlineStr' || type === 'e' || type === 'd') return written
  const number = Number(written)
  if (Number.isNaN(number)) return written
  const form = book.dates[style] ?? null
  return form === null ? number : (serialDate(number, form, book.is1904) ?? number)
}

function readSheet(xml: string, book: Book, budget: CellBudget): Pick<Sheet, 'rows' | 'merges'> {
  const rows: Sheet['rows'] = []
  const merges: Merge[] = []
  let at = { row: -1, column: -1 }
  let [type, style, written, isValue]: [string | undefined, number, string, boolean] = [undefined, 0, '', false]
  scanXml(xml, {
    open({ local, attribute }) {
      if (local === 'row') at = { row: Number(attribute('r') ?? at.row + 2) - 1, column: -1 }
      if (local === 'c') {
        at = readPlace(attribute('r')) ?? { row: at.row, column: at.column + 1 }
        type = attribute('t')
        style = Number(attribute('s') ?? 0)
        written = ''
      }
      if (local === 'v' || local === 't') isValue = true
      if (local === 'mergeCell') for (const merge of readMerge(attribute('ref') ?? '')) merges.push(merge)
    },
    text(piece) {
      if (isValue) written += piece
    },
    close(local) {
      if (local === 'v' || local === 't') isValue = false
      if (local !== 'c') return
      const cell = cellValue(type, style, written, book)
      if (cell !== '' && at.row >= 0) putCell(rows, at.row, at.column, cell, budget)
    },
  })
  return { rows, merges }
}

interface Named {
  name: string
  relation: string
  isHidden: boolean
}

function listSheets(xml: string): { sheets: Named[]; is1904: boolean } {
  const sheets: Named[] = []
  let is1904 = false
  scanXml(xml, {
    open({ local, attribute }) {
      if (local === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (local === 'sheet')
        sheets.push({
          name: attribute('name') ?? '',
          relation: attribute('id') ?? '',
          isHidden: (attribute('state') ?? 'visible') !== 'visible',
        })
    },
  })
  return { sheets, is1904 }
}

function readRelations(xml: string | undefined): Map<string, string> {
  const targets = new Map<string, string>()
  scanXml(xml ?? '<none/>', {
    open({ local, attribute }) {
      const target = attribute('Target') ?? ''
      const file = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (local === 'Relationship') targets.set(attribute('Id') ?? '', file)
    },
  })
  return targets
}

/** Reads a workbook of Excel. Dates come as they are shown: of “Sep 2022” the day is not made up. Throws an ImportFault. */
export async function readXlsx(input: ImportInput, options: ReadOptions): Promise<SourceFile> {
  const files = unpack(await readWhole(input), (name) => /^xl\/.*\.(xml|rels)$/.test(name))
  const workbook = xmlOf(files, 'xl/workbook.xml')
  if (workbook === undefined) throw new ImportFault('is no workbook: xl/workbook.xml is missing from it')
  const { sheets, is1904 } = listSheets(workbook)
  const relations = readRelations(xmlOf(files, 'xl/_rels/workbook.xml.rels'))
  const book = {
    texts: readTexts(xmlOf(files, 'xl/sharedStrings.xml')),
    dates: readDates(xmlOf(files, 'xl/styles.xml')),
    is1904,
  }
  const budget = new CellBudget()
  const read = sheets.flatMap(({ name, relation, isHidden }, index): Sheet[] => {
    const xml = xmlOf(files, relations.get(relation) ?? `xl/worksheets/sheet${index + 1}.xml`)
    return xml === undefined ? [] : [{ name, isHidden, ...readSheet(xml, book, budget) }]
  })
  return makeBook(input.name, 'xlsx', read, options)
}

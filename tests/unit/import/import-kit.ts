import { strToU8, zipSync } from 'fflate'
import type { Gazetteer } from '@/lib/gazetteer/gazetteer'
import type { Mapping } from '@/lib/import/columns/mapping'
import { type Collected, collectRows } from '@/lib/import/convert/collect-rows'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import { inputOf, openFile } from '@/lib/import/open-file'
import { chooseTable, type PreparedTable, prepareTable } from '@/lib/import/prepare-import'
import { type ImportInput, type ReadOptions, type SourceFile, tellFault } from '@/lib/import/row'
import { createDecoder } from '@/lib/import/text/text-decoder'

/** A file made by the test. */
export function file(name: string, content: string | Uint8Array): ImportInput {
  return inputOf(name, typeof content === 'string' ? strToU8(content) : content)
}

interface Feature {
  geometry: { type: string; coordinates?: unknown } | null
  properties: Record<string, unknown>
}

export interface Brought {
  source: SourceFile
  prepared: PreparedTable
  collected: Collected
  features: Feature[]
  /** Each fault in a line. */
  faults: string[]
}

interface BringOptions extends ReadOptions {
  sheet?: string
  mapping?: Partial<Mapping>
  gazetteer?: Gazetteer
}

/** Reads a file all the way, as the command and the page do. */
export async function bring(input: ImportInput, options: BringOptions = {}): Promise<Brought> {
  const source = await openFile(input, options)
  const prepared = await prepareTable(source, chooseTable(source, options.sheet))
  const collected = await collectRows(
    prepared.table,
    createContext({
      file: input.name,
      sheet: prepared.table.sheet,
      mapping: { ...prepared.mapping, ...options.mapping },
      profile: prepared.profile,
      findPlace: createPlaceFinder(options.gazetteer ?? null),
      rowName: 'Row',
    }),
  )
  const features = collected.parts.flatMap((part) => part.features.map((text): Feature => JSON.parse(text)))
  return { source, prepared, collected, features, faults: collected.faults.map(tellFault) }
}

/** The same of a text. */
export const bringText = (name: string, text: string, options?: BringOptions) => bring(file(name, text), options)

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

const letter = (index: number) => String.fromCharCode(65 + index)

interface XlsxSheet {
  name: string
  rows: readonly (readonly (string | number | { serial: number; style: number })[])[]
  merges?: readonly string[]
  state?: string
}

function xlsxCell(cell: XlsxSheet['rows'][number][number], ref: string, texts: string[]): string {
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${ref}" s="${cell.style}"><v>${cell.serial}</v></c>`
  if (cell === '') return ''
  texts.push(cell)
  return `<c r="${ref}" t="s"><v>${texts.length - 1}</v></c>`
}

/** A workbook as Excel writes it. Style 1 is a day, 2 a month, 3 a day with its time. */
export function xlsx(sheets: readonly XlsxSheet[], is1904 = false): Uint8Array {
  const texts: string[] = []
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const written = sheets.map(({ rows, merges = [] }) => {
    const body = rows.map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => xlsxCell(cell, `${letter(column)}${at + 1}`, texts)).join('')}</row>`,
    )
    const merged =
      merges.length === 0 ? '' : `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
    return `<worksheet ${main}><sheetData>${body.join('')}</sheetData>${merged}</worksheet>`
  })
  const list = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts><numFmt numFmtId="164" formatCode="mmm\\ yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** A spreadsheet of OpenDocument with one table of these rows, written out as XML. */
export function ods(rows: string): Uint8Array {
  const spaces = ['office', 'table', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${spaces.join(' ')}><office:body><office:spreadsheet><table:table table:name="List">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  return zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8(xml) })
}

/** A text in a one-byte encoding, by a table of the letters that it needs. */
export function oneByte(text: string, letters: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text], (each) => letters[each] ?? each.charCodeAt(0))
}

/** A text in UTF-16, little-endian. */
export function utf16(text: string, withMark: boolean): Uint8Array {
  const units = Uint16Array.from([...(withMark ? ['\uFEFF'] : []), ...text].join(''), (each) => each.charCodeAt(0))
  return new Uint8Array(units.buffer)
}

/** A text in an encoding of one or two bytes a letter, by what its decoder makes of each. */
export function encode(text: string, label: string): Uint8Array {
  const decoder = createDecoder(label)
  const wanted = new Set(text)
  const known = new Map<string, number[]>()
  const learn = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes))
    if (wanted.has(letter) && !known.has(letter)) known.set(letter, bytes)
  }
  for (let one = 0; one < 256; one++) learn(one)
  for (let one = 0x81; one < 0xff; one++) for (let two = 0x40; two < 0xff; two++) learn(one, two)
  return Uint8Array.from([...text].flatMap((letter) => known.get(letter) ?? []))
}

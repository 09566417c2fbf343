import { isObject } from '@/lib/schema/plain-values'
import { readOds } from './book/read-ods'
import { readXlsx } from './book/read-xlsx'
import { readCap, readFeed } from './feeds/read-feed'
import { readJsonKind } from './kinds/json-kinds'
import { readHead, readWhole } from './read-whole'
import { ImportFault, type ImportInput, type ReadOptions, type SourceFile } from './row'
import { readGeojson, readGeojsonLines, readTopojson } from './shapes/read-features'
import { readJson } from './shapes/read-json'
import { readGpx, readKml, readKmz } from './shapes/read-kml'
import { readShapefile } from './shapes/read-shapefile'
import { isCollectionHead, streamGeojson } from './shapes/stream-features'
import { detectEncoding } from './text/detect-encoding'
import { readDelimited } from './text/read-delimited'
import { createDecoder } from './text/text-decoder'
import { decodeXml } from './xml/scan-xml'
import { allBelow, readXmlTree } from './xml/xml-tree'
import { isZip, unpack } from './zip/unpack'

const HEAD_BYTES = 4096

const startsWith = (head: Uint8Array, text: string) =>
  [...text].every((letter, at) => head[at] === letter.charCodeAt(0))

/** Kinds that are known by how they begin and are not read, with what to do instead. */
const refused: readonly (readonly [begins: string, what: string])[] = [
  [
    'SQLite format 3',
    'is a GeoPackage or another SQLite database, which is not read: open it in QGIS and export the layer as GeoJSON, or run: ogr2ogr layer.geojson file.gpkg',
  ],
  ['%PDF', 'is a PDF: export the table from the program that it was made with'],
  [
    '\u00d0\u00cf\u0011\u00e0',
    'is a workbook of Excel before 2007 (.xls), or one with a password: save it as .xlsx without one, or as CSV',
  ],
  ['\u0089PNG', 'is a picture'],
  ['\u00ff\u00d8\u00ff', 'is a picture'],
  ['PAR1', 'is a Parquet file: export it as CSV or GeoJSON'],
  ['\u001f\u008b', 'is packed by gzip: unpack it first'],
]

async function openZip(input: ImportInput, options: ReadOptions): Promise<SourceFile> {
  const bytes = await readWhole(input)
  const names: string[] = []
  unpack(bytes, (name) => {
    names.push(name)
    return false
  })
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.xml$/)) return readXlsx(input, options)
  if (has(/^content\.xml$/)) return readOds(input, options)
  if (has(/\.shp$/i)) return readShapefile(input.name, bytes)
  if (has(/\.kml$/i)) return readKmz(input.name, bytes)
  const inner = names.filter((name) => /\.(csv|tsv|json|geojson|gpx)$/i.test(name) && !name.startsWith('__MACOSX/'))
  const [only] = inner
  if (only === undefined || inner.length > 1)
    throw new ImportFault(
      'is a zip without a workbook, a Shapefile, a KML or a single table in it: unpack it and bring one of its files',
    )
  const held = unpack(bytes, (name) => name === only).get(only) ?? new Uint8Array()
  const file = await openFile({ ...inputOf(only.split('/').at(-1) ?? only, held) }, options)
  return { ...file, found: [`of the zip ${only} is read`, ...file.found] }
}

/** Bytes that are all there as a file to be read. */
export function inputOf(name: string, bytes: Uint8Array): ImportInput {
  return {
    name,
    size: bytes.length,
    async *pieces() {
      for (let at = 0; at < bytes.length; at += 1_000_000) yield bytes.subarray(at, at + 1_000_000)
    },
  }
}

async function openXml(input: ImportInput, head: string): Promise<SourceFile> {
  const bytes = await readWhole(input)
  const root = /<(?:[\w-]+:)?(kml|gpx|rss|RDF|feed|alert|alerts|html)\b/.exec(head)?.[1]
  if (root === 'kml') return readKml(input.name, bytes)
  if (root === 'gpx') return readGpx(input.name, bytes)
  if (root === 'html')
    throw new ImportFault(
      /\.xls/i.test(input.name)
        ? 'is a web page under the name of a workbook: open it in a spreadsheet and save it as .xlsx or CSV'
        : 'is a web page: the download needs a login, perhaps; fetch it again',
    )
  const tree = readXmlTree(decodeXml(bytes))
  if (tree.local === 'kml') return readKml(input.name, bytes)
  if (tree.local === 'gpx') return readGpx(input.name, bytes)
  if (tree.local === 'alert' || (tree.local !== 'rss' && allBelow(tree, 'alert').length > 0))
    return readCap(input.name, tree)
  const isFeed = ['rss', 'RDF', 'feed', 'channel'].includes(tree.local)
  if (!isFeed)
    throw new ImportFault(
      `is XML of a kind that is not read (<${tree.local}>): KML, GPX, RSS, Atom and CAP are; a workbook is to be saved as .xlsx`,
    )
  return readFeed(input.name, tree)
}

/** Whether a text has a JSON value on each line. */
function isByLines(head: string): boolean {
  const lines = head
    .replaceAll('\u001e', '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const whole = lines.slice(0, Math.max(1, lines.length - 1))
  return lines.length > 1 && whole.every((line) => /^\s*\{.*\}\s*,?\s*$/.test(line))
}

async function openJson(input: ImportInput, head: string, options: ReadOptions): Promise<SourceFile> {
  if (/\.(ndjson|geojsonl|geojsons|jsonl)$/i.test(input.name) || isByLines(head))
    return readGeojsonLines(input, options)
  if (options.inPieces === true && isCollectionHead(head)) return streamGeojson(input, options)
  const { value, found } = await readJson(input, options)
  if (isObject(value) && value.type === 'Topology') return readTopojson(input.name, value, found)
  const kind = readJsonKind(input.name, value, found)
  if (kind !== null) return kind
  if (isObject(value)) return readGeojson(input.name, value, found)
  throw new ImportFault('is JSON of a kind that is not read')
}

/**
 * Recognises a file by what stands in it, and by its name only where that leaves it open; finds out how it is written. The
 * rows are read when they are asked for. Throws an ImportFault for what cannot be read, and nothing else.
 */
export async function openFile(input: ImportInput, options: ReadOptions = {}): Promise<SourceFile> {
  try {
    const head = await readHead(input, HEAD_BYTES)
    if (head.length === 0) throw new ImportFault('is empty')
    const known = refused.find(([begins]) => startsWith(head, begins))
    if (known !== undefined) throw new ImportFault(known[1])
    if (isZip(head)) return await openZip(input, options)
    const text = createDecoder(detectEncoding(head).label)
      .decode(head, { stream: true })
      .replace(/^\uFEFF/, '')
    if (/\0/.test(text)) throw new ImportFault('is no file of text, and of no kind that is read')
    if (/^\s*</.test(text)) return await openXml(input, text)
    // What a script reads has a name before its brackets, or a comment.
    const isJson =
      /\.(geo|topo)?json$/i.test(input.name) ||
      /^\s*(?:[[{]|[\w$.]+\(\s*[[{]|(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*[[{]|\/[/*])/.test(
        text.replaceAll('\u001e', ''),
      )
    if (isJson) return await openJson(input, text, options)
    return await readDelimited(input, options, /\.(tsv|tab)$/i.test(input.name) ? 'tsv' : 'csv')
  } catch (error) {
    if (error instanceof ImportFault) throw error
    throw new ImportFault('cannot be read: it is not as a file of its kind should be')
  }
}

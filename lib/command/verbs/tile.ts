import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { writeDay } from '@/lib/derive/calendar'
import type { Mapping } from '@/lib/import/columns/mapping'
import { propertyName } from '@/lib/import/convert/property-names'
import { openFile } from '@/lib/import/open-file'
import { chooseTable, openQuestions, prepareTable } from '@/lib/import/prepare-import'
import { ImportFault, tellFault } from '@/lib/import/row'
import { tellProposals } from '@/lib/import/tell-outcome'
import { fileSource } from '@/lib/import/write/case-files'
import { limits } from '@/lib/limits'
import { recordIdSchema } from '@/lib/schema/identifier'
import { inferName } from '@/lib/schema/infer-layer'
import { type LayerDesign, type LayerField, layerSchema } from '@/lib/schema/layer'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { neutralHue } from '@/lib/schema/plain-values'
import { readCaseFiles } from '@/lib/server/case-folder'
import { addRecord, findSource, freeHue, readRecords, setInRecord, textOf } from '../import-case'
import { applyOptions } from '../import-options'
import { type TiledLayer, tileLayer } from '../tile/tile-layer'
import { importVerb, readOptions } from './import'
import { findFolder, type Options, optionText, replaceCaseFile, type Verb } from './verb'

const LAYERS = 'layers.json'
const SOURCES = 'sources.json'
const MOST_TOLD = 50

/** The layer as the case describes it now; undefined where it does not, or not rightly. */
function layerOf(files: CaseFiles, id: string): LayerDesign | undefined {
  const record = readRecords(files, LAYERS).find((each) => each.id === id)
  const parsed = record === undefined ? undefined : layerSchema.safeParse(record)
  if (parsed !== undefined && !parsed.success)
    throw new Error(`${LAYERS}: the layer ${id} has a mistake; npm run case -- check names it`)
  return parsed?.data
}

/** Describes the layer in the case's table, or has its entry name the tiles. */
async function writeDesign(folder: string, files: CaseFiles, layer: NewLayer, { categories }: TiledLayer) {
  const source = `tiles/${layer.id}.pmtiles`
  const table = textOf(files, LAYERS)
  if (layer.known !== undefined) {
    const index = readRecords(files, LAYERS).findIndex(({ id }) => id === layer.id)
    if (layer.known.source === source) return
    await replaceCaseFile(path.join(folder, LAYERS), setInRecord(table, index, 'source', source))
    return
  }
  const own = findSource(files, layer.file)
  if (own.isNew) {
    const record = fileSource({ sourceId: own.id, file: layer.file, publisher: layer.publisher, date: layer.date })
    await replaceCaseFile(path.join(folder, SOURCES), addRecord(textOf(files, SOURCES), record))
  }
  const design = {
    id: layer.id,
    name: layer.name,
    mark: 'cluster',
    // A category has a hue of its own, and what is in none of them must not look like it.
    hue: categories === undefined ? freeHue(files) : neutralHue,
    symbol: 'dot',
    ...(categories === undefined ? {} : { categories }),
    source,
    all: { sources: [own.id] },
    ...(layer.fields.length === 0 ? {} : { fields: layer.fields }),
  }
  await replaceCaseFile(path.join(folder, LAYERS), addRecord(table, design))
}

interface NewLayer {
  id: string
  name: string
  known: LayerDesign | undefined
  file: string
  publisher: string
  date: string
  /** What its panel shows of a row. */
  fields: readonly LayerField[]
}

/** As many as a panel lists. */
const MOST_FIELDS = 30

/** The columns that say more than when, where and what it is called, as the panel lists them. */
function fieldsOf(
  columns: readonly string[],
  { start, end, category, name, words, accuracy, position }: Mapping,
): LayerField[] {
  const said = [start, end, category, name, words, accuracy, ...(position === null ? [] : Object.values(position))]
  const kind = category === null ? [] : [{ property: 'kind', label: category }]
  const note = words === null ? [] : [{ property: 'note', label: words }]
  const others = columns.filter((column) => !said.includes(column))
  const listed = others.map((column) => ({ property: propertyName(column), label: column.slice(0, 100) }))
  return [...kind, ...note, ...listed].slice(0, MOST_FIELDS)
}

/** Told in one line where somebody sees it, and now and then where it goes into a file. */
function createTeller(): (words: string) => void {
  let last = 0
  return (words) => {
    const now = performance.now()
    if (now - last < (process.stderr.isTTY ? 200 : 10_000)) return
    last = now
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${words}` : `${words}\n`)
  }
}

function tellOutcome({ tiles, progress, tileCount }: TiledLayer, layer: NewLayer, isFull: boolean): string[] {
  const { faults, faultCount, beyond } = progress
  const shown = isFull ? faults : faults.slice(0, MOST_TOLD)
  const more = faultCount - shown.length
  const time = tiles.time === undefined ? 'without dates' : `counted by ${tiles.time.unit} (${tiles.time.count})`
  return [
    ...shown.map(tellFault),
    ...(more > 0 ? [`and ${more} more rows set aside${isFull ? '' : '; --all lists them, up to 1,000'}`] : []),
    ...(beyond > 0 ? [`${beyond} rows are beyond the ${limits.tile.features} that a layer can have`] : []),
    `${layer.id}: ${tiles.count} of ${progress.rows} rows on ${tileCount} tiles of zoom 0 to ${tiles.maxZoom}, ${time}, ${tiles.counts.length} categories; ${faultCount} set aside`,
  ]
}

async function tile(caseId: string, layerId: string, given: string | undefined, options: Options): Promise<number> {
  const folder = await findFolder(caseId)
  if (folder === undefined) return 1
  if (!recordIdSchema.safeParse(layerId).success)
    throw new Error(`“${layerId}” is no id: use 1 to 64 lower-case letters, digits and hyphens`)
  const files = await readCaseFiles(folder)
  const known = layerOf(files, layerId)
  const file = given ?? path.join(folder.path, 'layers', `${layerId}.geojson`)
  const about = await stat(file).catch(() => null)
  if (about?.isFile() !== true) throw new Error(`${file} is no file`)
  const input = {
    name: path.basename(file),
    size: about.size,
    pieces: () => createReadStream(file, { highWaterMark: 1 << 20 }),
  }
  const source = await openFile(input, { ...readOptions(options), inPieces: true })
  const prepared = await prepareTable(source, chooseTable(source, optionText(options, 'sheet')))
  const mapping = applyOptions(prepared.mapping, prepared.table.columns, options)
  console.log(`${input.name}: ${source.format}`)
  for (const words of [...source.found, ...tellProposals(prepared)]) console.log(`  ${words}`)
  const questions = openQuestions(prepared, mapping)
  for (const { ask, words } of questions)
    console.error(`${words}: say it with ${ask === 'order' ? '--dates dmy or mdy' : '--lat and --lng, or --position'}`)
  if (questions.length > 0) return 1
  const layer: NewLayer = {
    id: layerId,
    name: optionText(options, 'name') ?? known?.name ?? inferName(layerId),
    known,
    file: input.name,
    publisher: optionText(options, 'publisher') ?? 'Not said',
    date: writeDay(Date.now()),
    fields: fieldsOf(mapping.keep ?? prepared.table.columns, mapping),
  }
  const tiled = await tileLayer({
    folder: folder.path,
    layerId,
    name: layer.name,
    prepared,
    mapping,
    file: input.name,
    fingerprint: `${file} ${about.size} ${about.mtimeMs}`,
    categories: known?.categories,
    tell: createTeller(),
  })
  await writeDesign(folder.path, files, layer, tiled)
  for (const line of tellOutcome(tiled, layer, options.all === true)) console.log(line)
  return tiled.progress.faultCount > 0 ? 1 : 0
}

const { into: _into, id: _id, layer: _layer, replace: _replace, look: _look, ...options } = importVerb.options ?? {}

export const tileVerb: Verb = {
  name: 'tile',
  arguments: '<case-id> <layer-id> [<file>] …',
  summary: 'makes tiles of a layer of up to 10 million points',
  help: [
    'Reads GeoJSON (whole, or a feature a line) and CSV of any size, and whatever else “import” reads, and writes into the',
    'case’s folder: tiles/<layer-id>.pmtiles, which the map draws; <layer-id>.rows, from which lists, find and exports are',
    'read; and <layer-id>.json, which says how many there are. Without <file> it takes the layer’s own, layers/<layer-id>.geojson.',
    'A layer that layers.json does not have is added to it; of one that is there its mark (“cluster” or “density”) and its',
    'categories stay. Far tiles have circles with their number by category and by bin of time (the finest of day, week,',
    'month, quarter, year and decade that makes at most 100), near ones single points. Rows that cannot be on a tile are named',
    'and set aside; the exit code is then 1.',
    '',
    'It takes at most 1.5 GB of memory, however large the file is, and on disk about twice the file. Stopped while it reads,',
    'it goes on from where it was when it is started again with the same file and options.',
    '',
    '  --name <words>         what a reader sees',
    '  --all                  lists every row that is set aside, up to 1,000',
    '  --sheet, --encoding, --separator, --header, --lat, --lng, --position, --place, --date, --until, --dates, --zone,',
    '  --title, --category, --count, --words, --source, --accuracy, --decimal, --keep, --publisher   as for “import”',
    '',
    'tippecanoe is not used, where it is there: it adds up one number of an attribute, not one for each category and bin.',
    '',
    'Example: npm run case -- tile my-case incidents incidents.csv --category event_type',
  ],
  options,
  run([caseId, layerId, file, ...rest], given) {
    if (caseId === undefined || layerId === undefined || rest.length > 0) return null
    return tile(caseId, layerId, file, given).catch((error: unknown) => {
      if (error instanceof ImportFault) throw new Error(`${path.basename(file ?? layerId)} ${error.message}`)
      throw error
    })
  },
}

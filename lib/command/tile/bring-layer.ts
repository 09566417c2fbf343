import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { writeDay } from '@/lib/derive/calendar'
import type { Mapping } from '@/lib/import/columns/mapping'
import { propertyName } from '@/lib/import/convert/property-names'
import { openFile } from '@/lib/import/open-file'
import { chooseTable, openQuestions, prepareTable } from '@/lib/import/prepare-import'
import { tellFault } from '@/lib/import/row'
import { tellProposals } from '@/lib/import/tell-outcome'
import { fileSource } from '@/lib/import/write/case-files'
import { limits } from '@/lib/limits'
import { recordIdSchema } from '@/lib/schema/identifier'
import { inferName } from '@/lib/schema/infer-layer'
import { type LayerDesign, type LayerField, layerSchema } from '@/lib/schema/layer'
import type { CaseFiles } from '@/lib/schema/parse-records'
import { tileKindOf } from '@/lib/schema/plain-marks'
import { neutralHue } from '@/lib/schema/plain-values'
import { readCaseFiles } from '@/lib/server/case-folder'
import { addRecord, findSource, freeHue, readRecords, setInRecord, textOf } from '../import-case'
import { applyOptions } from '../import-options'
import { readOptions } from '../verbs/import'
import { findFolder, type Options, optionText, replaceCaseFile } from '../verbs/verb'
import { findKind } from './read-points'
import { type TiledLayer, tileLayer, type WritePoints } from './tile-layer'

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
async function writeDesign(folder: string, files: CaseFiles, layer: NewLayer, { categories, tiles }: TiledLayer) {
  const { source } = layer
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
    mark: tiles.shapes ?? 'cluster',
    // A category has a hue of its own, and what is in none of them must not look like it.
    hue: categories === undefined ? freeHue(files) : neutralHue,
    ...(tiles.shapes === undefined ? { symbol: 'dot' } : {}),
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
  /** Where its points are, as the case names it. */
  source: string
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

function tellOutcome({ tiles, progress, told }: TiledLayer, layer: NewLayer, isFull: boolean): string[] {
  const { faults, faultCount, beyond } = progress
  const shown = isFull ? faults : faults.slice(0, MOST_TOLD)
  const more = faultCount - shown.length
  const time = tiles.time === undefined ? 'without dates' : `counted by ${tiles.time.unit} (${tiles.time.count})`
  return [
    ...shown.map(tellFault),
    ...(more > 0 ? [`and ${more} more rows set aside${isFull ? '' : '; --all lists them, up to 1,000'}`] : []),
    ...(beyond > 0 ? [`${beyond} rows are beyond the ${limits.tile.features} that a layer can have`] : []),
    `${layer.id}: ${tiles.count} of ${progress.rows} rows on ${told} of zoom 0 to ${tiles.maxZoom}, ${time}, ${tiles.counts.length} categories; ${faultCount} set aside`,
  ]
}

/** Where the points of a layer go. */
interface Destination {
  /** What the layer names as its source. */
  source: string
  write(name: string): WritePoints
}

/**
 * Reads a table into a layer of a case whose points are elsewhere than in its file, tells what was found in it and what was
 * set aside, and answers the exit code. Throws an Error for what cannot be read or written.
 */
export async function bringLayer(
  [caseId, layerId, given]: readonly [caseId: string, layerId: string, file: string | undefined],
  options: Options,
  { source: target, write }: Destination,
): Promise<number> {
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
  for (const words of [...source.found, ...prepared.remarks, ...tellProposals(prepared)]) console.log(`  ${words}`)
  const questions = openQuestions(prepared, mapping)
  for (const { ask, words } of questions)
    console.error(`${words}: say it with ${ask === 'order' ? '--dates dmy or mdy' : '--lat and --lng, or --position'}`)
  if (questions.length > 0) return 1
  const kind = known === undefined ? await findKind(prepared.table, mapping) : tileKindOf(known.mark)
  const name = optionText(options, 'name') ?? known?.name ?? inferName(layerId)
  const layer: NewLayer = {
    id: layerId,
    name,
    source: target,
    known,
    file: input.name,
    publisher: optionText(options, 'publisher') ?? 'Not said',
    date: writeDay(Date.now()),
    fields: fieldsOf(mapping.keep ?? prepared.table.columns, mapping),
  }
  const tiled = await tileLayer({
    folder: folder.path,
    layerId,
    name,
    prepared,
    mapping,
    file: input.name,
    fingerprint: `${file} ${about.size} ${about.mtimeMs}`,
    kind,
    categories: known?.categories,
    write: write(name),
    tell: createTeller(),
  })
  await writeDesign(folder.path, files, layer, tiled)
  for (const line of tellOutcome(tiled, layer, options.all === true)) console.log(line)
  return tiled.progress.faultCount > 0 ? 1 : 0
}

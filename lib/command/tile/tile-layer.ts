import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Mapping } from '@/lib/import/columns/mapping'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import type { PreparedTable } from '@/lib/import/prepare-import'
import type { LayerDesign } from '@/lib/schema/layer'
import { hues } from '@/lib/schema/plain-values'
import { MOST_TILE_CATEGORIES, type Tiles } from '@/lib/schema/tiles'
import { readGazetteer } from '@/lib/server/gazetteer'
import { replaceCaseFile } from '../verbs/verb'
import { type ReadProgress, readIntoRuns } from './read-phase'
import { checkArchive, writeTiles } from './write-tiles'

export interface TilePlan {
  /** The case's folder. */
  folder: string
  layerId: string
  name: string
  prepared: PreparedTable
  mapping: Mapping
  file: string
  /** What tells one file from another, and from itself when it has changed. */
  fingerprint: string
  /** The layer's own categories, where the case has it already. */
  categories: LayerDesign['categories']
  tell(words: string): void
}

export interface TiledLayer {
  tiles: Tiles
  progress: ReadProgress
  /** The categories by which it is counted; undefined where it has none. */
  categories: LayerDesign['categories']
  /** How many tiles its archive has. */
  tileCount: number
}

/** The values that most points have, as many as a reader can keep apart; none that only one has. */
function chooseCategories(values: ReadProgress['values'], property: string | null): LayerDesign['categories'] {
  const most = MOST_TILE_CATEGORIES - 1
  const shared = values.filter(([, count]) => count > 1).toSorted(([, one], [, other]) => other - one)
  if (property === null || shared.length === 0) return undefined
  return {
    property,
    values: shared.slice(0, most).map(([value], index) => {
      const hue = hues[index]
      return { value, name: value.slice(0, 200), ...(hue === undefined ? {} : { hue }) }
    }),
  }
}

const count = (number: number) => number.toLocaleString('en')

/**
 * Makes the tiles of a layer from a table, and the rows beside them, in the case's folder. What is begun and stopped is gone
 * on with where it was. Throws an Error where the archive, read again, is not what was written.
 */
export async function tileLayer(plan: TilePlan): Promise<TiledLayer> {
  const { folder, layerId, prepared, mapping } = plan
  const { table, profile } = prepared
  const property = plan.categories?.property ?? (mapping.category === null ? null : 'kind')
  const [tilesFolder, work] = [path.join(folder, 'tiles'), path.join(folder, `.tiles-${layerId}`)]
  await mkdir(tilesFolder, { recursive: true })
  const context = createContext({
    file: plan.file,
    sheet: table.sheet,
    mapping,
    profile,
    findPlace: createPlaceFinder(mapping.position?.kind === 'name' ? await readGazetteer() : null),
    rowName: plan.name,
  })
  const of = createHash('sha256').update(JSON.stringify([plan.fingerprint, mapping, property, table.sheet]))
  const progress = await readIntoRuns({
    folder: work,
    of: of.digest('hex'),
    table,
    context,
    property,
    tell: (rows, points) => plan.tell(`${count(rows)} rows read, ${count(points)} points`),
  })
  const categories = plan.categories ?? chooseCategories(progress.values, property)
  const other = categories?.values.length ?? 0
  const byValue = new Map(categories?.values.map(({ value }, index) => [String(value), index]))
  const numbers = progress.values.map(([value]) => byValue.get(value) ?? other)
  const archive = path.join(tilesFolder, `${layerId}.pmtiles`)
  if (progress.points === 0) {
    await rm(work, { recursive: true, force: true })
    throw new Error(`none of the ${progress.rows} rows can be put on a tile; nothing is written`)
  }
  const tiles = await writeTiles({
    work,
    runs: progress.runs,
    span: progress.span,
    categoryOf: (value) => numbers[value] ?? other,
    categories: other + 1,
    property: categories?.property ?? null,
    name: plan.name,
    archive,
    rows: path.join(tilesFolder, `${layerId}.rows`),
    tell: (points) => plan.tell(`${count(points)} of ${count(progress.points)} points on tiles`),
  })
  const tileCount = await checkArchive(archive, tiles)
  const about = { $schema: '../../../../public/schema/tiles.schema.json', ...tiles }
  await replaceCaseFile(path.join(tilesFolder, `${layerId}.json`), `${JSON.stringify(about)}\n`)
  await rm(work, { recursive: true, force: true })
  return { tiles, progress, categories, tileCount }
}

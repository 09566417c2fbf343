import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Mapping } from '@/lib/import/columns/mapping'
import { createContext } from '@/lib/import/convert/convert-row'
import { createPlaceFinder } from '@/lib/import/convert/place-finder'
import type { PreparedTable } from '@/lib/import/prepare-import'
import { limits } from '@/lib/limits'
import type { LayerDesign } from '@/lib/schema/layer'
import { hues } from '@/lib/schema/plain-values'
import { MOST_TILE_CATEGORIES, type TileKind, type Tiles } from '@/lib/schema/tiles'
import { readGazetteer } from '@/lib/server/gazetteer'
import { replaceCaseFile } from '../verbs/verb'
import type { SortedPlan } from './count-points'
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
  /** What the tiles are made of. */
  kind: TileKind
  /** The layer's own categories, where the case has it already. */
  categories: LayerDesign['categories']
  /** Makes of the sorted points what the map is drawn from; see `intoArchive`. */
  write: WritePoints
  tell(words: string): void
}

/** Takes sorted points to where they are kept, and answers what is to be told of them. `folder` has the case's tiles. */
export type WritePoints = (sorted: SortedPlan, folder: string) => Promise<{ tiles: Tiles; told: string }>

/** Says of how many tiles not all that lies in them is on them; nothing of none. */
export function tellCutShort(tiles: number): string {
  return tiles === 0 ? '' : ` (on ${tiles} of them only the ${limits.tile.shapes} largest)`
}

/** Points into an archive and a file of rows in the case's folder. Throws an Error where the archive, read again, is not what was written. */
export function intoArchive(layerId: string, name: string): WritePoints {
  return async (sorted, folder) => {
    const archive = path.join(folder, `${layerId}.pmtiles`)
    const { tiles, cutShort } = await writeTiles(sorted, { archive, rows: path.join(folder, `${layerId}.rows`), name })
    return { tiles, told: `${await checkArchive(archive, tiles)} tiles${tellCutShort(cutShort)}` }
  }
}

export interface TiledLayer {
  tiles: Tiles
  progress: ReadProgress
  /** The categories by which it is counted; undefined where it has none. */
  categories: LayerDesign['categories']
  /** What was made of its points, in words: "1,200 tiles". */
  told: string
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
 * Makes what a layer is drawn from of a table, and says in the case's folder what it holds. What is begun and stopped is
 * gone on with where it was.
 */
export async function tileLayer(plan: TilePlan): Promise<TiledLayer> {
  const { folder, layerId, prepared, mapping, kind } = plan
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
  const of = createHash('sha256').update(JSON.stringify([plan.fingerprint, mapping, property, table.sheet, kind]))
  const progress = await readIntoRuns({
    folder: work,
    of: of.digest('hex'),
    table,
    context,
    property,
    kind,
    tell: (rows, points) => plan.tell(`${count(rows)} rows read, ${count(points)} of them for the tiles`),
  })
  const categories = plan.categories ?? chooseCategories(progress.values, property)
  const other = categories?.values.length ?? 0
  const byValue = new Map(categories?.values.map(({ value }, index) => [String(value), index]))
  const numbers = progress.values.map(([value]) => byValue.get(value) ?? other)
  if (progress.points === 0) {
    await rm(work, { recursive: true, force: true })
    throw new Error(`none of the ${progress.rows} rows can be put on a tile; nothing is written`)
  }
  const sorted = {
    work,
    runs: progress.runs,
    span: progress.span,
    categoryOf: (value: number) => numbers[value] ?? other,
    categories: other + 1,
    property: categories?.property ?? null,
    kind,
    shapes: progress.shapes,
    tell: (points: number) => plan.tell(`${count(points)} of ${count(progress.points)} rows put on tiles`),
  }
  const { tiles, told } = await plan.write(sorted, tilesFolder)
  const about = { $schema: '../../../../public/schema/tiles.schema.json', ...tiles }
  await replaceCaseFile(path.join(tilesFolder, `${layerId}.json`), `${JSON.stringify(about)}\n`)
  await rm(work, { recursive: true, force: true })
  return { tiles, progress, categories, told }
}

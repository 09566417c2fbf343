import { open, rename } from 'node:fs/promises'
import path from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { Compression, PMTiles, TileType, tileIdToZxy } from 'pmtiles'
import { binOf, chooseBins } from '@/lib/derive/time-bins'
import { append } from '@/lib/schema/plain-values'
import { MOST_BINS, type Tiles } from '@/lib/schema/tiles'
import { fileSource } from '@/lib/server/read-archive'
import { RowWriter } from '@/lib/server/row-file'
import { chooseMaxZoom } from './choose-zoom'
import { CURVE_LEVELS, firstTileId } from './curve'
import { Pyramid, SOURCE_LAYER } from './pyramid'
import { mergeRuns, readKeys, type SortedPoint } from './runs'
import { Tally, type TallyShape, UNDATED } from './tally'
import { ArchiveWriter } from './write-archive'

export interface TilesPlan {
  /** Where the runs are, and what is made until it is whole. */
  work: string
  runs: number
  span: readonly [number, number] | null
  /** The category of each value of the runs, by its number there; the last is what is in none. */
  categoryOf(value: number): number
  categories: number
  property: string | null
  name: string
  /** The files to be written. */
  archive: string
  rows: string
  tell(points: number): void
}

/** So many tiles may wait to be compressed. */
const MOST_WAITING = 64

/** Makes the archive and the file of rows of sorted runs, in one pass; answers what is to be told of them. */
export async function writeTiles(plan: TilesPlan): Promise<Tiles> {
  const { work, runs, span, categories } = plan
  const maxZoom = chooseMaxZoom(readKeys(work, runs))
  const bins = span === null ? null : chooseBins(span[0], span[1], MOST_BINS)
  const shape: TallyShape = { categories, bins: bins?.count ?? 0 }
  const archive = await ArchiveWriter.open(work, maxZoom)
  const pyramid = new Pyramid(maxZoom, shape, (zoom, id, tile) => archive.add(zoom, id, tile))
  const draft = path.join(work, 'rows')
  const rows = new RowWriter(await open(draft, 'w'))
  const total = new Tally(shape)
  let [west, south, east, north] = [180, 90, -180, -90]
  let row = 0
  const binsOf = ({ start, end }: SortedPoint) =>
    bins === null || Number.isNaN(start) ? [UNDATED, UNDATED] : [binOf(bins, start), binOf(bins, end - 1)]
  for (const point of mergeRuns(work, runs)) {
    const category = plan.categoryOf(point.category)
    const [from = UNDATED, to = UNDATED] = binsOf(point)
    const { lng, lat } = point
    const [, x, y] = tileIdToZxy(firstTileId(CURVE_LEVELS) + point.key)
    ;[west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
    await rows.add(category, from, to, [lng, lat], point.text.toString('utf8'))
    pyramid.add({ key: point.key, x, y, row, category, start: from, end: to })
    total.add(category, from, to)
    row += 1
    if (pyramid.waiting > MOST_WAITING) await pyramid.settle()
    if (row % 20_000 === 0) plan.tell(row)
  }
  await pyramid.finish()
  await rows.finish()
  const bounds: Tiles['bounds'] = [west, south, east, north]
  const version = await archive.finish(plan.archive, {
    tileType: TileType.Mvt,
    tileCompression: Compression.Gzip,
    minZoom: 0,
    maxZoom,
    bounds,
    metadata: { name: plan.name, vector_layers: [{ id: SOURCE_LAYER, fields: {} }] },
  })
  await rename(draft, plan.rows)
  const told = Array.from({ length: categories }, (_, category) => total.read(category))
  const lasts = told.some(({ started, ended }) => started.some((count, bin) => count !== ended[bin]))
  return {
    version,
    count: total.count,
    bounds,
    maxZoom,
    ...(plan.property === null ? {} : { property: plan.property }),
    counts: told.map(({ count }) => count),
    ...(bins === null ? {} : { time: bins, started: told.map(({ started }) => started) }),
    ...(bins !== null && lasts ? { ended: told.map(({ ended }) => ended) } : {}),
  }
}

/** How many tiles of each archive are read again. */
const LOOKED_AT = 200

/**
 * Reads an archive with the format's own reader: its header, and tiles of every zoom along the way to the points. Throws an
 * Error for what is not as it was meant to be.
 */
export async function checkArchive(file: string, { count, maxZoom }: Tiles): Promise<number> {
  const handle = await open(file)
  try {
    const archive = new PMTiles(fileSource(handle, file))
    const header = await archive.getHeader()
    if (header.maxZoom !== maxZoom || header.tileType !== TileType.Mvt || !header.clustered)
      throw new Error(`${file}: its header is not what was written`)
    let [looked, waiting] = [0, [[0, 0, 0]]]
    while (waiting.length > 0 && looked < LOOKED_AT) {
      const next: number[][] = []
      for (const [z = 0, x = 0, y = 0] of waiting) {
        const tile = await archive.getZxy(z, x, y)
        if (tile === undefined) continue
        looked += 1
        const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[SOURCE_LAYER]
        if (layer === undefined) throw new Error(`${file}: the tile ${z}/${x}/${y} has no points`)
        let sum = 0
        for (let at = 0; at < layer.length; at += 1) sum += Number(layer.feature(at).properties.n ?? 1)
        if (z === 0 && sum !== count) throw new Error(`${file}: its first tile has ${sum} points of ${count}`)
        const inside = [0, 1, 2, 3].map((part) => [z + 1, 2 * x + (part % 2), 2 * y + (part >> 1)])
        if (z < maxZoom) append(next, inside)
      }
      waiting = next.slice(0, 16)
    }
    return header.numAddressedTiles
  } finally {
    await handle.close()
  }
}

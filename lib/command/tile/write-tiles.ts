import { open, rename } from 'node:fs/promises'
import path from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { Compression, PMTiles, TileType } from 'pmtiles'
import { append } from '@/lib/schema/plain-values'
import type { Tiles } from '@/lib/schema/tiles'
import { fileSource } from '@/lib/server/read-archive'
import { RowWriter } from '@/lib/server/row-file'
import { type CountedPoint, countPoints, lookAtRuns, type RunsLook, type SortedPlan } from './count-points'
import { ShapeCutter, type ShapesTold, type TakeTile } from './cut-shapes'
import { Pyramid, SOURCE_LAYER } from './pyramid'
import { SHAPE_LAYER } from './shape-tile'
import { ArchiveWriter } from './write-archive'

/** The files to be written, and what the layer is called. */
export interface TileFiles {
  archive: string
  rows: string
  name: string
}

/** So many tiles may wait to be compressed. */
const MOST_WAITING = 64

/** What makes tiles of sorted points, or of lines or areas by their middles. */
interface Cutter {
  add(point: CountedPoint): Promise<void>
  finish(): Promise<void>
  /** What of the layer it knows better than its points do. */
  readonly told: ShapesTold | null
  /** How many tiles have only the largest of what lies in them. */
  readonly cutShort: number
}

function pointCutter({ maxZoom, shape }: RunsLook, take: TakeTile): Cutter {
  const pyramid = new Pyramid(maxZoom, shape, take)
  return {
    async add(point) {
      pyramid.add(point)
      if (pyramid.waiting > MOST_WAITING) await pyramid.settle()
    },
    finish: () => pyramid.finish(),
    told: null,
    cutShort: 0,
  }
}

/**
 * Makes the archive and the file of rows of sorted runs, in one pass; answers what is to be told of them, and how many tiles
 * have only the largest of what lies in them.
 */
export async function writeTiles(
  plan: SortedPlan,
  { archive: target, rows: rowsTarget, name }: TileFiles,
): Promise<{ tiles: Tiles; cutShort: number }> {
  const { work, kind } = plan
  const look = lookAtRuns(plan)
  const archive = await ArchiveWriter.open(work, look.maxZoom)
  const take: TakeTile = (zoom, id, tile) => archive.add(zoom, id, tile)
  const cutter = kind === 'point' ? pointCutter(look, take) : new ShapeCutter(work, kind, look, take)
  const draft = path.join(work, 'rows')
  const rows = new RowWriter(await open(draft, 'w'))
  const points = await countPoints(plan, look, async (point) => {
    await rows.add(point.category, point.start, point.end, point.at, point.text)
    await cutter.add(point)
  })
  await cutter.finish()
  await rows.finish()
  const counted = { ...points, ...cutter.told }
  const version = await archive.finish(target, {
    tileType: TileType.Mvt,
    tileCompression: Compression.Gzip,
    minZoom: 0,
    maxZoom: look.maxZoom,
    bounds: counted.bounds,
    metadata: { name, vector_layers: [{ id: sourceLayerOf(counted), fields: {} }] },
  })
  await rename(draft, rowsTarget)
  return { tiles: { version, ...counted }, cutShort: cutter.cutShort }
}

/** Name of the layer within the tiles. */
function sourceLayerOf({ shapes }: Pick<Tiles, 'shapes'>): string {
  return shapes === undefined ? SOURCE_LAYER : SHAPE_LAYER
}

/** How many tiles of each archive are read again. */
const LOOKED_AT = 200

/**
 * Reads an archive with the format's own reader: its header, and tiles of every zoom along the way to the points. Throws an
 * Error for what is not as it was meant to be.
 */
export async function checkArchive(file: string, { count, maxZoom, shapes }: Tiles): Promise<number> {
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
        const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[sourceLayerOf({ shapes })]
        if (layer === undefined) throw new Error(`${file}: the tile ${z}/${x}/${y} has nothing on it`)
        let sum = 0
        for (let at = 0; at < layer.length; at += 1) sum += Number(layer.feature(at).properties.n ?? 1)
        if (z === 0 && shapes === undefined && sum !== count)
          throw new Error(`${file}: its first tile has ${sum} points of ${count}`)
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

import { open, rename } from 'node:fs/promises'
import path from 'node:path'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { Compression, PMTiles, TileType } from 'pmtiles'
import { append } from '@/lib/schema/plain-values'
import type { Tiles } from '@/lib/schema/tiles'
import { fileSource } from '@/lib/server/read-archive'
import { RowWriter } from '@/lib/server/row-file'
import { countPoints, lookAtRuns, type SortedPlan } from './count-points'
import { Pyramid, SOURCE_LAYER } from './pyramid'
import { ArchiveWriter } from './write-archive'

/** The files to be written, and what the layer is called. */
export interface TileFiles {
  archive: string
  rows: string
  name: string
}

/** So many tiles may wait to be compressed. */
const MOST_WAITING = 64

/** Makes the archive and the file of rows of sorted runs, in one pass; answers what is to be told of them. */
export async function writeTiles(
  plan: SortedPlan,
  { archive: target, rows: rowsTarget, name }: TileFiles,
): Promise<Tiles> {
  const { work } = plan
  const look = lookAtRuns(plan)
  const archive = await ArchiveWriter.open(work, look.maxZoom)
  const pyramid = new Pyramid(look.maxZoom, look.shape, (zoom, id, tile) => archive.add(zoom, id, tile))
  const draft = path.join(work, 'rows')
  const rows = new RowWriter(await open(draft, 'w'))
  const counted = await countPoints(plan, look, async (point) => {
    await rows.add(point.category, point.start, point.end, point.at, point.text)
    pyramid.add(point)
    if (pyramid.waiting > MOST_WAITING) await pyramid.settle()
  })
  await pyramid.finish()
  await rows.finish()
  const version = await archive.finish(target, {
    tileType: TileType.Mvt,
    tileCompression: Compression.Gzip,
    minZoom: 0,
    maxZoom: look.maxZoom,
    bounds: counted.bounds,
    metadata: { name, vector_layers: [{ id: SOURCE_LAYER, fields: {} }] },
  })
  await rename(draft, rowsTarget)
  return { version, ...counted }
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

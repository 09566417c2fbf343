import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { zxyToTileId } from 'pmtiles'
import { keepLatest } from '@/lib/derive/once'
import { CURVE_LEVELS, cellLevel, cellsWithin, firstTileId } from '@/lib/geo/curve'
import { limits } from '@/lib/limits'
import type { Tiles } from '@/lib/schema/tiles'
import type { ReadTile } from '@/lib/server/read-archive'
import { ask } from './connection'
import { checkSet, pointSet, type SetAddress } from './point-sets'
import { tileStatement } from './tile-statement'

const pack = promisify(gzip)

/** How a layer's points are cut into tiles. */
interface Cut {
  maxZoom: number
  bins: number
  /** Of lines or areas all tiles are made while they are loaded. */
  shapes?: Tiles['shapes']
}

/** The number of a tile along the curve, among those of its zoom. */
const tileNumber = (z: number, x: number, y: number) => zxyToTileId(z, x, y) - firstTileId(z)

/** The values of `tileStatement` for a tile. */
export function tileValues(set: number, { maxZoom, bins }: Cut, z: number, x: number, y: number): number[] {
  const [first, within] = [tileNumber(z, x, y), cellsWithin(z)]
  const [level, side] = [cellLevel(z, maxZoom), 2 ** (CURVE_LEVELS - z)]
  const alone = z === maxZoom ? limits.tile.singles : -1
  const cell = 2 ** (CURVE_LEVELS - level)
  return [set, first * within, (first + 1) * within, alone, cellsWithin(level), x * side, y * side, side, cell, bins]
}

const keepTile = keepLatest<Buffer | null>(
  limits.database.keptTiles,
  (tile) => tile?.length ?? 0,
  limits.database.keptBytes,
)

/** What was made while the points were loaded, since it has too many of them to be made when asked for. */
const madeStatement = 'SELECT tile FROM caseboard_tiles WHERE set_id = $1 AND zoom = $2 AND number = $3'

async function readTile(address: SetAddress & Cut, z: number, x: number, y: number): Promise<Buffer | null> {
  const set = await pointSet(address)
  const [made] = await ask<{ tile: Buffer }>(madeStatement, [set, z, tileNumber(z, x, y)])
  if (made !== undefined) return made.tile
  const [cut] =
    address.shapes === undefined
      ? await ask<{ tile: Buffer | null }>(tileStatement, tileValues(set, address, z, x, y))
      : []
  const tile = cut?.tile ?? null
  if (tile !== null && tile.length > 0) return pack(tile, { level: 6 })
  await checkSet(address, set)
  return null
}

/** Tiles of a layer whose points are in the database, gzipped. */
export function databaseTiles(address: SetAddress & Cut): ReadTile {
  const { caseId, layerId, version } = address
  return (z, x, y) => keepTile(`${caseId}/${layerId}/${version}/${z}/${x}/${y}`, () => readTile(address, z, x, y))
}

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Client } from 'pg'
import { tileIdToZxy } from 'pmtiles'
import { cellsWithin, firstTileId } from '@/lib/geo/curve'
import { limits } from '@/lib/limits'
import type { Tiles } from '@/lib/schema/tiles'
import { databaseSetting } from '@/lib/server/database/connection'
import { tileValues } from '@/lib/server/database/database-tiles'
import { tileStatement } from '@/lib/server/database/tile-statement'
import { lookAtRuns, type SortedPlan } from '../tile/count-points'
import { ShapeCutter } from '../tile/cut-shapes'
import { tellCutShort, type WritePoints } from '../tile/tile-layer'
import { copyPoints } from './copy-points'
import { finishPart, makeTables, partName } from './tables'

const pack = promisify(gzip)

/** A layer of a case, whose points a set has. */
interface LayerAddress {
  caseId: string
  layerId: string
}

/** Makes the tiles that have too many points to be made when they are asked for; answers how many. */
async function makeFarTiles(client: Client, set: number, { maxZoom, time }: Tiles): Promise<number> {
  const cut = { maxZoom, bins: time?.count ?? 0 }
  let count = 0
  for (let zoom = 0; zoom <= maxZoom; zoom += 1) {
    const { rows } = await client.query<{ number: string }>(
      'SELECT key / $2::bigint AS number FROM caseboard_points WHERE set_id = $1 GROUP BY 1 HAVING count(*) > $3 ORDER BY 1',
      [set, cellsWithin(zoom), limits.database.pointsWhenAsked],
    )
    // Where no tile has too many, none nearer has.
    if (rows.length === 0) break
    for (const { number } of rows) {
      const [, x, y] = tileIdToZxy(firstTileId(zoom) + Number(number))
      const made = await client.query<{ tile: Buffer }>(tileStatement, tileValues(set, cut, zoom, x, y))
      const tile = await pack(made.rows[0]?.tile ?? Buffer.alloc(0), { level: 6 })
      await client.query('INSERT INTO caseboard_tiles VALUES ($1, $2, $3, $4)', [set, zoom, number, tile])
      count += 1
    }
  }
  return count
}

const shapesStatement =
  'INSERT INTO caseboard_tiles SELECT $1, * FROM unnest($2::smallint[], $3::bigint[], $4::bytea[])'

/** So many tiles of lines or areas go into the database at once. */
const TILES_AT_ONCE = 200

/** Puts all tiles of lines or areas into the database: they are cut while they are loaded, by what cuts them for an archive. */
class ShapeTiles {
  readonly #client: Client
  readonly #set: number
  #waiting: { zoom: number; number: number; tile: Buffer }[] = []
  count = 0

  constructor(client: Client, set: number) {
    this.#client = client
    this.#set = set
  }

  async add(zoom: number, tileId: number, tile: Buffer): Promise<void> {
    this.#waiting.push({ zoom, number: tileId - firstTileId(zoom), tile })
    this.count += 1
    if (this.#waiting.length >= TILES_AT_ONCE) await this.finish()
  }

  async finish(): Promise<void> {
    const [zooms, numbers, tiles] = (['zoom', 'number', 'tile'] as const).map((key) =>
      this.#waiting.map((each) => each[key]),
    )
    this.#waiting = []
    await this.#client.query(shapesStatement, [this.#set, zooms, numbers, tiles])
  }
}

/** Drops the sets of a layer that no page shows any more. */
async function dropOlder(client: Client, { caseId, layerId }: LayerAddress): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    'SELECT id FROM caseboard_sets WHERE case_id = $1 AND layer_id = $2 ORDER BY loaded DESC, id DESC OFFSET $3',
    [caseId, layerId, limits.database.kept],
  )
  for (const { id } of rows) {
    await client.query('BEGIN')
    await client.query('DELETE FROM caseboard_tiles WHERE set_id = $1', [id])
    await client.query('DELETE FROM caseboard_sets WHERE id = $1', [id])
    await client.query(`DROP TABLE ${partName(id)}`)
    await client.query('COMMIT')
  }
}

/** Loads a set of points as a whole or not at all; where the same are there already, these stay. */
async function loadSet(client: Client, { caseId, layerId }: LayerAddress, plan: SortedPlan) {
  await client.query('BEGIN')
  await client.query("SET LOCAL work_mem = '128MB'")
  await client.query("SET LOCAL maintenance_work_mem = '256MB'")
  const { rows } = await client.query<{ id: number }>(
    "INSERT INTO caseboard_sets (case_id, layer_id, version) VALUES ($1, $2, '') RETURNING id",
    [caseId, layerId],
  )
  const set = rows[0]?.id ?? 0
  await client.query(`CREATE TABLE ${partName(set)} (LIKE caseboard_points INCLUDING GENERATED)`)
  const look = lookAtRuns(plan)
  const made = new ShapeTiles(client, set)
  const cutter =
    plan.kind === 'point'
      ? null
      : new ShapeCutter(plan.work, plan.kind, look, (zoom, id, tile) => made.add(zoom, id, tile))
  const fill = async () => {
    const points = await copyPoints(client, set, plan, look, (point) => cutter?.add(point))
    const tiles = { ...points, ...cutter?.told }
    const there = await client.query(
      'UPDATE caseboard_sets SET loaded = now() WHERE case_id = $1 AND layer_id = $2 AND version = $3',
      [caseId, layerId, tiles.version],
    )
    if (there.rowCount === 1) {
      await client.query(`DROP TABLE ${partName(set)}`)
      await client.query('DELETE FROM caseboard_sets WHERE id = $1', [set])
      await client.query('COMMIT')
      return { tiles, told: 'rows that the database had already, on tiles' }
    }
    await finishPart(client, set)
    await cutter?.finish()
    await made.finish()
    const ahead = cutter === null ? await makeFarTiles(client, set, tiles) : made.count
    await client.query('UPDATE caseboard_sets SET version = $2 WHERE id = $1', [set, tiles.version])
    await client.query('COMMIT')
    return {
      tiles,
      told: `rows in the database, with ${ahead} tiles made ahead${cutter === null ? '' : tellCutShort(cutter.cutShort)},`,
    }
  }
  return fill().finally(() => cutter?.abandon())
}

/** Points into the database of `CASEBOARD_DATABASE_URL`, for a layer of a case. Throws an Error where that cannot be had. */
export function intoDatabase(caseId: string, layerId: string): WritePoints {
  return async (sorted) => {
    const client = new Client({
      connectionString: databaseSetting() ?? '',
      connectionTimeoutMillis: limits.database.connectMs,
      application_name: 'caseboard load',
    })
    // A connection that is cut fails the statement that waits, which says so.
    client.on('error', () => {})
    await client.connect()
    try {
      await makeTables(client)
      const loaded = await loadSet(client, { caseId, layerId }, sorted)
      await dropOlder(client, { caseId, layerId })
      return loaded
    } finally {
      await client.end()
    }
  }
}

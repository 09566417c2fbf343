import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { loadVerb } from '@/lib/command/verbs/load'
import { tileVerb } from '@/lib/command/verbs/tile'
import { everyTile } from '@/lib/derive/time-bins'
import { projectMercator } from '@/lib/geo/project-mercator'
import { type Tiles, tilesSchema } from '@/lib/schema/tiles'
import { closeDatabase, databaseState } from '@/lib/server/database/connection'
import { exportRows, type FindRows, type RowQuery } from '@/lib/server/find-rows'
import { layerRows, layerTile, type TiledAddress } from '@/lib/server/layer-tiles'
import { TestPostgres, whyWithoutPostgres } from '../../postgres'
import { copyData } from '../command/command-kit'

// Small enough that a short table has tiles of every kind: alone, gathered, and made while they are loaded.
vi.mock('@/lib/limits', async (original) => {
  const { limits } = await original<typeof import('@/lib/limits')>()
  const database = { ...limits.database, pointsWhenAsked: 400, scanned: 900, retryMs: 200 }
  return { limits: { ...limits, tile: { ...limits.tile, singles: 60 }, database } }
})

const before = { ...process.env }
const kinds = ['Fire', 'Fire', 'Flood', 'Quake', 'Größe 100% _\\x']

/** Points in clumps, some at one position, some that last, some without a date, some round the antimeridian. */
function makeIncidents(count: number): string {
  const day = (at: number) => new Date(Date.UTC(2030, 0, 1 + at)).toISOString().slice(0, 10)
  const rows = Array.from({ length: count }, (_, at) => {
    const start = (at * 37) % 700
    const [from, until] = at % 11 === 0 ? ['', ''] : [day(start), at % 5 === 0 ? day(start + 90) : '']
    const clump = at % 4
    const lng = clump === 0 ? 30.123456 : clump === 3 ? 179.9 - (at % 7) * 51.3 : ((at * 7919) % 9000) / 1000 + 20
    const lat = clump === 0 ? 50.1 : clump === 3 ? ((at * 31) % 160) - 80 : ((at * 104_729) % 4000) / 1000 + 48
    return `Event ${at} Łódź,${from},${until},${lat},${lng},${kinds[at % 5]},"tab\there, ""so"""`
  })
  return ['title,date,until,latitude,longitude,kind,note', ...rows].join('\n')
}

const why = whyWithoutPostgres()

describe.skipIf(why !== null)('a layer in the database', () => {
  let postgres: TestPostgres
  let data = ''
  let folder = ''
  let table = ''
  const told: string[] = []
  const options = { date: 'date', until: 'until', category: 'kind' }

  async function addressOf(layerId: string): Promise<TiledAddress & { tiles: Tiles }> {
    const { $schema: _, ...rest } = JSON.parse(await readFile(path.join(folder, 'tiles', `${layerId}.json`), 'utf8'))
    const tiles = tilesSchema.parse(rest)
    const layers = JSON.parse(await readFile(path.join(folder, 'layers.json'), 'utf8'))
    const { source } = layers.find(({ id }: { id: string }) => id === layerId)
    const { version, maxZoom, count, time, shapes } = tiles
    return { caseId: 'valid', layerId, source, version, maxZoom, count, bins: time?.count ?? 0, shapes, tiles }
  }

  async function quietly<T>(run: () => Promise<T>): Promise<T> {
    const [log, error] = [console.log, console.error]
    console.log = console.error = (line: unknown) => void told.push(String(line))
    return run().finally(() => {
      console.log = log
      console.error = error
    })
  }
  const load = () => quietly(async () => loadVerb.run(['valid', 'stored', table], options))

  beforeAll(async () => {
    postgres = await TestPostgres.launch()
    const copied = await copyData()
    data = copied.data
    folder = copied.folder.path
    process.env.CASEBOARD_DATA = data
    process.env.CASEBOARD_DATABASE_URL = postgres.url
    table = path.join(await mkdtemp(path.join(tmpdir(), 'load-')), 'incidents.csv')
    await writeFile(table, makeIncidents(4000))
    expect(await quietly(async () => tileVerb.run(['valid', 'packed', table], options))).toBe(0)
    expect(await load()).toBe(0)
  }, 120_000)
  afterAll(async () => {
    await closeDatabase()
    await postgres.close()
    process.env = before
    await rm(data, { recursive: true })
  })

  /** What a tile draws: each point with its position and what it says, by its row. */
  async function drawn(address: TiledAddress, z: number, x: number, y: number) {
    const tile = await layerTile(address, z, x, y)
    if (tile === null) return null
    const { points } = new VectorTile(new PbfReader(new Uint8Array(gunzipSync(tile)))).layers
    return Array.from({ length: points?.length ?? 0 }, (_, at) => {
      const feature = points?.feature(at)
      return { at: feature?.loadGeometry(), type: feature?.type, properties: feature?.properties }
    })
  }

  it('says of itself what the archive of the same table says', async () => {
    const [packed, stored] = [await addressOf('packed'), await addressOf('stored')]
    expect(stored.source).toBe('database')
    expect({ ...stored.tiles, version: '' }).toEqual({ ...packed.tiles, version: '' })
    expect(stored.tiles.ended).toBeDefined()
  })

  it('has the same tiles as the archive, feature by feature, at every zoom', async () => {
    const [packed, stored] = [await addressOf('packed'), await addressOf('stored')]
    let [waiting, count, alone, together] = [[[0, 0, 0]], 0, 0, 0]
    while (waiting.length > 0) {
      const next: number[][] = []
      for (const [z = 0, x = 0, y = 0] of waiting) {
        const [one, other] = [await drawn(packed, z, x, y), await drawn(stored, z, x, y)]
        expect(other, `${z}/${x}/${y}`).toEqual(one)
        if (one === null) continue
        count += 1
        const isNearest = z === packed.maxZoom
        if (isNearest) alone += one.filter(({ properties }) => properties?.n === undefined).length
        if (isNearest) together += one.filter(({ properties }) => Number(properties?.n) > 1).length
        if (!isNearest) for (const part of [0, 1, 2, 3]) next.push([z + 1, 2 * x + (part % 2), 2 * y + (part >> 1)])
      }
      // Those on the way to where most stand, and some of all others.
      const [east, south] = projectMercator([30.123456, 50.1])
      const isOnWay = ([z = 0, x, y]: number[]) => x === Math.floor(east * 2 ** z) && y === Math.floor(south * 2 ** z)
      waiting = next.filter((tile, at) => isOnWay(tile) || at % Math.ceil(next.length / 60) === 0)
    }
    expect(count).toBeGreaterThan(200)
    expect(Math.min(alone, together)).toBeGreaterThan(0)
    expect(await drawn(stored, 3, 0, 0)).toEqual(await drawn(packed, 3, 0, 0))
  }, 60_000)

  const every: RowQuery = { ...everyTile, box: null, words: '', range: null }
  async function all(find: FindRows, query: RowQuery) {
    const rows = []
    let after: number | null = 0
    while (after !== null) {
      const page = await find(query, after, 100)
      rows.push(...page.rows)
      after = page.next
    }
    return rows
  }
  const queries: [string, Partial<RowQuery>][] = [
    ['everything', {}],
    ['bins', { bins: { from: 3, to: 5 } }],
    ['categories', { categories: [1, 3] }],
    ['none of the categories', { categories: [] }],
    ['bounds', { box: [25, 49, 30.123456, 50.1] }],
    ['bounds across the antimeridian', { box: [170, -90, -120, 90] }],
    ['words without accents', { words: 'event 39' }],
    ['words with accents, in a row of their own', { words: 'EVENT 1234 lodz' }],
    ['signs of a pattern', { words: '% _\\x' }],
    ['words that nothing has', { words: "'; DROP TABLE caseboard_points; --" }],
    ['rows of a circle', { range: { first: 500, count: 30 } }],
    ['all of it at once', { bins: { from: 0, to: 9 }, categories: [0], box: [20, 40, 40, 60], words: 'event' }],
    ['nothing', { none: true }],
  ]
  it.each(queries)('finds the same rows as the file: %s', async (_, asked) => {
    const [file, database] = [await layerRows(await addressOf('packed')), await layerRows(await addressOf('stored'))]
    const query = { ...every, ...asked }
    expect(await all(database, query)).toEqual(await all(file, query))
  })

  it('is downloaded as the same file', async () => {
    const written = async (layerId: string) => {
      let text = ''
      for await (const piece of exportRows(await layerRows(await addressOf(layerId)), { ...every, words: 'fire' }, 0))
        text += piece
      return text
    }
    expect(await written('stored')).toBe(await written('packed'))
  })

  it('is loaded once, beside what is there, and what nobody shows any more is dropped', async () => {
    const first = await addressOf('stored')
    expect(await load()).toBe(0)
    expect(told.at(-1)).toContain('had already')
    expect((await addressOf('stored')).version).toBe(first.version)
    const versions = [first.version]
    for (const count of [1000, 1100]) {
      await writeFile(table, makeIncidents(count))
      expect(await load()).toBe(0)
      versions.push((await addressOf('stored')).version)
      // A page that has not got the case anew goes on with what it had.
      expect((await (await layerRows({ ...first, version: versions.at(-2) ?? '' }))(every, 0, 5)).rows).toHaveLength(5)
    }
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    const kept = await client.query('SELECT version FROM caseboard_sets ORDER BY id')
    const parts = await client.query("SELECT FROM pg_class WHERE relname ~ '^caseboard_points_\\d+$'")
    await client.end()
    expect(kept.rows.map(({ version }) => version)).toEqual(versions.slice(1))
    expect(parts.rowCount).toBe(2)
    // Of what was dropped nothing is there, which is not told as that it has none.
    await expect(layerTile({ ...first, maxZoom: 14 }, 14, 1, 1)).rejects.toThrow('are not in the database')
    await expect((await layerRows(first))(every, 0, 5)).rejects.toThrow('are not in the database')
  }, 60_000)

  it('leaves nothing of a load that is stopped', async () => {
    const runs = await import('@/lib/command/tile/runs')
    await writeFile(table, makeIncidents(1200))
    const known = await addressOf('stored')
    const merge = runs.mergeRuns
    const stop = vi.spyOn(runs, 'mergeRuns').mockImplementation(function* (where, count) {
      let sent = 0
      for (const point of merge(where, count)) {
        if (++sent > 600) throw new Error('stopped')
        yield point
      }
    })
    await expect(load()).rejects.toThrow('stopped')
    stop.mockRestore()
    expect(await addressOf('stored')).toEqual(known)
    const client = new Client({ connectionString: postgres.url })
    await client.connect()
    const { rows } = await client.query(
      "SELECT (SELECT count(*) FROM caseboard_sets)::int AS sets, count(*)::int AS parts FROM pg_class WHERE relname ~ '^caseboard_points_\\d+$'",
    )
    expect(rows).toEqual([{ sets: 2, parts: 2 }])
    await client.end()
  })

  it('has the same tiles of lines and areas as the archive, and their shapes in a download', async () => {
    const file = path.join(path.dirname(table), 'fields.geojsonl')
    const feature = (at: number) => {
      const [west, south] = [20 + (at % 20) / 10, 50 + Math.floor(at / 20) / 10]
      const ring = [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ].map(([x = 0, y = 0]) => [west + x / 20, south + y / 20])
      const properties = { title: `Field ${at}`, date: `2030-01-0${1 + (at % 9)}`, kind: kinds[at % 5] }
      return JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties })
    }
    await writeFile(file, Array.from({ length: 300 }, (_, at) => feature(at)).join('\n'))
    expect(await quietly(async () => tileVerb.run(['valid', 'packed-fields', file], {}))).toBe(0)
    expect(await quietly(async () => loadVerb.run(['valid', 'stored-fields', file], {}))).toBe(0)
    const [packed, stored] = [await addressOf('packed-fields'), await addressOf('stored-fields')]
    expect({ ...stored.tiles, version: '' }).toEqual({ ...packed.tiles, version: '' })
    let [waiting, count] = [[[0, 0, 0]], 0]
    while (waiting.length > 0) {
      const next: number[][] = []
      for (const [z = 0, x = 0, y = 0] of waiting) {
        const [one, other] = [await layerTile(packed, z, x, y), await layerTile(stored, z, x, y)]
        expect(other, `${z}/${x}/${y}`).toEqual(one)
        if (one === null) continue
        count += 1
        if (z < packed.maxZoom)
          for (const part of [0, 1, 2, 3]) next.push([z + 1, 2 * x + (part % 2), 2 * y + (part >> 1)])
      }
      waiting = next
    }
    expect(count).toBeGreaterThan(50)
    const written = async (address: TiledAddress) => {
      let text = ''
      for await (const piece of exportRows(await layerRows(address), { ...every, words: 'field 29' }, 0)) text += piece
      return text
    }
    expect(await written(stored)).toBe(await written(packed))
    expect(JSON.parse(await written(stored)).features[0].geometry.type).toBe('Polygon')
    await expect(layerTile({ ...stored, version: '0123456789ab' }, 3, 0, 0)).rejects.toThrow('are not in the database')
  }, 60_000)

  it('costs only itself while the database is away, and is there again with it', async () => {
    const [packed, stored] = [await addressOf('packed'), await addressOf('stored')]
    const rows = async () => (await (await layerRows(stored))(every, 0, 3)).rows.length
    expect(await rows()).toBe(3)
    expect(databaseState()).toEqual({ reachable: true })
    await postgres.stop()
    await quietly(async () => {
      await expect(rows()).rejects.toMatchObject({ name: 'DatabaseAway' })
      // Nobody waits again for what has just not answered.
      const start = performance.now()
      await expect(rows()).rejects.toMatchObject({ name: 'DatabaseAway' })
      expect(performance.now() - start).toBeLessThan(50)
    })
    expect(told.filter((line) => line.includes('CASEBOARD_DATABASE_URL cannot be reached'))).toHaveLength(1)
    expect(databaseState()).toEqual({ reachable: false })
    expect(await layerTile(packed, 0, 0, 0)).not.toBeNull()
    await postgres.start()
    await expect.poll(rows, { timeout: 5000 }).toBe(3)
    expect(databaseState()).toEqual({ reachable: true })
  }, 60_000)
})

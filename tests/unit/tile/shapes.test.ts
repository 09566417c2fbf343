import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Geometry } from 'geojson'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { tileVerb } from '@/lib/command/verbs/tile'
import { everyTile } from '@/lib/derive/time-bins'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import { exportRows, findRows } from '@/lib/server/find-rows'
import { RowFile } from '@/lib/server/row-file'
import { copyData } from '../command/command-kit'
import { openTiles } from './tile-kit'

vi.mock('@/lib/limits', async (original) => {
  const { limits: all } = await original<typeof import('@/lib/limits')>()
  return { limits: { ...all, tile: { ...all.tile, runRecords: 40, tiles: 2000, shapes: 150, positions: 300 } } }
})

let data = ''
let folder = { id: '', path: '' }
const before = process.env.CASEBOARD_DATA
const printed: string[] = []
const [log, error] = [console.log, console.error]
const { cutBytes } = limits.tile

beforeEach(async () => {
  ;({ data, folder } = await copyData())
  process.env.CASEBOARD_DATA = data
  printed.length = 0
  console.log = console.error = (line: unknown) => void printed.push(String(line))
})
afterEach(async () => {
  console.log = log
  console.error = error
  Object.assign(limits.tile, { cutBytes })
  if (before === undefined) delete process.env.CASEBOARD_DATA
  else process.env.CASEBOARD_DATA = before
  await rm(data, { recursive: true })
})

const square = (lng: number, lat: number, side: number): Geometry => {
  const [east, north] = [lng + side, lat + side]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lng, lat],
        [east, lat],
        [east, north],
        [lng, north],
        [lng, lat],
      ],
    ],
  }
}
const fields = Array.from({ length: 100 }, (_, at) => square(10 + (at % 10) / 50, 50 + Math.floor(at / 10) / 50, 0.015))

async function tile(geometries: readonly Geometry[]) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'tile-')), 'fields.geojsonl')
  const lines = geometries.map((geometry, at) => {
    const properties = { title: `No ${at}`, kind: at % 2 === 0 ? 'Flood' : 'Fire', date: `2030-01-${10 + (at % 20)}` }
    return JSON.stringify({ type: 'Feature', geometry, properties })
  })
  await writeFile(file, lines.join('\n'))
  return tileVerb.run(['valid', 'fields', file], {})
}

const inTiles = (ending: string) => path.join(folder.path, 'tiles', `fields.${ending}`)
const summary = async () => JSON.parse(await readFile(inTiles('json'), 'utf8'))
const open = () => openTiles(inTiles('pmtiles'), 'shapes')
type Tiles = Awaited<ReturnType<typeof open>>

/** The tile of a zoom that a position is in, and where in it, in its own units. */
function tileOf(at: [number, number], z: number) {
  const [x, y] = projectMercator(at).map((unit) => unit * 2 ** z) as [number, number]
  return { tile: [z, Math.floor(x), Math.floor(y)] as const, x: (x % 1) * 4096, y: (y % 1) * 4096 }
}

async function rowsOf(tiles: Tiles, z: number): Promise<Set<unknown>> {
  const rows = new Set<unknown>()
  const [from, to] = [tileOf([9.9, 50.3], z).tile, tileOf([10.3, 49.9], z).tile]
  for (let x = from[1]; x <= to[1]; x += 1)
    for (let y = from[2]; y <= to[2]; y += 1) for (const { row } of (await tiles.shapes([z, x, y])) ?? []) rows.add(row)
  return rows
}

describe('tiles of areas', () => {
  it('are a layer of the mark “area”, counted by kind and time, which passes the check', async () => {
    expect(await tile(fields)).toBe(0)
    expect(await summary()).toMatchObject({
      shapes: 'area',
      count: 100,
      counts: [50, 50, 0],
      time: { unit: 'day', count: 20 },
    })
    const { bounds } = await summary()
    expect(bounds).toEqual([10, 50, 10.195, 50.195])
    const { parted } = await checkCase(folder, false)
    expect(parted.setAside).toEqual([])
    expect(parted.records?.layers.find(({ id }) => id === 'fields')).toMatchObject({
      mark: 'area',
      tiles: { shapes: 'area' },
    })
    expect(await readdir(folder.path)).not.toContain('.tiles-fields')
  })

  it('have each of them where it is, as a dot for as long as it is too small to be seen', async () => {
    await tile(fields)
    const [tiles, { maxZoom }] = [await open(), await summary()]
    const far = (await tiles.shapes([0, 0, 0])) ?? []
    expect(new Set(far.map(({ part }) => part))).toEqual(new Set(['point']))
    // Of one place, kind and day there is one dot; all of them are within three pixels.
    expect(far.length).toBeGreaterThanOrEqual(20)
    expect(far.length).toBeLessThan(60)
    expect((await rowsOf(tiles, maxZoom)).size).toBe(100)
    const { tile: at, x, y } = tileOf([10, 50], maxZoom)
    const found = (await tiles.shapes(at)) ?? []
    expect(new Set(found.map(({ part }) => part))).toEqual(new Set(['area']))
    const corner = found.flatMap(({ lines }) => lines.flat()).map(([left, top]) => Math.hypot(left - x, top - y))
    expect(corner.reduce((least, off) => Math.min(least, off))).toBeLessThan(1)
  })

  it('are the same when they are cut part by part, as those are of which there is no room for all', async () => {
    await tile(fields)
    const whole = await open()
    const { maxZoom } = await summary()
    Object.assign(limits.tile, { cutBytes: 4000 })
    await tile(fields)
    const parts = await open()
    for (let z = 0; z <= maxZoom; z += 1)
      expect([z, (await rowsOf(parts, z)).size]).toEqual([z, (await rowsOf(whole, z)).size])
    const { tile: at } = tileOf([10.1, 50.1], maxZoom)
    const sorted = async (tiles: Tiles) =>
      ((await tiles.shapes(at)) ?? [])
        .map((shape) => JSON.stringify([shape.row, shape.lines.map((line) => line.toSorted().join())]))
        .sort()
    // What is cut twice has another first corner, and one less where that lay on the edge.
    expect((await sorted(parts)).length).toBe((await sorted(whole)).length)
  })

  it('come so near that small ones have their shape, and are no squares of the grid', async () => {
    await tile([square(10, 50, 0.0005), square(11, 50, 0.0005)])
    const [tiles, { maxZoom }] = [await open(), await summary()]
    expect(maxZoom).toBeGreaterThan(12)
    const [found] = (await tiles.shapes(tileOf([10.00025, 50.00025], maxZoom).tile)) ?? []
    const xs = (found?.lines.flat() ?? []).map(([x]) => x).toSorted((one, other) => one - other)
    expect((xs.at(-1) ?? 0) - (xs[0] ?? 0)).toBeGreaterThan(60)
  })

  it('cut one that covers many tiles, and fill those that lie within it', async () => {
    const [west, south, east, north] = [-120, -50, 120, 50]
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    const wide: Geometry = { type: 'Polygon', coordinates: [ring] }
    Object.assign(limits.tile, { cutBytes: 100 })
    await tile([wide, square(10, 20, 1)])
    const tiles = await open()
    const within = (await tiles.shapes(tileOf([-60, 10], 5).tile)) ?? []
    expect(within.map(({ row }) => row)).toHaveLength(1)
    const [[edge = []] = []] = within.map(({ lines }) => lines)
    expect(
      edge
        .map(
          ([x, y]) => Math.min(Math.abs(x + 64), Math.abs(x - 4160)) + Math.min(Math.abs(y + 64), Math.abs(y - 4160)),
        )
        .every((off) => off <= 2),
    ).toBe(true)
  })

  it('keep the largest where a tile would have too many, and say so', async () => {
    const many = Array.from({ length: 200 }, (_, at) => square(10 + at / 1e5, 50 + (at % 7) / 1e5, 0.001 + at / 1e6))
    await tile(many)
    const [tiles, { maxZoom }] = [await open(), await summary()]
    const found = (await tiles.shapes(tileOf([10.0015, 50.0005], maxZoom).tile)) ?? []
    expect(found).toHaveLength(150)
    expect(printed.join('\n')).toMatch(/on \d+ of them only the 150 largest/)
  })

  it('name what they leave out: points, lines, what is no polygon, and what has too many positions', async () => {
    const long = {
      type: 'Polygon' as const,
      coordinates: [Array.from({ length: 400 }, (_, at) => [10 + Math.cos(at), 50 + Math.sin(at)])],
    }
    long.coordinates[0]?.push(long.coordinates[0][0] ?? [])
    const two = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [1, 1],
          [2, 1],
          [1, 1],
        ],
      ],
    }
    expect(await tile([square(10, 50, 1), { type: 'Point', coordinates: [1, 1] }, long, two])).toBe(1)
    const told = printed.join('\n')
    expect(told).toMatch(/row 2: is a Point, and these tiles are made of areas/)
    expect(told).toMatch(/row 3: has 401 positions, and 300 are the most/)
    expect(told).toMatch(/row 4, column “geometry”/)
    expect(printed.at(-1)).toContain('1 of 4 rows')
  })

  it('are listed by their middles and downloaded with their shapes', async () => {
    await tile([square(10, 50, 1), square(30, 50, 1)])
    const rows = await RowFile.open(inTiles('rows'))
    const query = { ...everyTile, box: [29, 49, 32, 52] as [number, number, number, number], words: '', range: null }
    const page = await findRows(rows, query, 0, 10)
    expect(page.rows.map(({ at }) => at)).toEqual([[30.5, expect.closeTo(50.5, 1)]])
    let text = ''
    for await (const piece of exportRows((asked, after, most) => findRows(rows, asked, after, most), query, 0))
      text += piece
    expect(JSON.parse(text).features[0].geometry).toEqual(square(30, 50, 1))
    await rows.close()
  })
})

describe('tiles of lines', () => {
  it('have them cut, simplified from afar and whole from near', async () => {
    const wave = Array.from({ length: 200 }, (_, at) => [10 + at / 100, 50 + Math.sin(at) / 500])
    await tile([
      { type: 'LineString', coordinates: wave },
      {
        type: 'LineString',
        coordinates: [
          [10, 50],
          [10.00001, 50],
        ],
      },
    ])
    const [tiles, { maxZoom, shapes }] = [await open(), await summary()]
    expect(shapes).toBe('line')
    const far = (await tiles.shapes(tileOf([11, 50], 2).tile)) ?? []
    expect(far.map(({ part }) => part).sort()).toEqual(['line', 'point'])
    expect(far.find(({ part }) => part === 'line')?.lines[0]?.length).toBeLessThan(10)
    let positions = 0
    for (let x = tileOf([10, 50], maxZoom).tile[1]; x <= tileOf([12, 50], maxZoom).tile[1]; x += 1)
      for (const y of [0, 1, -1].map((off) => tileOf([10, 50], maxZoom).tile[2] + off))
        for (const { lines } of (await tiles.shapes([maxZoom, x, y])) ?? []) positions += lines.flat().length
    expect(positions).toBeGreaterThan(200)
  })
  it('are on both sides of the map where they lie across the antimeridian', async () => {
    await tile([
      {
        type: 'LineString',
        coordinates: [
          [179, 11],
          [-179, 11],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [10, 50],
          [11, 50],
        ],
      },
    ])
    const [tiles, { bounds }] = [await open(), await summary()]
    expect([bounds[0], bounds[2]]).toEqual([-180, 180])
    const {
      tile: [, , y],
    } = tileOf([0, 11], 4)
    expect(await tiles.shapes([4, 0, y])).toHaveLength(1)
    expect(await tiles.shapes([4, 15, y])).toHaveLength(1)
  })
})

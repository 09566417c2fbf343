import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkCase } from '@/lib/command/check/check-case'
import { tileVerb } from '@/lib/command/verbs/tile'
import { RowFile } from '@/lib/server/row-file'
import { copyData } from '../command/command-kit'
import { countOf, makeTable, openTiles } from './tile-kit'

// Small runs: several of them have to be merged, and what was stopped has some to go on from.
vi.mock('@/lib/limits', async (original) => {
  const { limits } = await original<typeof import('@/lib/limits')>()
  return { limits: { ...limits, tile: { ...limits.tile, runRecords: 700, singles: 200 } } }
})

let data = ''
let folder = { id: '', path: '' }
const before = process.env.CASEBOARD_DATA
const printed: string[] = []
const [log, error] = [console.log, console.error]

beforeEach(async () => {
  ;({ data, folder } = await copyData())
  process.env.CASEBOARD_DATA = data
  printed.length = 0
  console.log = console.error = (line: unknown) => void printed.push(String(line))
})
afterEach(async () => {
  console.log = log
  console.error = error
  if (before === undefined) delete process.env.CASEBOARD_DATA
  else process.env.CASEBOARD_DATA = before
  await rm(data, { recursive: true })
})

async function tile(text: string, name = 'incidents.csv', options: Record<string, string> = {}) {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'tile-')), name)
  await writeFile(file, text)
  return { file, code: await tileVerb.run(['valid', 'incidents', file], options) }
}

const inTiles = (name: string) => path.join(folder.path, 'tiles', name)
const summary = async () => JSON.parse(await readFile(inTiles('incidents.json'), 'utf8'))

describe('tiles of a table', () => {
  it('have every point once at every zoom, and the case passes its check', async () => {
    expect((await tile(makeTable(5000))).code).toBe(0)
    const told = await summary()
    expect(told).toMatchObject({ count: 5000, counts: [2501, 1666, 833, 0], property: 'kind' })
    expect(told.time).toMatchObject({ unit: 'month', first: '2030-01-01', count: 24 })
    const tiles = await openTiles(inTiles('incidents.pmtiles'))
    for (const zoom of [0, 1, 2, 5]) {
      const side = 2 ** zoom
      let sum = 0
      for (let at = 0; at < side * side; at += 1)
        sum += countOf(await tiles.read(zoom, at % side, Math.floor(at / side)))
      expect(sum).toBe(5000)
    }
    const { parted } = await checkCase(folder, false)
    const layer = parted.records?.layers.find(({ id }) => id === 'incidents')
    expect(layer).toMatchObject({
      mark: 'cluster',
      fields: [{ property: 'kind', label: 'kind' }],
      tiles: { count: 5000 },
    })
    expect(parted.setAside).toEqual([])
    expect(await readdir(folder.path)).not.toContain('.tiles-incidents')
  })

  it('keep circles apart, however many they stand for', async () => {
    await tile(makeTable(5000))
    const tiles = await openTiles(inTiles('incidents.pmtiles'))
    const circles = (await tiles.places(1, 1, 0)) ?? []
    // In px of a tile of 512, with the stroke.
    const radius = (n: number) => (n >= 1000 ? 26 : n >= 100 ? 21 : n >= 10 ? 17 : 14)
    const overlapping = circles.flatMap((one, index) =>
      circles.slice(index + 1).filter((other) => {
        return Math.hypot(one.x - other.x, one.y - other.y) + 0.5 < radius(one.n) + radius(other.n)
      }),
    )
    expect(circles.length).toBeGreaterThan(3)
    expect(overlapping).toEqual([])
  })

  it('name rows that follow one another in the file of rows', async () => {
    await tile(makeTable(3000))
    const tiles = await openTiles(inTiles('incidents.pmtiles'))
    const rows = await RowFile.open(inTiles('incidents.rows'))
    const [first = []] = [await tiles.read(0, 0, 0)]
    const starts = (first ?? []).map(({ row, n }) => [Number(row), Number(n ?? 1)] as const).sort(([a], [b]) => a - b)
    let next = 0
    for (const [row, n] of starts) {
      expect(row).toBe(next)
      next += n
    }
    expect(next).toBe(rows.rows)
    const [row] = await rows.readBlock(1)
    expect(row).toMatchObject({ row: 256, properties: { name: expect.stringMatching(/^Event \d+$/) } })
    await rows.close()
  })

  it('are the same from lines of GeoJSON and from a collection', async () => {
    const feature = (index: number) =>
      JSON.stringify({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [index / 10, 50] },
        properties: { title: `No ${index} "{[`, date: `2030-01-${10 + (index % 20)}` },
      })
    const features = Array.from({ length: 300 }, (_, index) => feature(index))
    expect((await tile(features.join('\n'), 'a.geojsonl')).code).toBe(0)
    const lines = await summary()
    const collection = `{"type":"FeatureCollection","name":"x","features":[\n${features.join(',\n')}\n],"more":[{}]}`
    expect((await tile(collection, 'a.geojson')).code).toBe(0)
    expect(await summary()).toEqual(lines)
    expect(lines.count).toBe(300)
  })

  it('leave out what cannot be on them, each named', async () => {
    const table = `${makeTable(10)}\nNowhere,2030-01-01,,,Fire\nOff,2030-01-01,95,200,Fire\nBad day,2030-02-31,50,10,Fire`
    expect((await tile(table)).code).toBe(1)
    expect(await summary()).toMatchObject({ count: 10 })
    expect(printed.join('\n')).toMatch(/row 12: has no position/)
    expect(printed.join('\n')).toMatch(/row 13, column/)
    expect(printed.join('\n')).toMatch(/row 14, column “date”: “2030-02-31”/)
    expect(printed.at(-1)).toMatch(/10 of 13 rows on .* 3 set aside/)
  })

  it('leave out a line where the first row is a point, and nothing is written of a file without any position', async () => {
    const feature = (geometry: object | null) =>
      JSON.stringify({ type: 'Feature', geometry, properties: { title: 'A' } })
    const line = {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [2, 2],
      ],
    }
    const point = { type: 'Point', coordinates: [1, 1] }
    const several = {
      type: 'MultiPoint',
      coordinates: [
        [1, 1],
        [2, 2],
      ],
    }
    await expect(tile(`${feature(several)}\n${feature(null)}`, 'a.ndjson')).rejects.toThrow('none of the 2 rows')
    expect(await readdir(path.join(folder.path, 'tiles'))).toEqual([])
    expect((await tile(`${feature(point)}\n${feature(line)}`, 'a.ndjson')).code).toBe(1)
    expect(printed.join('\n')).toContain('row 2: is a LineString, and these tiles are made of points')
    expect((await summary()).shapes).toBeUndefined()
  })

  it('go on after a stop from the runs that were written', async () => {
    const table = makeTable(3000)
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'tile-')), 'incidents.csv')
    await writeFile(file, table)
    const runs = await import('@/lib/command/tile/runs')
    const write = runs.Run.prototype.write
    let written = 0
    const spy = vi.spyOn(runs.Run.prototype, 'write').mockImplementation(function (
      this: InstanceType<typeof runs.Run>,
      ...args
    ) {
      written += 1
      if (written === 3) throw new Error('stopped')
      return write.apply(this, args)
    })
    await expect(tileVerb.run(['valid', 'incidents', file], {})).rejects.toThrow('stopped')
    const kept = path.join(folder.path, '.tiles-incidents', 'run-0.bin')
    const { mtimeMs } = await stat(kept)
    written = 10
    const told: number[] = []
    spy.mockImplementation(function (this: InstanceType<typeof runs.Run>, where, run) {
      told.push(run)
      return write.call(this, where, run)
    })
    const again = tileVerb.run(['valid', 'incidents', file], {})
    expect((await stat(kept)).mtimeMs).toBe(mtimeMs)
    expect(await again).toBe(0)
    spy.mockRestore()
    expect(told).toEqual([2, 3, 4])
    expect(await summary()).toMatchObject({ count: 3000 })
  })
})

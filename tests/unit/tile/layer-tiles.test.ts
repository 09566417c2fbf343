import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Compression, TileType } from 'pmtiles'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readRowQuery } from '@/app/api/cases/row-query'
import { TileCollection, writePmtiles } from '@/lib/command/basemap/write-pmtiles'
import { everyTile } from '@/lib/derive/time-bins'
import type { Tiles } from '@/lib/schema/tiles'
import { exportRows, type RowQuery } from '@/lib/server/find-rows'
import { layerRows, layerTile } from '@/lib/server/layer-tiles'
import { RowFile, RowWriter } from '@/lib/server/row-file'

vi.mock('@/lib/limits', async (original) => {
  const { limits } = await original<typeof import('@/lib/limits')>()
  return { limits: { ...limits, tile: { ...limits.tile, scanned: 1000, exported: 1500, remoteBytes: 5000 } } }
})

let data = ''
let server: Server
let origin = ''
const asked: { url: string; range: string | undefined }[] = []
const before = { ...process.env }

const tile = Buffer.from('a tile')
const archive = () => {
  const tiles = new TileCollection()
  tiles.add(0, 0, 0, tile)
  return writePmtiles(tiles, {
    tileType: TileType.Mvt,
    tileCompression: Compression.None,
    minZoom: 0,
    maxZoom: 0,
    metadata: {},
  })
}

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'tiles-'))
  const folder = path.join(data, 'cases', 'a-case', 'tiles')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'own.pmtiles'), archive())
  await writeFile(path.join(data, 'secret.pmtiles'), archive())
  const rows = new RowWriter(await open(path.join(folder, 'own.rows'), 'w'))
  for (let row = 0; row < 3000; row += 1) {
    const at = [row / 100, 50] as const
    const bin = row % 10 === 0 ? -1 : row % 3
    const properties = { name: row === 2777 ? 'Łódź fire' : `Row ${row}`, kind: row % 2 === 0 ? 'Fire' : 'Flood' }
    await rows.add(row % 2, bin, bin, at, JSON.stringify({ at, properties }))
  }
  await rows.finish()
  server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', range: request.headers.range })
    const bytes = archive()
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (request.url === '/away/0/0/0') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
    else if (request.url === '/large/0/0/0') response.end(Buffer.alloc(6000))
    else if (request.url?.endsWith('.pmtiles') === true && from !== undefined)
      response.writeHead(206).end(bytes.subarray(Number(from), Number(to) + 1))
    else if (request.url === '/t/0/0/0') response.end(tile)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  process.env.CASEBOARD_DATA = data
  process.env.CASEBOARD_TILES = `https://tiles.example ${origin}/`
})
afterAll(async () => {
  process.env = before
  server.close()
  await rm(data, { recursive: true })
})

const at = (source: string, layerId = 'own') => {
  return { caseId: 'a-case', layerId, source, version: 'v1', maxZoom: 0, count: 3000, bins: 3 }
}

describe('the tiles of a layer', () => {
  it('are read from the archive in the case’s folder, and from nowhere above it', async () => {
    expect(await layerTile(at('tiles/own.pmtiles'), 0, 0, 0)).toEqual(tile)
    expect(await layerTile(at('tiles/own.pmtiles'), 1, 0, 0)).toBeNull()
    await expect(layerTile(at('tiles/../../../secret.pmtiles'), 0, 0, 0)).rejects.toThrow('leads out')
  })

  it('are read from an archive at an allowed origin, by ranges', async () => {
    expect(await layerTile(at(`${origin}/far.pmtiles`), 0, 0, 0)).toEqual(tile)
    expect(asked.filter(({ url }) => url === '/far.pmtiles').every(({ range }) => range !== undefined)).toBe(true)
  })

  it('are read one by one from a template, packed for the reader', async () => {
    const found = await layerTile(at(`${origin}/t/{z}/{x}/{y}`), 0, 0, 0)
    expect(found === null ? null : gunzipSync(found)).toEqual(tile)
    expect(await layerTile(at(`${origin}/t/{z}/{x}/{y}`), 1, 0, 0)).toBeNull()
  })

  it('are not fetched from an origin that the operator has not allowed', async () => {
    await expect(layerTile(at('http://127.0.0.1:9/x.pmtiles'), 0, 0, 0)).rejects.toMatchObject({ name: 'NotAllowed' })
    await expect(layerTile(at('https://tiles.example.evil/{z}/{x}/{y}'), 0, 0, 0)).rejects.toMatchObject({
      name: 'NotAllowed',
    })
  })

  it('are not followed to another origin, nor taken where they are too large', async () => {
    await expect(layerTile(at(`${origin}/away/{z}/{x}/{y}`), 0, 0, 0)).rejects.toThrow()
    await expect(layerTile(at(`${origin}/large/{z}/{x}/{y}`), 0, 0, 0)).rejects.toThrow('larger than')
  })
})

const every: RowQuery = { ...everyTile, box: null, words: '', range: null }
const rowsOf = () => layerRows(at('tiles/own.pmtiles'))

/** All rows that pass, and in how many answers they came. */
async function all(query: Partial<RowQuery>) {
  const find = await rowsOf()
  const rows = []
  let [after, answers]: [number | null, number] = [0, 0]
  while (after !== null) {
    const page = await find({ ...every, ...query }, after, 100)
    rows.push(...page.rows)
    after = page.next
    answers += 1
  }
  return { rows, answers }
}

describe('the rows of a layer', () => {
  it('come a page at a time, each once and in order', async () => {
    const { rows, answers } = await all({})
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 3000 }, (_, row) => row))
    expect(answers).toBe(30)
  })

  it('are those of the bins, categories and bounds that are asked for', async () => {
    expect((await all({ bins: { from: 1, to: 1 } })).rows.every(({ row }) => row % 3 === 1 && row % 10 !== 0)).toBe(
      true,
    )
    expect((await all({ categories: [1] })).rows.length).toBe(1500)
    expect((await all({ box: [10, 40, 10.5, 60] })).rows.map(({ row }) => row)).toEqual(
      Array.from({ length: 51 }, (_, index) => 1000 + index),
    )
    expect((await all({ range: { first: 500, count: 3 } })).rows.map(({ row }) => row)).toEqual([500, 501, 502])
    expect((await all({ none: true })).rows).toEqual([])
  })

  it('are found by words without regard to accents, in answers that look at no more than the limit', async () => {
    const { rows, answers } = await all({ words: 'ŁODZ fire' })
    expect(rows.map(({ row }) => row)).toEqual([2777])
    expect(answers).toBe(3)
  })

  it('are not read from a file that is cut off', async () => {
    const file = path.join(data, 'cut.rows')
    await writeFile(file, (await readFile(path.join(data, 'cases', 'a-case', 'tiles', 'own.rows'))).subarray(0, -9))
    await expect(RowFile.open(file)).rejects.toThrow('no file of rows')
  })
})

describe('a query of rows in an address', () => {
  const tiles: Tiles = {
    version: '0123456789ab',
    count: 2,
    bounds: [0, 0, 1, 1],
    maxZoom: 3,
    counts: [1, 1],
    time: { unit: 'month', first: '2030-01-01', count: 2 },
    started: [
      [1, 0],
      [0, 1],
    ],
  }
  const read = (search: string) => readRowQuery(new URLSearchParams(search), tiles)

  it('is read as the map’s own', () => {
    expect(
      read('time=2030-02-03/2030-02-05&categories=1&bbox=170,-10,-170,10&words=a&first=3&count=9&after=4'),
    ).toEqual({
      query: {
        bins: { from: 1, to: 1 },
        categories: [1],
        box: [170, -10, -170, 10],
        words: 'a',
        range: { first: 3, count: 9 },
      },
      after: 4,
      wrong: null,
    })
    expect(read('time=1990-01-01/1990-02-01').query).toMatchObject({ none: true })
  })

  it.each(['time=yesterday', 'bbox=1,2,3', 'categories=2', 'categories=', 'after=-1', 'first=x'])(
    'says what is wrong with %s',
    (search) => {
      expect(read(search).wrong).not.toBeNull()
    },
  )
})

describe('a file of rows that is downloaded', () => {
  it('is a collection of all that pass, as an import reads it', async () => {
    let text = ''
    for await (const piece of exportRows(await rowsOf(), { ...every, categories: [1], words: 'row 29' }, 0))
      text += piece
    const { type, features, next } = JSON.parse(text)
    expect([type, next, features.length]).toEqual(['FeatureCollection', null, 56])
    expect(features[0]).toMatchObject({ type: 'Feature', geometry: { type: 'Point' }, properties: { name: 'Row 29' } })
  })

  it('ends at the limit, and says where to go on', async () => {
    let text = ''
    for await (const piece of exportRows(await rowsOf(), every, 0)) text += piece
    const { features, next } = JSON.parse(text)
    expect([features.length, next]).toEqual([1500, 1500])
  })
})

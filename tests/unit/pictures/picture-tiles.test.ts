import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { Compression, TileType } from 'pmtiles'
import sharp from 'sharp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { GET } from '@/app/api/cases/[case]/layers/[layer]/picture/[z]/[x]/[y]/route'
import { GET as whole } from '@/app/api/cases/[case]/layers/[layer]/picture/route'
import { checkCase } from '@/lib/command/check/check-case'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import { pictureSources } from '@/lib/map/pictures'
import { archiveCase } from '@/lib/server/case-archive'
import { createCaseStore } from '@/lib/server/case-store'
import { cutPicture } from '@/lib/server/picture-cut'
import { readPictureFiles } from '@/lib/server/picture-file'
import { archiveSource } from '@/lib/server/read-archive'
import {
  makePictureArchive,
  type PictureArchiveOptions,
  plainPicture,
  tiledFlood,
  withPicture,
} from '../../picture-layer'

const made: string[] = []

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  globalThis.caseboardStore = undefined
  for (const data of made.splice(0)) rmSync(data, { recursive: true, force: true })
})

/** Serves a data folder whose case `valid` has the archive, as its layer says. */
async function serve(archive: PictureArchiveOptions | Buffer = {}, picture: object = {}) {
  const bytes = Buffer.isBuffer(archive) ? archive : await makePictureArchive(archive)
  const data = withPicture({ ...tiledFlood, picture: { ...tiledFlood.picture, ...picture } }, bytes)
  made.push(data)
  vi.stubEnv('CASEBOARD_DATA', data)
  const store = createCaseStore(data)
  globalThis.caseboardStore = store
  const loaded = await store.loadCase('valid')
  const layer = loaded?.linked.layers.find(({ id }) => id === 'flood')
  const check = async () =>
    (await checkCase({ id: 'valid', path: path.join(data, 'cases/valid') }, true)).lines.join('\n')
  return { bytes, loaded, layer, check }
}

const ask = (z: number, x: number, y: number, query = '') =>
  GET(new Request(`http://localhost/tile${query}`), {
    params: Promise.resolve({ case: 'valid', layer: 'flood', z: String(z), x: String(x), y: String(y) }),
  })

/** A tile of a zoom in the middle of the archive. */
function tileAt(z: number): [z: number, x: number, y: number] {
  const [x, y] = projectMercator([11, 56])
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)]
}

const coloured = (background: string, type: 'png' | 'jpeg' | 'webp' = 'png', side = 256) =>
  plainPicture(type, { width: side, height: side, background })

describe('a picture on tiles', () => {
  it('lies where its archive says, as one place, under a version of its own', async () => {
    const { layer, loaded } = await serve()
    expect(layer?.pictureFile).toEqual({
      type: 'image/webp',
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
      tiles: { minZoom: 4, maxZoom: 7, side: 256, bounds: [9, 55, 13, 57] },
    })
    const place = loaded?.linked.places.find((each) => each.layer === 'flood')
    expect(place?.name).toBe(tiledFlood.name)
    expect(loaded?.linked.setAside).toEqual([])
    const other = await serve({ tile: () => coloured('#00ff00', 'webp') })
    expect(other.layer?.pictureFile?.version).not.toBe(layer?.pictureFile?.version)
  })

  it.each(['png', 'jpeg', 'webp'] as const)(
    'is served tile by tile as what its bytes are, whatever the archive says: %s',
    async (type) => {
      const bytes = await coloured('#ff00ff', type)
      const { layer } = await serve({ tile: async () => bytes, tileType: TileType.Avif })
      const answer = await ask(...tileAt(7), `?v=${layer?.pictureFile?.version}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `image/${type}`])
      expect(answer.headers.get('cache-control')).toContain('immutable')
      expect(answer.headers.get('etag')).toContain(layer?.pictureFile?.version)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
      expect((await ask(...tileAt(7))).headers.get('cache-control')).toBe('no-cache')
    },
  )

  it('ends where its layer says, within a tile as well', async () => {
    const magenta = await coloured('#ff00ff')
    const [z, x, y] = tileAt(7)
    // The tile reaches from 8.4° to 11.25° E.
    const { layer } = await serve({ tile: async () => magenta }, { bounds: [10, 55.5, 12, 56.5] })
    const answer = await ask(z, x, y, `?v=${layer?.pictureFile?.version}`)
    expect(answer.status).toBe(200)
    const { data, info } = await sharp(Buffer.from(await answer.arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true })
    const row = Math.floor((projectMercator([10.5, 56])[1] * 2 ** z - y) * 256)
    const alphaAt = (column: number) => data[(row * info.width + column) * info.channels + 3]
    const edge = Math.round(((10 / 360 + 0.5) * 2 ** z - x) * 256)
    expect([alphaAt(edge - 3), alphaAt(edge + 3)]).toEqual([0, 255])
    expect((await ask(z, x + 2, y)).status).toBe(404)
  })

  it('has another address, and another ETag, where it is cut elsewhere', async () => {
    const within = async (bounds: number[]) => {
      const { layer } = await serve({}, { bounds })
      const source = pictureSources('', 'valid', layer === undefined ? [] : [layer])['picture:flood']
      const [address = ''] = source?.type === 'raster' ? (source.tiles ?? []) : []
      const answer = await ask(...tileAt(7), address.replace(/^[^?]*/, ''))
      expect(answer.headers.get('cache-control')).toContain('immutable')
      const etag = answer.headers.get('etag') ?? ''
      const request = new Request('http://localhost/tile', { headers: { 'if-none-match': etag } })
      const [z, x, y] = tileAt(7).map(String)
      const params = Promise.resolve({ case: 'valid', layer: 'flood', z: z ?? '', x: x ?? '', y: y ?? '' })
      expect((await GET(request, { params })).status).toBe(304)
      return [address, etag]
    }
    const [one, other] = [await within([10, 55.5, 12, 56.5]), await within([10.25, 55.5, 12, 56.5])]
    expect(one[0]).not.toBe(other[0])
    expect(one[1]).not.toBe(other[1])
  })

  it('has no tile beyond its zooms, beside it, of no number, and is not to be had whole', async () => {
    await serve()
    for (const [z, x, y] of [tileAt(8), tileAt(3), [7, 0, 0], [7, Number.NaN, 0], [7, 128, 0]] as const)
      expect((await ask(z, x, y)).status).toBe(404)
    const params = Promise.resolve({ case: 'valid', layer: 'flood' })
    expect((await whole(new Request('http://localhost/picture'), { params })).status).toBe(404)
  })

  it('leaves out one tile that is no picture, and names it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const [, badX, badY] = tileAt(10)
    const good = await coloured('#ff00ff')
    // One of those that are not looked at before.
    const tile = async (z: number, x: number, y: number) => {
      const own = Buffer.concat([good, Buffer.from(`${z}/${x}/${y}`)])
      return z === 10 && x === badX && y === badY ? Buffer.from('<svg/>') : own
    }
    const { layer } = await serve({ maxZoom: 10, tile })
    expect(layer?.pictureFile).toBeDefined()
    const answer = await ask(10, badX, badY)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain(`flood.pmtiles: its tile 10/${badX}/${badY} is no PNG, JPEG or WebP`)
    expect(console.error).toHaveBeenCalled()
    expect((await ask(10, badX, badY + 1)).status).toBe(200)
  })

  it.each([
    ['no archive', Buffer.from('no archive'), /no archive of pictures/],
    [
      'of vector tiles',
      { tile: async () => Buffer.from('\x1a\x02', 'latin1') },
      /its tile 4\/8\/5 is no PNG, JPEG or WebP/,
    ],
    [
      'of SVG',
      { tile: async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      /is no PNG, JPEG or WebP/,
    ],
    ['without tiles', { tile: async () => null }, /PMTiles/],
    ['compressed once more', { tileCompression: Compression.Gzip }, /compressed once more/],
    ['of tiles that are too large', { tile: () => coloured('#f0f', 'png', 2048) }, /2048 × 2048 pixels/],
    ['of tiles that are no square', { tile: () => plainPicture('png', { width: 256, height: 9 }) }, /256 × 9 pixels/],
    [
      'of tiles of too many bytes',
      { tile: async () => Buffer.alloc(limits.pictureTiles.tileBytes + 1) },
      /its tile 4\/8\/5 cannot be read: it is larger than 1 MB/,
    ],
    ['that ends too soon', 'short', /ends too soon/],
  ] satisfies [string, PictureArchiveOptions | Buffer | 'short', RegExp][])(
    '%s is set aside, and told by the check; the rest of the case is there',
    async (_, archive, reason) => {
      const given = archive === 'short' ? (await makePictureArchive()).subarray(0, -40) : archive
      const { layer, loaded, check } = await serve(given)
      expect(layer?.pictureFile).toBeUndefined()
      expect(loaded?.linked.setAside).toMatchObject([{ file: 'layers.json', id: 'flood' }])
      expect(loaded?.linked.layers.length).toBeGreaterThan(5)
      expect(await check()).toMatch(reason)
      expect((await ask(...tileAt(7))).status).toBe(404)
    },
  )

  it('of tiles of other zooms than it says is set aside', async () => {
    const bytes = await makePictureArchive()
    bytes.writeUInt8(5, 101)
    expect(await (await serve(bytes)).check()).toMatch(/its tile [67]\/\d+\/\d+ is not of its zooms, 4 to 5/)
  })

  it('is never read beyond its end, whatever it says that a part of it has', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'caseboard-archive-')), 'a.pmtiles')
    made.push(path.dirname(file))
    writeFileSync(file, 'twelve bytes')
    const source = archiveSource(file, 12)
    expect((await source.getBytes(7, 2 ** 40)).data.byteLength).toBe(5)
    await expect(source.getBytes(13, 1)).rejects.toThrow(/ends too soon/)
  })

  it('whose directory says that it has more entries than it can have is not waited for', async () => {
    const bytes = await makePictureArchive()
    // Its directories are not compressed, and the root, of which nothing is left, begins with the largest number.
    bytes.writeUInt8(Compression.None, 97)
    Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f]).copy(bytes, 127)
    expect(await (await serve(bytes)).check()).toMatch(/a directory of it is broken/)
  })

  it('of the whole world needs to be told what of it is shown', async () => {
    const world = { bounds: [-180, -85, 180, 85] as const, minZoom: 0, maxZoom: 1 }
    expect(await (await serve(world)).check()).toMatch(/may be no more than 180° wide.*give “bounds”/)
    const { layer, loaded } = await serve(world, { bounds: [9, 55, 13, 57] })
    expect(layer?.pictureFile).toBeDefined()
    expect(loaded?.linked.setAside).toEqual([])
  })

  it('is not turned', async () => {
    const corners = [
      [9, 57],
      [13, 57],
      [13, 55],
      [9, 55],
    ]
    expect(await (await serve({}, { corners })).check()).toMatch(/tiles are not turned/)
  })

  it('is in the case’s zip as it is; what is too large for that is named there', async () => {
    const { bytes, loaded } = await serve()
    const files = loaded?.files ?? new Map()
    const zip = unzipSync(archiveCase('valid', files, await readPictureFiles('valid', files)))
    expect(Buffer.from(zip['valid/layers/flood.pmtiles'] ?? []).equals(bytes)).toBe(true)
    expect(Buffer.from(zip['valid/README.txt'] ?? []).toString()).not.toContain('Not in here')
    const without = unzipSync(archiveCase('valid', files))
    expect(Buffer.from(without['valid/README.txt'] ?? []).toString()).toContain('Not in here')
  })
})

describe('what a still map shows of a picture on tiles', () => {
  const east = async (_: number, x: number) => coloured(x >= 68 ? '#0000ff' : '#ff0000')
  /** Cuts what a map of these bounds shows, and reads its pixels. */
  async function cut(archive: PictureArchiveOptions, bounds: readonly [number, number, number, number], size = 300) {
    const { layer } = await serve(archive)
    if (layer?.picture === undefined || layer.pictureFile === undefined) throw new Error('no picture')
    const map = { bounds, width: size, height: size }
    const [cutOut] = await cutPicture('valid', layer.picture, layer.pictureFile, [map])
    if (cutOut === undefined) return null
    const bytes = Buffer.from(cutOut.pixels.replace(/^data:image\/\w+;base64,/, ''), 'base64')
    const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    const at = (x: number, y: number) => {
      const from = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 4
      return [...data.subarray(from, from + 4)]
    }
    return { ...cutOut, at, info }
  }

  it('is what lies in its frame, between its own corners, of the zoom that fits', async () => {
    // Tile 68 of zoom 7 begins at 11.25° east.
    const shown = await cut({ minZoom: 7, tile: east }, [10.25, 55.5, 12.25, 56.5])
    expect(shown?.corners[0][0]).toBeCloseTo(10.25, 1)
    expect(shown?.corners[2][0]).toBeCloseTo(12.25, 1)
    expect(shown?.at(0.25, 0.5)[0]).toBeGreaterThan(240)
    expect(shown?.at(0.75, 0.5)[2]).toBeGreaterThan(240)
    expect(shown?.pixels).toMatch(/^data:image\/jpeg/)
    expect(shown?.bounds).toEqual([10.25, 55.5, 12.25, 56.5])
  })

  it('ends where the picture does, and is nothing beyond it', async () => {
    const shown = await cut({ minZoom: 7, tile: east }, [0, 50, 25, 60])
    expect(shown?.corners[0].map(Math.round)).toEqual([9, 57])
    expect(shown?.corners[2].map(Math.round)).toEqual([13, 55])
    expect(await cut({ minZoom: 7 }, [30, 55, 32, 57])).toBeNull()
  })

  it('is of no more tiles than may be, and no wider than a still needs', async () => {
    const tile = (z: number) => coloured(z === 10 ? '#0000ff' : '#ff0000')
    const shown = await cut({ minZoom: 9, maxZoom: 10, tile }, [9, 55, 13, 57], 4000)
    expect(shown?.at(0.5, 0.5)[0]).toBeGreaterThan(240)
    expect(Math.max(shown?.info.width ?? 9999, shown?.info.height ?? 9999)).toBeLessThanOrEqual(2048)
  })

  it('is a farther tile where there is none, and a hole where there is none of these either', async () => {
    const sparse = async (z: number, x: number) => (z < 7 || x < 68 ? coloured(z < 7 ? '#00ff00' : '#ff0000') : null)
    const stretched = await cut({ minZoom: 6, tile: sparse }, [10.25, 55.5, 12.25, 56.5])
    expect(stretched?.at(0.25, 0.5)[0]).toBeGreaterThan(240)
    expect(stretched?.at(0.75, 0.5)[1]).toBeGreaterThan(240)
    const holed = await cut(
      { minZoom: 7, tile: async (_, x) => (x < 68 ? coloured('#ff0000') : null) },
      [10.25, 55.5, 12.25, 56.5],
    )
    expect(holed?.at(0.25, 0.5)).toEqual([255, 0, 0, 255])
    expect(holed?.at(0.75, 0.5)[3]).toBe(0)
    expect(holed?.pixels).toMatch(/^data:image\/png/)
  })
})

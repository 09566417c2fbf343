import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { PbfReader } from 'pbf'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { describeStreet } from '@/lib/command/check/describe-street'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import { buildStyle } from '@/lib/map/build-style'
import { scaleStyle } from '@/lib/map/scale-style'
import { themes } from '@/lib/map/theme'
import { LAND_LAYER } from '@/lib/map/themed-style'
import { openStreet, readStreet, type StreetArchive, streetTile } from '@/lib/server/street-archive'
import { makeStreetArchive, makeStreetStyle, openMapTiles, streetAt } from '../street-archive'

let folder: string
const servers: Server[] = []

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'caseboard-style-'))
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})

afterEach(async () => {
  for (const server of servers.splice(0)) server.close()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const archive = makeStreetArchive(openMapTiles)
let count = 0

/** A style as a file, with its archive beside it. */
async function file(
  style: unknown = makeStreetStyle({ url: 'pmtiles://town.pmtiles' }),
  tiles = archive,
): Promise<string> {
  count += 1
  const name = path.join(folder, `${count}.json`)
  await writeFile(path.join(folder, 'town.pmtiles'), tiles)
  await writeFile(name, typeof style === 'string' ? style : JSON.stringify(style))
  return name
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function tileAt(z: number): [number, number, number] {
  const [x, y] = projectMercator([...streetAt])
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)]
}

const layersOf = (tile: Buffer | null) => new VectorTile(new PbfReader(gunzipSync(tile ?? Buffer.alloc(0)))).layers

const input = {
  ...{ origin: 'http://localhost', basemapVersion: 'b', caseId: 'c', layers: [], visible: [], scale: 1 },
  schematicWords: 's',
}

/** The whole map with a style, as a page builds it from what the server says. */
function mapOf({ version, tiles, attribution, draw }: StreetArchive, theme: keyof typeof themes = 'light') {
  const sources = tiles.map(({ read: _, ...facts }) => facts)
  const street = { version, sources, attribution, ...draw(themes[theme], 'en') }
  return buildStyle({ ...input, theme: themes[theme], street })
}

describe('a style as the street map', () => {
  it('is read from a file, with an archive beside it and its attribution', async () => {
    const named = await file()
    const street = await readStreet(named)
    expect(street).toMatchObject({ tiles: [{ minZoom: 0, maxZoom: 15 }], attribution: 'Protomaps © OpenStreetMap' })
    expect(street.unused).toEqual([])
    const { transportation, building } = layersOf(await streetTile(named, tileAt(15)))
    expect(transportation?.feature(0).properties.class).toBe('primary')
    expect(building?.length).toBe(1)
  })

  it.each(['light', 'dark'] as const)(
    'is valid in %s, in our colours and fonts, and asks nobody but this server',
    async (theme) => {
      const style = mapOf(await openStreet(await file()), theme)
      expect(validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' }).map(({ message }) => message)).toEqual([])
      const text = JSON.stringify(style)
      expect(text).not.toContain('#fe0101')
      expect(text).not.toContain('Noto')
      expect(text).not.toMatch(/https?:\/\/(?!localhost)/)
      expect(style.metadata.lastZoom).toBe(18)
    },
  )

  it('lies from near over the map of the world, below its borders, with its widths and filters, and names as readers read them', async () => {
    const { layers } = mapOf(await openStreet(await file()))
    const find = (id: string) => layers.find((layer) => layer.id === `street-${id}`)
    const ids = layers.map(({ id }) => id)
    expect(ids.indexOf('street-water')).toBeGreaterThan(ids.indexOf('basemap-lakes'))
    expect(ids.indexOf('street-highway-primary')).toBeLessThan(ids.indexOf('basemap-borders-recognised'))
    expect(find('water')).toMatchObject({ minzoom: 9, paint: { 'fill-color': themes.light.lake } })
    expect(find('highway-primary')).toMatchObject({
      filter: ['==', 'class', 'primary'],
      paint: {
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 18, 20],
        'line-color': themes.light.subjectLand,
      },
    })
    expect(find('highway-name')?.layout).toMatchObject({
      'text-field': ['coalesce', ['get', 'name:en'], ['get', 'name_en'], ['get', 'name']],
    })
  })

  it('has the land that its background was on each of its tiles, and none of its own where a layer draws it', async () => {
    const named = await file()
    expect((await openStreet(named)).draw(themes.light, 'en').ground[0]?.id).toBe(`street-${LAND_LAYER}`)
    const land = layersOf(await streetTile(named, tileAt(15)))[LAND_LAYER]
    expect(land?.feature(0).loadGeometry()[0]?.[2]).toMatchObject({ x: 4160, y: 4160 })
    expect(await streetTile(named, [15, 0, 0])).toBeNull()

    const earth = { id: 'earth', type: 'fill', source: 'town', 'source-layer': 'earth' }
    const withEarth = await file(makeStreetStyle({ url: 'town.pmtiles' }, { layers: [earth] }), makeStreetArchive())
    expect(layersOf(await streetTile(withEarth, tileAt(15)))[LAND_LAYER]).toBeUndefined()
  })

  it('leaves whose a land is to the bundled map: borders and the names of countries and larger towns', async () => {
    const from = { source: 'town' }
    const layers = [
      { id: 'boundary', type: 'line', ...from, 'source-layer': 'boundary', filter: ['==', 'admin_level', 2] },
      {
        id: 'place',
        type: 'symbol',
        ...from,
        'source-layer': 'place',
        layout: { 'text-field': '{name}', 'icon-image': 'dot' },
      },
    ]
    const { draw } = await openStreet(await file(makeStreetStyle({ url: 'town.pmtiles' }, { layers })))
    const { ground, labels } = draw(themes.light, 'en')
    expect(JSON.stringify(ground.find(({ id }) => id === 'street-boundary'))).toMatch(/"all",.*admin_level.*">=".*,5\]/)
    const place = labels.find(({ id }) => id === 'street-place')
    expect(JSON.stringify(place)).toContain('"village"')
    expect(JSON.stringify(place)).not.toContain('icon-image')
  })

  it('names what cannot be used of it, in the log and in the check, and draws the rest', async () => {
    const from = { source: 'town' }
    const layers = [
      { id: 'poi', type: 'symbol', ...from, 'source-layer': 'poi', layout: { 'icon-image': 'x', 'text-field': 'y' } },
      { id: 'hatched', type: 'fill', ...from, 'source-layer': 'landuse', paint: { 'fill-pattern': 'x' } },
      { id: 'round', type: 'circle', ...from, 'source-layer': 'poi' },
      { id: 'lost', type: 'fill', source: 'nowhere', 'source-layer': 'x' },
      { id: 'broken', type: 'line', ...from, 'source-layer': 'x', paint: { 'line-width': ['no-such', 1] } },
      { id: 'water', type: 'line', ...from, 'source-layer': 'x' },
      {
        ...{ id: 'too-clever', type: 'line', ...from, 'source-layer': 'x' },
        paint: { 'line-width': ['let', 'a', 1, ['interpolate', ['linear'], ['zoom'], 5, ['var', 'a'], 9, 2]] },
      },
      { id: 'far', type: 'line', ...from, 'source-layer': 'x', maxzoom: 8 },
      { id: 'hidden', type: 'line', ...from, 'source-layer': 'x', layout: { visibility: 'none' } },
      {
        id: 'picture-words',
        type: 'symbol',
        ...from,
        'source-layer': 'x',
        layout: { 'text-field': ['format', ['image', 'a'], {}] },
      },
      'no layer',
    ] as object[]
    const sources = {
      hills: { type: 'raster-dem', url: 'https://example.org/dem.json' },
      shut: { type: 'vector', url: 'mapbox://x' },
    }
    const named = await file(makeStreetStyle({ url: 'town.pmtiles' }, { sources, layers }))
    const { unused, draw } = await readStreet(named)
    expect(unused).toEqual([
      'source “hills”: of type “raster-dem”, of which none is read',
      'source “shut”: mapbox: addresses are not read',
      expect.stringMatching(/^layer “poi”: it needs pictures/),
      expect.stringMatching(/^layer “hatched”: it needs pictures/),
      expect.stringMatching(/^layer “round”: of type “circle”/),
      expect.stringMatching(/^layer “lost”: its source “nowhere” is not read/),
      'layer “broken”: paint.line-width: number expected, array found',
      expect.stringMatching(/^layer “water”: another has the same id/),
      expect.stringMatching(/^layer “too-clever”: .*zoom/),
      expect.stringMatching(/^layer “picture-words”: it has pictures among its words/),
      'layer “16”: it is no layer of a style',
    ])
    expect(draw(themes.light, 'en').ground).toHaveLength(4)
    expect(console.warn).toHaveBeenCalledTimes(1)
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('layer “round”'))
    vi.stubEnv('CASEBOARD_BASEMAP', named)
    expect((await describeStreet()).join('\n')).toMatch(
      /warning: .*layer “round”.*\n[\s\S]*can be shown, with the attribution Protomaps/,
    )
  })

  it.each([
    ['of another version', { ...makeStreetStyle({}), version: 7 }, /no MapLibre style of version 8/],
    ['that is no JSON', '{ "version": 8', /JSON/],
    [
      'without a source that can be read',
      makeStreetStyle({ url: 'none.pmtiles' }),
      /no source of it can be read: .*ENOENT/,
    ],
    ['whose tiles are beside it one by one', makeStreetStyle({ tiles: ['{z}/{x}/{y}.pbf'] }), /only an archive/],
    [
      'without a layer that can be drawn',
      { ...makeStreetStyle({ url: 'town.pmtiles' }), layers: [] },
      /no layer of it can be drawn/,
    ],
    ['that is too large', ' '.repeat(limits.street.styleBytes + 1), /larger than 4 MB/],
    ['of too many layers', { ...makeStreetStyle({ url: 'town.pmtiles' }), layers: Array(501).fill({}) }, /./],
    [
      'that leads into files from elsewhere',
      makeStreetStyle({ url: 'file:///etc/passwd' }),
      /file: addresses are not read/,
    ],
  ])('%s is refused, and told', async (_, style, reason) => {
    const named = await file(style)
    await expect(readStreet(named)).rejects.toThrow(reason)
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining(named))
    vi.stubEnv('CASEBOARD_BASEMAP', named)
    expect((await describeStreet()).join()).toMatch(/cannot be had, and the bundled map stays/)
  })
})

describe('a style at an address', () => {
  const tile = async (asked: readonly [number, number, number]) => {
    const named = await file()
    return gunzipSync((await streetTile(named, asked)) ?? Buffer.alloc(0))
  }

  /** A server of a style, a TileJSON and tiles, that counts from the south. */
  async function serveAll(more: Answer = () => undefined): Promise<{ origin: string; asked: string[] }> {
    const own = await tile(tileAt(14))
    const [z, x, y] = tileAt(14)
    const asked: string[] = []
    const origin = await serve((request, response) => {
      const { url = '' } = request
      asked.push(url)
      if (url === '/maps/style.json') response.end(JSON.stringify(makeStreetStyle({ url: '../tiles.json' })))
      else if (url === '/tiles.json')
        response.end(
          JSON.stringify({
            tilejson: '3.0.0',
            scheme: 'tms',
            tiles: ['tiles/{z}/{x}/{y}.pbf'],
            minzoom: 0,
            maxzoom: 14,
            attribution: '<a href="x">Town hall</a>',
            bounds: [35, 33, 36, 34],
          }),
        )
      else if (url === `/tiles/${z}/${x}/${2 ** z - 1 - y}.pbf`) response.end(own)
      else if (url.startsWith('/tiles/')) response.writeHead(404).end()
      else more(request, response)
    })
    return { origin, asked }
  }

  it('is read with its TileJSON and its tiles, each where the one before says, on the operator’s own host', async () => {
    const { origin, asked } = await serveAll()
    const named = `${origin}/maps/style.json`
    const street = await readStreet(named)
    expect(street).toMatchObject({
      tiles: [{ minZoom: 0, maxZoom: 14, bounds: [35, 33, 36, 34] }],
      attribution: '© OpenStreetMap contributors · Town hall',
    })
    expect(Object.keys(layersOf(await streetTile(named, tileAt(14))))).toContain('transportation')
    expect(await streetTile(named, [14, 0, 0])).toBeNull()
    expect(asked.every((url) => !url.includes('sprite'))).toBe(true)
  })

  it('may not lead into a private network, neither by what it names nor by where that leads', async () => {
    const inner = await serve((_, response) => void response.end('secret'))
    const named = await file(makeStreetStyle({ url: `${inner}/tiles.json` }))
    await expect(readStreet(named)).rejects.toThrow(/private network/)
    const away = await serve((_, response) => void response.writeHead(302, { location: 'file:///etc/passwd' }).end())
    await expect(readStreet(`${away}/style.json`)).rejects.toThrow(/leads to file:/)
  })

  it('that does not answer, or with an error, leaves the bundled map', async () => {
    const origin = await serve((_, response) => void response.writeHead(500).end())
    await expect(readStreet(`${origin}/style.json`)).rejects.toThrow(/it answers 500/)
  })

  it('has its archive read by ranges', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/style.json')
        return void response.end(JSON.stringify(makeStreetStyle({ url: 'pmtiles://town.pmtiles' })))
      const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
      response.writeHead(206).end(archive.subarray(Number(from), Number(to) + 1))
    })
    // As an address has it, the archive is named in full.
    const named = await file(makeStreetStyle({ url: `pmtiles://${origin}/town.pmtiles` }))
    vi.stubEnv('CASEBOARD_FEEDS_PRIVATE', '1')
    expect((await readStreet(named)).tiles[0]?.maxZoom).toBe(15)
    expect((await readStreet(`${origin}/style.json`)).tiles[0]?.maxZoom).toBe(15)
    expect(Object.keys(layersOf(await streetTile(named, tileAt(15))))).toContain('building')
  })
})

describe('a style as it is published', () => {
  const published = ['openmaptiles', 'shortbread'] as const
  const shortbread = {
    layers: ['water', 'buildings', 'roads'],
    names: { water: 'water_polygons', roads: 'streets' },
  }

  /** A server of such a style, whose source names a TileJSON, and of tiles in its schema. */
  async function serveStyle(schema: (typeof published)[number]) {
    const text = await readFile(`tests/fixtures/styles/${schema}.json`, 'utf8')
    const town = await file(
      makeStreetStyle({ url: 'town.pmtiles' }),
      makeStreetArchive({ ...(schema === 'shortbread' ? shortbread : openMapTiles), maxZoom: 14 }),
    )
    const asked: string[] = []
    const origin = await serve(async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost')
      asked.push(pathname)
      const [, z, x, y] = /^\/t\/(\d+)\/(\d+)\/(\d+)/.exec(pathname)?.map(Number) ?? []
      if (pathname === '/style.json') response.end(text)
      else if (/v3\.json|tiles\.json/.test(pathname)) {
        const about = { tilejson: '3.0.0', name: 'A town', minzoom: 0, maxzoom: 14, center: [35.5, 33.9, 12] }
        response.end(JSON.stringify({ ...about, tiles: [`${origin}/t/{z}/{x}/{y}.pbf?key=a`], vector_layers: [] }))
      } else if (z !== undefined && x !== undefined && y !== undefined) {
        const tile = await streetTile(town, [z, x, y])
        if (tile === null) response.writeHead(204).end()
        else response.writeHead(200, { 'content-encoding': 'gzip' }).end(tile)
      } else response.writeHead(404).end()
    })
    return { named: `${origin}/style.json`, asked }
  }

  it.each(published)('has its roads, waters and names drawn, on a desk and on a wall: %s', async (schema) => {
    const { named, asked } = await serveStyle(schema)
    const street = await readStreet(named)
    for (const theme of ['light', 'dark'] as const) {
      const style = mapOf(street, theme)
      expect(validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' }).map(({ message }) => message)).toEqual([])
    }
    const { ground, labels } = street.draw(themes.light, 'en')
    const idsOf = (layers: readonly { id: string }[]) => layers.map(({ id }) => id.replace('street-', ''))
    const [roads, names] =
      schema === 'openmaptiles'
        ? [
            ['water', 'waterway-river', 'building', 'highway-primary-casing', 'highway-primary', 'railway-hatching'],
            ['water-name-lakeline', 'highway-name-major', 'place-village'],
          ]
        : [
            ['water-ocean', 'water-river', 'water-area', 'street-primary:outline', 'street-primary', 'transport-rail'],
            ['label-address-housenumber', 'label-street-primary', 'label-place-village'],
          ]
    expect(idsOf(ground)).toEqual(expect.arrayContaining(roads))
    expect(idsOf(labels)).toEqual(names)
    expect(labels.every(({ layout }) => JSON.stringify(layout).includes(themes.light.fonts.sans))).toBe(true)
    const primary = ground.find(({ id }) => /primary$/.test(id))
    expect(primary?.paint).toMatchObject({ 'line-color': themes.light.subjectLand })
    // What is left out is told, each with the reason; nothing of it is asked for.
    expect(street.unused.every((why) => /^(?:source|layer) “.*”: /.test(why))).toBe(true)
    expect(asked.some((address) => /sprite|glyph|font|relief|terrain/.test(address))).toBe(false)
    const tile = layersOf(await streetTile(named, tileAt(14)))
    expect(Object.keys(tile)).toContain(schema === 'openmaptiles' ? 'transportation' : 'streets')
  })

  it('has its old functions of the zoom as wide on a wall as all else', async () => {
    const { named } = await serveStyle('shortbread')
    const { ground } = (await readStreet(named)).draw(themes.light, 'en')
    const [wide] = scaleStyle(
      ground.filter(({ id }) => id === 'street-street-primary'),
      2,
    )
    expect(wide?.paint).toMatchObject({
      'line-width': {
        stops: [
          [8, 0],
          [9, 4],
          [18, 56],
        ],
      },
    })
  })
})

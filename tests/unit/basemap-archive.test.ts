import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { booleanPointInPolygon } from '@turf/turf'
import { PbfReader } from 'pbf'
import { PMTiles, tileIdToZxy } from 'pmtiles'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectMercator } from '@/lib/geo/project-mercator'
import {
  type ArchiveName,
  archivePath,
  archiveTile,
  basemapTile,
  basemapVersion,
  lastZooms,
} from '@/lib/server/basemap-archive'
import { basemapFileNames, readBasemapFile } from '@/lib/server/basemap-files'

type LngLat = [lng: number, lat: number]

/** Zoom, column and row of the tile at a place. */
function tileAt([lng, lat]: LngLat, z: number): [number, number, number] {
  const [x, y] = projectMercator([lng, lat])
  return [z, Math.floor(x * 2 ** z), Math.floor(y * 2 ** z)]
}

async function readTile(z: number, x: number, y: number): Promise<VectorTile> {
  const bytes = await basemapTile(z, x, y)
  return new VectorTile(new PbfReader(bytes === null || bytes.length === 0 ? new Uint8Array() : gunzipSync(bytes)))
}

function featuresOf(tile: VectorTile, name: string): VectorTileFeature[] {
  const layer = tile.layers[name]
  return layer === undefined ? [] : Array.from({ length: layer.length }, (_, index) => layer.feature(index))
}

/** Properties of the areas of a layer that a place lies in. */
async function areasAt(name: string, at: LngLat, z = 8): Promise<Record<string, unknown>[]> {
  const [, x, y] = tileAt(at, z)
  return featuresOf(await readTile(z, x, y), name).flatMap((feature) => {
    const { geometry } = feature.toGeoJSON(x, y, z)
    const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon'
    return isArea && booleanPointInPolygon(at, geometry) ? [feature.properties] : []
  })
}

/** What a layer has names for in the tile at a place and those around it. */
async function namesAround(name: string, at: LngLat, z: number): Promise<unknown[]> {
  const [, x, y] = tileAt(at, z)
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => readTile(z, (x + dx + 2 ** z) % 2 ** z, y + dy)))
  return (await Promise.all(around)).flatMap((tile) => featuresOf(tile, name).map(({ properties }) => properties.name))
}

async function openArchive(name: ArchiveName) {
  const bytes = await readFile(archivePath(name))
  const part = (offset: number, length: number) => {
    return new Uint8Array(bytes.subarray(offset, offset + length)).buffer
  }
  const source = { getKey: () => name, getBytes: async (at: number, length: number) => ({ data: part(at, length) }) }
  const archive = new PMTiles(source)
  const header = await archive.getHeader()
  const read = (offset: number, length: number) => archive.cache.getDirectory(source, offset, length, header)
  const root = await read(header.rootDirectoryOffset, header.rootDirectoryLength)
  const leaves = await Promise.all(
    root.map((entry) =>
      entry.runLength > 0 ? [entry] : read(header.leafDirectoryOffset + entry.offset, entry.length),
    ),
  )
  return { bytes: bytes.length, archive, header, entries: leaves.flat() }
}

describe('the archive of the world', () => {
  let world: Awaited<ReturnType<typeof openArchive>>
  beforeAll(async () => {
    world = await openArchive('world')
  })

  it('is a PMTiles archive of gzipped vector tiles for the whole world, of at most 30 MB with the relief', async () => {
    const { header, archive } = world
    expect([header.specVersion, header.tileType, header.tileCompression, header.clustered]).toEqual([3, 1, 2, true])
    expect([header.minZoom, header.maxZoom, header.numAddressedTiles]).toEqual([0, lastZooms.world, (4 ** 9 - 1) / 3])
    expect([header.minLon, header.maxLon]).toEqual([-180, 180])
    expect(world.bytes + (await openArchive('relief')).bytes).toBeLessThan(30_000_000)
    const about: { vector_layers?: { id: string }[] } = JSON.parse(JSON.stringify(await archive.getMetadata()))
    expect(about.vector_layers?.map(({ id }) => id)).toContain('disputed-areas')
  })

  it('has no tile of more than 150 kB, and no first view of more than 300 kB', () => {
    expect(Math.max(...world.entries.map(({ length }) => length))).toBeLessThan(150_000)
    const sizes = new Map<string, number>()
    for (const { tileId, runLength, length } of world.entries)
      for (let id = tileId; id < tileId + runLength; id += 1) sizes.set(tileIdToZxy(id).join('/'), length)
    // What a window of 1440 by 900 px can touch: four tiles across and three down.
    const heaviest = [...sizes.keys()].reduce((most, tile) => {
      const [z = 0, x = 0, y = 0] = tile.split('/').map(Number)
      const columns = Math.min(4, 2 ** z)
      let sum = 0
      for (let dx = 0; dx < columns; dx += 1)
        for (let dy = 0; dy < 3; dy += 1) sum += sizes.get(`${z}/${(x + dx) % 2 ** z}/${y + dy}`) ?? 0
      return Math.max(most, sum)
    }, 0)
    expect(heaviest).toBeLessThan(300_000)
  })

  it('agrees with what is served', async () => {
    const [z, x, y] = tileAt([30.5, 50.4], 5)
    const tile = await world.archive.getZxy(z, x, y)
    expect(Buffer.from(tile?.data ?? new ArrayBuffer())).toEqual(gunzipSync((await basemapTile(z, x, y)) ?? ''))
  })
})

describe('the relief', () => {
  it('is pictures of the whole world, most of the sea one and the same', async () => {
    const { header } = await openArchive('relief')
    expect([header.tileType, header.minZoom, header.maxZoom]).toEqual([4, 0, lastZooms.relief])
    expect(header.numTileContents).toBeLessThan(header.numAddressedTiles)
    expect((await archiveTile('relief', 4, 8, 5))?.toString('latin1', 8, 12)).toBe('WEBP')
    expect(await archiveTile('relief', 5, 0, 0)).toBeNull()
  })
})

const inCountries: [string, LngLat, string][] = [
  ['Texas', [-99.3, 31.5], 'US'],
  ['Taiwan', [120.9, 23.8], 'TW'],
  ['Beirut', [35.52, 33.88], 'LB'],
  ['Viti Levu, Fiji', [178, -17.8], 'FJ'],
  ['Taveuni, Fiji, at 180°', [-179.97, -16.85], 'FJ'],
  ['Chukotka east of 180°', [-175, 67], 'RU'],
  ['Chukotka west of 180°', [175, 67.5], 'RU'],
  ['the South Pole’s land', [20, -80], 'AQ'],
  ['Simferopol', [34.1, 44.95], 'UA'],
  ['Sevastopol', [33.6, 44.58], 'UA'],
  ['Kerch', [36.4, 45.33], 'UA'],
  ['Donetsk', [37.8, 48], 'UA'],
  ['Melitopol', [35.37, 46.85], 'UA'],
  ['Nova Kakhovka', [33.4, 46.72], 'UA'],
  ['Krasnodar', [39, 45.04], 'RU'],
  ['Chisinau', [28.86, 47], 'MD'],
]

describe('the world in the tiles', () => {
  it.each(inCountries)('has %s on land and in one country', async (_, at, cc) => {
    expect(await areasAt('sea', at)).toEqual([])
    expect((await areasAt('countries', at)).map((properties) => properties.cc)).toEqual([cc])
  })

  it.each<[string, LngLat]>([
    ['the Gulf of Mexico', [-92, 26]],
    ['the sea off Beirut', [35.2, 33.9]],
    ['the Koro Sea at the antimeridian', [179.99, -18.2]],
    ['the Chukchi Sea at the antimeridian', [-179.99, 69.5]],
    ['the Ross Sea', [-175, -75]],
    ['the North Pole’s ocean', [0, 84.9]],
    ['the Black Sea', [32, 43.5]],
    ['the Caspian', [51, 42]],
  ])('has %s in the sea', async (_, at) => {
    expect(await areasAt('sea', at)).not.toEqual([])
    expect(await areasAt('countries', at)).toEqual([])
  })

  it('is the same land on both sides of the antimeridian, in every zoom', async () => {
    for (let z = 2; z <= lastZooms.world; z += 1) {
      const [, , y] = tileAt([180, 67.5], z)
      const [west, east] = await Promise.all([readTile(z, 0, y), readTile(z, 2 ** z - 1, y)])
      // Wrangel Island and Chukotka are cut there: what is on one side reaches into the other's margin.
      expect(featuresOf(west, 'countries').map(({ properties }) => properties.cc)).toContain('RU')
      expect(featuresOf(east, 'countries').map(({ properties }) => properties.cc)).toContain('RU')
    }
  })

  it.each<[string, string, LngLat, number, string]>([
    ['the country', 'country-names', [-99, 40], 4, 'United States'],
    ['the state', 'admin1-names', [-99.3, 31.5], 5, 'Texas'],
    ['a town of it', 'cities', [-97.7, 30.3], 6, 'Austin'],
    ['an island state', 'country-names', [121, 23.7], 5, 'Taiwan'],
    ['a capital', 'cities', [35.5, 33.9], 5, 'Beirut'],
    ['a capital beyond the antimeridian', 'cities', [178.4, -18.1], 7, 'Suva'],
    ['a continent', 'country-names', [0, -80], 4, 'Antarctica'],
    ['a sea', 'sea-names', [-92, 25], 4, 'Gulf of Mexico'],
    ['a range', 'land-names', [-108.9, 42.3], 4, 'Rocky Mountains'],
  ])('names %s: %s', async (_, layer, at, z, name) => {
    expect(await namesAround(layer, at, z)).toContain(name)
  })

  it('has the names in other languages beside the English one', async () => {
    const [z, x, y] = tileAt([35.5, 33.9], 6)
    const beirut = featuresOf(await readTile(z, x, y), 'cities').find(({ properties }) => properties.name === 'Beirut')
    expect(beirut?.properties).toMatchObject({ name_ar: 'بيروت', name_uk: 'Бейрут' })
  })

  it('carries Ukraine, the sea, lines and names where they are', async () => {
    const { layers } = await readTile(5, 18, 11)
    const wanted = ['sea', 'bathymetry', 'countries', 'lakes', 'rivers', 'borders', 'admin1-lines', 'cities']
    expect(Object.keys(layers)).toEqual(expect.arrayContaining(wanted))
  })

  it('leaves small things out at far zooms', async () => {
    const { layers } = await readTile(2, 2, 1)
    for (const name of ['rivers', 'admin1-lines', 'cities', 'urban']) expect(Object.keys(layers)).not.toContain(name)
  })

  it('costs a first view of six tiles at zoom 4 less than 110 kB', async () => {
    const tiles = await Promise.all([8, 9, 10].flatMap((x) => [4, 5].map((y) => basemapTile(4, x, y))))
    expect(tiles.reduce((sum, tile) => sum + (tile?.length ?? 0), 0)).toBeLessThan(110_000)
  })
})

describe('the basemap’s borders', () => {
  it('do not part Crimea from the mainland', async () => {
    const { features } = await readBasemapFile('borders')
    const within = features
      .flatMap(({ geometry }) =>
        geometry.type === 'LineString'
          ? geometry.coordinates
          : geometry.type === 'MultiLineString'
            ? geometry.coordinates.flat()
            : [],
      )
      .filter(([lng = 0, lat = 0]) => lng > 32.4 && lng < 36 && lat > 45 && lat < 46.4)
    expect(within).toEqual([])
  })
})

describe('the basemap’s names', () => {
  it.each(['cities', 'country-names', 'sea-names', 'island-names', 'land-names'] as const)(
    '%s are points with a name',
    async (file) => {
      const { features } = await readBasemapFile(file)
      const wrong = features.filter(
        ({ geometry, properties }) => geometry.type !== 'Point' || !/\S/.test(String(properties?.name)),
      )
      expect(wrong).toEqual([])
    },
  )

  it('leave no oblast of Ukraine without a label', async () => {
    const tiles = await Promise.all([17, 18, 19].flatMap((x) => [10, 11].map((y) => readTile(5, x, y))))
    const parts = tiles.flatMap((tile) => featuresOf(tile, 'admin1-names'))
    const oblasts = parts.flatMap(({ properties }) => (properties.cc === 'UA' ? [properties.iso] : []))
    expect(new Set(oblasts).size).toBe(26)
  })
})

describe('basemapTile', () => {
  it.each([
    [-1, 0, 0],
    [9, 0, 0],
    [2, 4, 0],
    [2, 0, -1],
    [2, 0.5, 0],
    [Number.NaN, 0, 0],
  ])('has no tile %d/%d/%d', async (z, x, y) => {
    expect(await basemapTile(z, x, y)).toBeNull()
  })

  it('gives the same bytes again', async () => {
    expect(await basemapTile(5, 18, 11)).toBe(await basemapTile(5, 18, 11))
  })
})

describe('basemapVersion', () => {
  it('is short and stays the same', async () => {
    const version = await basemapVersion()
    expect(version).toMatch(/^[0-9a-f]{12}$/)
    expect(await basemapVersion()).toBe(version)
    expect(basemapFileNames).toContain('borders')
  })
})

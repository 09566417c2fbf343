import { gunzipSync } from 'node:zlib'
import { booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { beforeAll, describe, expect, it } from 'vitest'
import { basemapFileNames, readBasemapFile } from '@/lib/server/basemap-files'
import { basemapTile, basemapVersion } from '@/lib/server/basemap-tiles'

/** Names of the layers of a tile: field 3 of the tile, field 1 of each layer (Mapbox Vector Tile 2.1, §4.1). */
function layerNames(tile: Buffer): string[] {
  const bytes = gunzipSync(tile)
  const names: string[] = []
  let at = 0
  const varint = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    expect(varint()).toBe((3 << 3) | 2)
    const end = varint() + at
    while (at < end) {
      const key = varint()
      const length = key % 8 === 2 ? varint() : 0
      if (key === ((1 << 3) | 2)) names.push(bytes.toString('utf8', at, at + length))
      if (key % 8 === 0) varint()
      at += length
    }
  }
  return names
}

const crimea: [string, number, number][] = [
  ['Simferopol', 34.1, 44.95],
  ['Sevastopol', 33.6, 44.58],
  ['Kerch', 36.4, 45.33],
  ['Donetsk', 37.8, 48.0],
  ['Luhansk', 39.3, 48.57],
  ['Melitopol', 35.37, 46.85],
  ['Nova Kakhovka', 33.4, 46.72],
]

describe('the basemap’s Ukraine', () => {
  let shapes: (Polygon | MultiPolygon)[] = []
  beforeAll(async () => {
    const { features } = await readBasemapFile('countries-detail')
    shapes = features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? [geometry] : [],
    )
  })

  it.each(crimea)('holds %s', (_, lng, lat) => {
    expect(shapes.some((shape) => booleanPointInPolygon([lng, lat], shape))).toBe(true)
  })

  it.each([
    ['Krasnodar', 39, 45.04],
    ['Chisinau', 28.86, 47.0],
    ['the Black Sea', 32, 43.5],
  ])('does not hold %s', (_, lng, lat) => {
    expect(shapes.some((shape) => booleanPointInPolygon([lng, lat], shape))).toBe(false)
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
  it.each(['cities', 'country-names', 'sea-names', 'island-names', 'admin1-labels'] as const)(
    '%s are points with a name',
    async (file) => {
      const { features } = await readBasemapFile(file)
      for (const { geometry, properties } of features) {
        expect(geometry.type).toBe('Point')
        expect(properties?.name).toMatch(/\S/)
      }
    },
  )

  it('leave no oblast of Ukraine without a label', async () => {
    const { features } = await readBasemapFile('admin1-labels')
    expect(new Set(features.map(({ properties }) => properties?.iso)).size).toBe(26)
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

  it('carries Ukraine, the sea and names where they are', async () => {
    const tile = await basemapTile(5, 18, 11)
    expect(tile && layerNames(tile)).toEqual(
      expect.arrayContaining([
        'sea',
        'bathymetry',
        'countries',
        'lakes',
        'rivers',
        'borders',
        'admin1-lines',
        'cities',
      ]),
    )
  })

  it('carries the sea beyond the case’s region', async () => {
    const tile = await basemapTile(4, 4, 6)
    expect(tile && layerNames(tile)).toContain('sea')
  })

  it('leaves small things out at far zooms', async () => {
    const tile = await basemapTile(2, 2, 1)
    const names = tile && layerNames(tile)
    expect(names).not.toContain('rivers')
    expect(names).not.toContain('admin1-lines')
    expect(names).not.toContain('cities')
  })

  it('costs a first view of six tiles at zoom 4 less than 90 kB', async () => {
    const tiles = await Promise.all([8, 9, 10].flatMap((x) => [4, 5].map((y) => basemapTile(4, x, y))))
    expect(tiles.reduce((sum, tile) => sum + (tile?.length ?? 0), 0)).toBeLessThan(90_000)
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
    expect(basemapFileNames).toContain('countries-detail')
  })
})

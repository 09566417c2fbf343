import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import type { GeoJsonProperties } from 'geojson'
import { keepLatest, once } from '@/lib/derive/once'
import { type BasemapFileName, readBasemapFile } from './basemap-files'

/** A layer of the basemap's tiles. */
interface BasemapLayer {
  readonly files: readonly BasemapFileName[]
  /** Which features a tile of zoom `z` keeps; without it, all. */
  readonly keeps?: (properties: GeoJsonProperties, z: number) => boolean
}

function numberOf(properties: GeoJsonProperties, key: string): number {
  const value: unknown = properties?.[key]
  return typeof value === 'number' ? value : 0
}

/** The value of the last step whose zoom is reached. */
function step(z: number, steps: readonly (readonly [fromZoom: number, value: number])[], before: number): number {
  return steps.reduce((value, [fromZoom, next]) => (z >= fromZoom ? next : value), before)
}

/** Last zoom with tiles of its own: what is to be seen from still nearer has to be in these. */
const NEAREST = 8

/** Lines and areas too small to be told apart from afar say from which zoom they are drawn. */
function isReached(properties: GeoJsonProperties, z: number): boolean {
  return z >= Math.min(numberOf(properties, 'from'), NEAREST)
}

/** Depth classes drawn at far zooms, m: the shelves and the deep; nearer, all of them. */
const farDepths = new Set([200, 2000, 4000])
const middleDepths = new Set([50, 200, 1000, 2000, 4000])

function keepsDepth(properties: GeoJsonProperties, z: number): boolean {
  const depth = numberOf(properties, 'depth')
  if (z >= 5) return true
  return z >= 3 ? middleDepths.has(depth) : farDepths.has(depth)
}

/** Smallest lake, km², and last rank of river (Natural Earth's scalerank) and of city, by the tile's zoom. */
const smallestLakeKm2 = [
  [3, 2500],
  [4, 600],
  [5, 200],
  [6, 60],
  [7, 0],
] as const
const lastRiver = [
  [3, 3],
  [4, 5],
  [5, 6],
  [6, 8],
  [7, 99],
] as const
const lastCity = [
  [3, 0],
  [4, 1],
  [5, 3],
  [6, 4],
  [7, 99],
] as const

/** The source layers of a tile, by name, in the order they are written. Land is the background, cut out by the sea. */
const basemapLayers = {
  sea: { files: ['sea', 'sea-beyond'] },
  bathymetry: { files: ['bathymetry'], keeps: keepsDepth },
  countries: { files: ['countries-detail'] },
  lakes: { files: ['lakes'], keeps: (lake, z) => numberOf(lake, 'km2') >= step(z, smallestLakeKm2, 10_000) },
  rivers: { files: ['rivers'], keeps: (river, z) => numberOf(river, 'rank') <= step(z, lastRiver, 0) },
  'disputed-areas': { files: ['disputed-areas'], keeps: isReached },
  borders: { files: ['borders'], keeps: isReached },
  'admin1-lines': { files: ['admin1-lines'], keeps: (_, z) => z >= 4 },
  cities: { files: ['cities'], keeps: (city, z) => numberOf(city, 'rank') <= step(z, lastCity, -1) },
  'sea-names': { files: ['sea-names'], keeps: (name, z) => numberOf(name, 'rank') <= Math.max(1, z - 2) },
  'island-names': { files: ['island-names'], keeps: (_, z) => z >= 4 },
  'country-names': { files: ['country-names'], keeps: (name, z) => numberOf(name, 'rank') <= Math.max(1, z - 1) },
  'admin1-labels': { files: ['admin1-labels'], keeps: (_, z) => z >= 5 },
} as const satisfies Record<string, BasemapLayer>

export { basemapVersion } from './basemap-files'

/** Last zoom that has tiles of its own; nearer views stretch these. */
const MAX_ZOOM = 8

/** Tiles kept after they were cut. A tile is 1 to 60 kB, so these stay under about 20 MB. */
const KEPT_TILES = 1000

/** Units across a tile. `TOLERANCE` and `BUFFER` are in the same unit: about 0.4 and 8 px of a 512 px tile. */
const EXTENT = 4096
const TOLERANCE = 3
const BUFFER = 64

const compress = promisify(gzip)

async function indexLayer({ files }: BasemapLayer): Promise<GeoJSONVT> {
  const collections = await Promise.all(files.map(readBasemapFile))
  const features = collections.flatMap((collection) => collection.features)
  const options = { maxZoom: MAX_ZOOM, indexMaxZoom: 4, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER }
  return new GeoJSONVT({ type: 'FeatureCollection', features }, options)
}

/** The layers' indexes, built at the first request. */
const readIndexes = once(() =>
  Promise.all(
    Object.entries<BasemapLayer>(basemapLayers).map(
      async ([name, layer]): Promise<[string, BasemapLayer, GeoJSONVT]> => [name, layer, await indexLayer(layer)],
    ),
  ),
)

async function cutTile(z: number, x: number, y: number): Promise<Buffer> {
  const layers: Record<string, GeoJSONWrapper> = {}
  for (const [name, { keeps }, index] of await readIndexes()) {
    const all: readonly GeoJSONVTFeature[] = index.getTile(z, x, y)?.features ?? []
    const features = all.filter(({ tags }) => keeps?.(tags, z) ?? true)
    if (features.length === 0) continue
    const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
    layer.name = name
    layers[name] = layer
  }
  if (Object.keys(layers).length === 0) return Buffer.alloc(0)
  return compress(fromVectorTileJs({ layers }), { level: 9 })
}

const keepTile = keepLatest<Buffer>(KEPT_TILES)

function hasTile(z: number, x: number, y: number): boolean {
  if (![z, x, y].every(Number.isInteger) || z < 0 || z > MAX_ZOOM) return false
  const last = 2 ** z - 1
  return x >= 0 && x <= last && y >= 0 && y <= last
}

/**
 * A gzipped Mapbox Vector Tile (version 2) of the basemap in the usual XYZ scheme, zooms 0 to 8; its layers are those of
 * `basemapLayers`. Null where there is no such tile; zero bytes where a tile has nothing in it, as inland plains may.
 * Throws where the basemap's files cannot be read.
 */
export async function basemapTile(z: number, x: number, y: number): Promise<Buffer | null> {
  if (!hasTile(z, x, y)) return null
  return keepTile(`${z}/${x}/${y}`, () => cutTile(z, x, y))
}

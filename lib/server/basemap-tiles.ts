import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { keepLatest, once } from '@/lib/derive/once'
import { readBasemapFile } from './basemap-files'
import { type BasemapLayer, basemapLayers } from './basemap-layers'

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

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { booleanPointInPolygon } from '@turf/turf'
import { PbfReader } from 'pbf'
import { once } from '@/lib/derive/once'
import { nearestOnLines } from '@/lib/geo/along-line'
import { clamp } from '@/lib/geo/clamp'
import { projectMercator } from '@/lib/geo/project-mercator'
import { toVector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { basemapTile, lastZooms } from './basemap-archive'
import { readBasemapFile } from './basemap-files'

/** Outlines are a little off where a point is said to be on one: farther off than this, it is in none. */
const REACH_KM = 8

/** Within what Web Mercator shows, degrees. */
const LAST_LATITUDE = 85.04

const unpack = promisify(gunzip)

/** The names of countries by their ISO 3166-1 code, as the map writes them. */
export const readCountryNames = once(async () => {
  const { features } = await readBasemapFile('country-names')
  return new Map(
    features.flatMap(({ properties }): [string, string][] =>
      typeof properties?.cc === 'string' ? [[properties.cc, String(properties.name)]] : [],
    ),
  )
})

/** The country that a position lies in, or within 8 km of, in the borders that the map shows; null for the sea and for no man's land. */
export async function countryAt([lng, lat]: LngLat): Promise<string | null> {
  // Nearer to a pole than the tiles reach, it is what the land there is.
  const at: LngLat = [lng, clamp(lat, -LAST_LATITUDE, LAST_LATITUDE)]
  const z = lastZooms.world
  const count = 2 ** z
  const [x, y] = projectMercator(at).map((part) => Math.min(count - 1, Math.max(0, Math.floor(part * count))))
  const bytes = await basemapTile(z, x ?? 0, y ?? 0)
  if (bytes === null || bytes.length === 0) return null
  const layer = new VectorTile(new PbfReader(await unpack(bytes))).layers.countries
  const names = await readCountryNames()
  let nearest: { name: string; distanceKm: number } | null = null
  for (let index = 0; index < (layer?.length ?? 0); index += 1) {
    const feature = layer?.feature(index)
    const name = names.get(String(feature?.properties.cc))
    const geometry = feature?.toGeoJSON(x ?? 0, y ?? 0, z).geometry
    if (name === undefined || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) continue
    if (booleanPointInPolygon([...at], geometry)) return name
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
    const outline = rings.map((ring) => ring.map(([lng = 0, lat = 0]) => toVector([lng, lat])))
    const distanceKm = nearestOnLines(at, outline)?.distanceKm ?? Number.POSITIVE_INFINITY
    if (distanceKm < (nearest?.distanceKm ?? REACH_KM)) nearest = { name, distanceKm }
  }
  return nearest?.name ?? null
}

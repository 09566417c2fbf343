import { destination } from '@turf/turf'
import type { LngLat } from '@/lib/schema/geometry'
import { clamp, wrapLongitude } from './clamp'

/** Beyond it the map shows nothing. */
const LAST_LATITUDE = 80

/** Brings a longitude into ±180 and a latitude to where the map shows something, ±80. */
export function holdOnMap([lng, lat]: LngLat): LngLat {
  return [wrapLongitude(lng), clamp(lat, -LAST_LATITUDE, LAST_LATITUDE)]
}

/** The position `distanceKm` away along a great circle that sets out at `bearing`, degrees clockwise from north; held on the map. */
export function moveByKm(at: LngLat, distanceKm: number, bearing: number): LngLat {
  const [lng = 0, lat = 0] = destination(at, distanceKm, bearing, { units: 'kilometers' }).geometry.coordinates
  return holdOnMap([lng, lat])
}

import { kmPerPixel, scaleBar } from '@/lib/geo/camera-to-bounds'

/** A length on the map, and where it is true: on a Mercator map it grows with the latitude. */
export interface MapScale {
  km: number
  px: number
  /** In whole degrees, negative in the south. */
  latitude: number
}

/** The scale of a map of that zoom at a latitude, as a round length of at most `maxPx`; null where there is no map to measure. */
export function measureScale(zoom: number, latitude: number, maxPx: number): MapScale | null {
  if (!Number.isFinite(zoom) || !Number.isFinite(latitude)) return null
  return { ...scaleBar(kmPerPixel(zoom, latitude), maxPx), latitude: Math.round(latitude) }
}

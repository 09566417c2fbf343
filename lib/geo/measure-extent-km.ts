import { earthRadius } from '@turf/turf'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { linesOf } from './map-lines'
import { rotateOnSphere } from './rotate-on-sphere'
import { sphereCentre } from './sphere-centre'

const onEquator: LngLat = [0, 0]

/**
 * How far a geometry reaches from west to east and from south to north, km on a sphere of 6,371.0088 km: measured with
 * its middle on the equator, where neither stretches the other.
 */
export function measureExtentKm(geometry: PlaceGeometry): { widthKm: number; heightKm: number } {
  const points = linesOf(rotateOnSphere(geometry, sphereCentre(geometry), onEquator, 0)).flat()
  const span = (values: number[]) => ((Math.max(...values) - Math.min(...values)) * Math.PI * earthRadius) / 180 / 1000
  return { widthKm: span(points.map(([lng]) => lng)), heightKm: span(points.map(([, lat]) => lat)) }
}

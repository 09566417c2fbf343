import { area } from '@turf/turf'
import type { Geometry } from 'geojson'

/**
 * Area of a polygon or several, km², on a sphere of 6,371,008.8 m (turf's, after Chamberlain and Duquette, JPL 2007):
 * within 0.7 % of the ellipsoid's. Zero for points and lines.
 */
export function measureAreaKm2(geometry: Geometry): number {
  return area(geometry) / 1e6
}

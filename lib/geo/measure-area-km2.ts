import { area } from '@turf/turf'
import type { Geometry } from 'geojson'

/**
 * Area of a polygon or several, km², on a sphere of 6,371,008.8 m (turf's, after Chamberlain and Duquette, JPL 2007):
 * up to 0.45 % more than on the ellipsoid (WGS 84) at the equator, up to 0.90 % less at the poles. Zero for points and lines.
 */
export function measureAreaKm2(geometry: Geometry): number {
  return area(geometry) / 1e6
}

import { bbox, feature, featureCollection } from '@turf/turf'
import type { Geometry } from 'geojson'

/** The box around geometries, `[west, south, east, north]` in degrees. None of them may cross the antimeridian. Throws a RangeError for none. */
export function frameBounds(geometries: readonly Geometry[]): [number, number, number, number] {
  if (geometries.length === 0) throw new RangeError('nothing to frame')
  const [west, south, east, north] = bbox(featureCollection(geometries.map((geometry) => feature(geometry))))
  return [west, south, east, north]
}

import { bbox, coordEach, feature, featureCollection, flattenEach } from '@turf/turf'
import type { Geometry } from 'geojson'
import { aroundGlobe, type Stretch } from './around-globe'

/** From where to where each part of the geometries is; parts, as an island that is cut at 180°, may be far apart in numbers. */
function stretchesOf(geometries: readonly Geometry[]): Stretch[] {
  const stretches: Stretch[] = []
  flattenEach(featureCollection(geometries.map((geometry) => feature(geometry))), (part) => {
    let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    coordEach(part, ([lng = 0]) => {
      west = Math.min(west, lng)
      east = Math.max(east, lng)
    })
    // A part without a position is nowhere.
    if (west <= east) stretches.push([west, east])
  })
  return stretches
}

/**
 * The box around geometries, `[west, south, east, north]` in degrees; of what lies on both sides of the antimeridian east
 * is above 180. Throws a RangeError for none.
 */
export function frameBounds(geometries: readonly Geometry[]): [number, number, number, number] {
  if (geometries.length === 0) throw new RangeError('nothing to frame')
  const [west, south, east, north] = bbox(featureCollection(geometries.map((geometry) => feature(geometry))))
  const around = aroundGlobe(stretchesOf(geometries))
  return around === null ? [west, south, east, north] : [around[0], south, around[1], north]
}

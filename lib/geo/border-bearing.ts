import { bbox, circle, lineString, pointToLineDistance, rhumbBearing } from '@turf/turf'
import type { Feature, LineString, MultiLineString, Position } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'

/** Farther from a border than this, a crossing has none to stand across. Some crossings are known to ±10 km only. */
const MAX_DISTANCE_KM = 15

function linesOf({ geometry }: Feature<LineString | MultiLineString>): Position[][] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
}

/** The segments of the lines that touch the box around everything within reach; measuring the others would cost seconds. */
function segmentsNear(at: LngLat, borders: readonly Feature<LineString | MultiLineString>[]): [Position, Position][] {
  const [west, south, east, north] = bbox(circle(at, MAX_DISTANCE_KM, { units: 'kilometers' }))
  const apart = (a: number, b: number, low: number, high: number) => (a < low && b < low) || (a > high && b > high)
  const near: [Position, Position][] = []
  for (const line of borders.flatMap(linesOf))
    for (const [index, end] of line.entries()) {
      const start = line[index - 1]
      if (start === undefined) continue
      const [x0 = 0, y0 = 0] = start
      const [x1 = 0, y1 = 0] = end
      if (!apart(x0, x1, west, east) && !apart(y0, y1, south, north)) near.push([start, end])
    }
  return near
}

/**
 * Bearing of the border line nearest to a position, degrees clockwise from north, 0 to below 180, as a line has no head. It is
 * the rhumb line's, as a border is drawn straight in Web Mercator. `null` where no border is within 15 km. `borders` are lines in `[lng, lat]`.
 */
export function borderBearing(at: LngLat, borders: readonly Feature<LineString | MultiLineString>[]): number | null {
  let nearest: { distanceKm: number; bearing: number } | null = null
  for (const [start, end] of segmentsNear(at, borders)) {
    const distanceKm = pointToLineDistance(at, lineString([start, end]), { units: 'kilometers' })
    if (distanceKm <= MAX_DISTANCE_KM && distanceKm < (nearest?.distanceKm ?? Number.POSITIVE_INFINITY))
      nearest = { distanceKm, bearing: (rhumbBearing(start, end) + 360) % 180 }
  }
  return nearest?.bearing ?? null
}

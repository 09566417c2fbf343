import {
  bbox,
  circle,
  earthRadius,
  length,
  lineSliceAlong,
  lineString,
  pointToLineDistance,
  rhumbBearing,
} from '@turf/turf'
import type { Feature, LineString, MultiLineString, Position } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'
import { angleBetween, combine, cross, dot, toLngLat, toVector, type Vector } from './sphere'

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

/**
 * The first `lengthKm` of a line along the sphere, from its start: a line of at least two positions; the whole line
 * where it is no longer than that. A length of zero or less throws a RangeError.
 */
export function cutLineToLength(line: LineString, lengthKm: number): LineString {
  if (!(lengthKm > 0)) throw new RangeError(`a line cannot be cut to ${lengthKm} km`)
  const whole = lineString(line.coordinates)
  if (length(whole, { units: 'kilometers' }) <= lengthKm) return line
  return lineSliceAlong(whole, 0, lengthKm, { units: 'kilometers' }).geometry
}

/** The point of the great-circle arc from `a` to `b` that is nearest to `p`. */
function nearestOnArc(p: Vector, a: Vector, b: Vector): Vector {
  const normal = cross(a, combine(b, 1, a, -1))
  const square = dot(normal, normal)
  if (square > 0) {
    const foot = combine(p, 1, normal, -dot(p, normal) / square)
    const isBetween = dot(cross(a, foot), normal) >= 0 && dot(cross(foot, b), normal) >= 0
    if (isBetween) return foot
  }
  return dot(p, a) >= dot(p, b) ? a : b
}

/**
 * The point of `lines` nearest to `at`, and how far it is along a great circle, km on a sphere of 6,371.0088 km: exact
 * on each arc, not only at the lines' vertices. Null where there is no line of two points.
 */
export function nearestOnLines(
  at: LngLat,
  lines: readonly (readonly Vector[])[],
): { point: LngLat; distanceKm: number } | null {
  const p = toVector(at)
  let nearest: { point: Vector; angle: number } | null = null
  for (const line of lines)
    for (let index = 1; index < line.length; index += 1) {
      const [a, b] = [line[index - 1], line[index]]
      if (a === undefined || b === undefined) continue
      const point = nearestOnArc(p, a, b)
      const angle = angleBetween(p, point)
      if (nearest === null || angle < nearest.angle) nearest = { point, angle }
    }
  return nearest && { point: toLngLat(nearest.point), distanceKm: (nearest.angle * earthRadius) / 1000 }
}

import { distance } from '@turf/turf'
import type { LngLat } from '@/lib/schema/geometry'
import { combine, cross, dot, toVector, type Vector } from './sphere'

/** Of an area: the fewest. */
export const MIN_CORNERS = 3

/** Whether a line ends in its first point, and so is an area. */
export function isClosed(points: readonly LngLat[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  if (points.length <= MIN_CORNERS || first === undefined || last === undefined) return false
  return first[0] === last[0] && first[1] === last[1]
}

/** The turn at `from`, from one way to another, radians, −π to π. */
function turnAt(from: Vector, one: Vector, other: Vector): number {
  const [toOne, toOther] = [cross(from, one), cross(from, other)]
  return Math.atan2(dot(from, cross(toOne, toOther)), dot(toOne, toOther))
}

/**
 * Tells what lies in an area whose sides are great circles, of less than a quarter of the globe: seen from there, its outline
 * goes once around.
 */
function withinRing(ring: readonly LngLat[]): (at: LngLat) => boolean {
  const corners = ring.map(toVector)
  const middle = corners.reduce((sum, corner) => combine(sum, 1, corner, 1), [0, 0, 0])
  return (at) => {
    const from = toVector(at)
    // So it does from the other side of the globe.
    if (dot(from, middle) <= 0) return false
    const turned = corners
      .slice(1)
      .reduce((sum, corner, index) => sum + turnAt(from, corners[index] ?? corner, corner), 0)
    return Math.abs(turned) > Math.PI
  }
}

/**
 * The circle that a line of two points stands for: about the first, through the second. Null for any other line, and where
 * both are one.
 */
export function circleOf(points: readonly LngLat[]): { middle: LngLat; radiusKm: number } | null {
  const [middle, edge] = points
  if (middle === undefined || edge === undefined || points.length > 2) return null
  const radiusKm = distance(middle, edge, { units: 'kilometers' })
  return radiusKm === 0 ? null : { middle, radiusKm }
}

/** Tells what lies in what a measured line encloses, an area or a circle; null for a line that encloses nothing. */
export function drawnArea(points: readonly LngLat[]): ((at: LngLat) => boolean) | null {
  if (isClosed(points)) return withinRing(points)
  const circle = circleOf(points)
  return circle && ((at) => distance(circle.middle, at, { units: 'kilometers' }) <= circle.radiusKm)
}

/**
 * Ids of the places that lie in what a measured line encloses, an area or a line by its middle; null where it encloses
 * nothing.
 */
export function placesDrawnAround(
  places: readonly { id: string; anchor: LngLat | null }[],
  points: readonly LngLat[] | null,
): ReadonlySet<string> | null {
  const isWithin = points === null ? null : drawnArea(points)
  if (isWithin === null) return null
  return new Set(places.flatMap(({ id, anchor }) => (anchor !== null && isWithin(anchor) ? id : [])))
}

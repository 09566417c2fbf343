import type { LngLat } from '@/lib/schema/geometry'
import { cross, dot, toVector, type Vector } from './unit-vector'

/** Whether two great-circle arcs, each under 180°, cross between their ends: S2's `SimpleCrossing`. */
function doCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b)
  const acb = -dot(ab, c)
  if (acb * dot(ab, d) <= 0) return false
  const cd = cross(c, d)
  return -dot(cd, b) * acb > 0 && dot(cd, a) * acb > 0
}

/**
 * Whether a closed ring, its last point its first, crosses itself: then what it encloses is no area, and the one that is
 * measured is the difference of its parts. Edges are great circles, which turf's `kinks` would take for straight lines of
 * the map. In time that grows with the square of the points.
 */
export function crossesItself(ring: readonly LngLat[]): boolean {
  const vectors = ring.map(toVector)
  const edges = vectors.slice(1).map((b, index) => [vectors[index] ?? b, b] as const)
  const last = edges.length - 1
  // Neighbours, as the first and the last are, have a point in common and cannot cross besides.
  return edges.some(([a, b], index) =>
    edges.slice(index + 2, index === 0 ? last : undefined).some(([c, d]) => doCross(a, b, c, d)),
  )
}

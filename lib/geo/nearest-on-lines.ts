import { earthRadius } from '@turf/turf'
import type { LngLat } from '@/lib/schema/geometry'
import { angleBetween, combine, cross, dot, toLngLat, toVector, type Vector } from './unit-vector'

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

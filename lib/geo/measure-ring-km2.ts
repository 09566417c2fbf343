import { earthRadius } from '@turf/turf'
import type { LngLat } from '@/lib/schema/geometry'
import { combine, cross, dot, toVector, type Vector } from './unit-vector'

/** Twice the tangent's arc of a triangle's solid angle, signed, steradians: Van Oosterom and Strackee 1983. */
function triangle(a: Vector, b: Vector, c: Vector): number {
  // The triple product of differences: that of the vectors themselves would lose most digits of a small triangle.
  const volume = dot(a, cross(combine(b, 1, a, -1), combine(c, 1, a, -1)))
  return 2 * Math.atan2(volume, 1 + dot(a, b) + dot(b, c) + dot(c, a))
}

/**
 * Area of a ring whose edges are great circles, km², on a sphere of 6,371.0088 km. Exact there, and from
 * 0.45 % more (at the equator) to 0.90 % less (at the poles) than on the ellipsoid WGS 84; unlike turf's `area`, whose edges are no great circles: that differs by percents where edges are long. The ring may be open or closed, lie
 * around a pole or across the antimeridian, and be no larger than a hemisphere; its direction does not matter.
 */
export function measureRingKm2(ring: readonly LngLat[]): number {
  const [first, ...rest] = ring.map(toVector)
  if (first === undefined) return 0
  const steradians = rest.reduce((sum, b, index) => {
    const c = rest[index + 1]
    return c === undefined ? sum : sum + triangle(first, b, c)
  }, 0)
  return Math.abs(steradians) * (earthRadius / 1000) ** 2
}

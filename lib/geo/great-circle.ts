import { earthRadius } from '@turf/turf'
import type { LngLat } from '@/lib/schema/geometry'
import { angleBetween, combine, toLngLat, toVector } from './sphere'

function between(from: LngLat, to: LngLat, maxStepKm: number): LngLat[] {
  const [a, b] = [toVector(from), toVector(to)]
  const angle = angleBetween(a, b)
  const steps = Math.ceil((angle * earthRadius) / 1000 / maxStepKm)
  // Opposite points have no one great circle between them; any will do, and none is drawn.
  if (steps < 2 || Math.sin(angle) < 1e-9) return []
  return Array.from({ length: steps - 1 }, (_, index) => {
    const along = ((index + 1) / steps) * angle
    return toLngLat(combine(a, Math.sin(angle - along), b, Math.sin(along)))
  })
}

/**
 * The line with points added along the great circles between its own, at most `maxStepKm` apart (spherical linear
 * interpolation, Shoemake 1985). Longitudes are unwrapped: each is within 180° of the one before, beyond ±180 where
 * the line crosses the antimeridian.
 */
export function densifyLine(points: readonly LngLat[], maxStepKm: number): LngLat[] {
  const all = points.flatMap((point, index) => {
    const before = points[index - 1]
    return before === undefined ? [point] : [...between(before, point, maxStepKm), point]
  })
  let [lastLng] = all[0] ?? [0]
  return all.map(([lng, lat]) => {
    lastLng = lng + 360 * Math.round((lastLng - lng) / 360)
    return [lastLng, lat]
  })
}

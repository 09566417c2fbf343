import type { LngLat } from '@/lib/schema/geometry'

const RADIANS = Math.PI / 180
/** One vertex for about this many degrees of the circle (220 km): on any zoom it looks like a curve. */
const STEP_DEGREES = 2

type Vector = readonly [x: number, y: number, z: number]

function toVector([lng, lat]: LngLat): Vector {
  const across = Math.cos(lat * RADIANS)
  return [across * Math.cos(lng * RADIANS), across * Math.sin(lng * RADIANS), Math.sin(lat * RADIANS)]
}

function toLngLat([x, y, z]: Vector): LngLat {
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS]
}

/** The turn of longitude that lies nearest to the one before: across the antimeridian a line goes on past ±180. */
function unwrap(lng: number, before: number): number {
  return lng + 360 * Math.round((before - lng) / 360)
}

/**
 * The shortest way over the sphere from one position to another, as positions of a line, both ends included. Spherical
 * linear interpolation of unit vectors (Shoemake 1985), which gives the same as turf's `greatCircle` without bringing
 * turf into the page. Unwrapped: longitudes go on past ±180 rather than jump, as MapLibre draws them. Between antipodes
 * every way is as short, and a straight line on the map is answered. Never throws.
 */
export function greatCircleLine(from: LngLat, to: LngLat): LngLat[] {
  const [a, b] = [toVector(from), toVector(to)]
  // The arc cosine alone loses small angles to rounding.
  const cross = Math.hypot(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])
  const angle = Math.atan2(cross, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])
  const sine = Math.sin(angle)
  if (sine < 1e-9) return [from, to]
  const steps = Math.max(2, Math.ceil(angle / RADIANS / STEP_DEGREES))
  const line: LngLat[] = [from]
  for (let step = 1; step <= steps; step++) {
    const share = step / steps
    const [p, q] = [Math.sin((1 - share) * angle) / sine, Math.sin(share * angle) / sine]
    const position = toLngLat([p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]])
    const [lng, lat] = step === steps ? to : position
    line.push([unwrap(lng, line.at(-1)?.[0] ?? lng), lat])
  }
  return line
}

import type { LngLat } from '@/lib/schema/geometry'

/** A place on the unit sphere: x through 0°E on the equator, y through 90°E, z through the north pole. */
export type Vector = readonly [x: number, y: number, z: number]

const DEGREE = Math.PI / 180

/** `[lng, lat]` in degrees as a unit vector (Gade 2010, “n-vector”): no pole or antimeridian is special there. */
export function toVector([lng, lat]: LngLat): Vector {
  const [l, p] = [lng * DEGREE, lat * DEGREE]
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)]
}

/** A vector of any length above 0 as `[lng, lat]` in degrees, the longitude within 180° of `nearLng`, so beyond ±180 too. */
export function toLngLat([x, y, z]: Vector, nearLng = 0): LngLat {
  const lng = Math.atan2(y, x) / DEGREE
  return [lng + 360 * Math.round((nearLng - lng) / 360), Math.atan2(z, Math.hypot(x, y)) / DEGREE]
}

export function dot([a, b, c]: Vector, [x, y, z]: Vector): number {
  return a * x + b * y + c * z
}

export function cross([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  return [b * z - c * y, c * x - a * z, a * y - b * x]
}

/** `a` times `s` plus `b` times `t`. */
export function combine([a, b, c]: Vector, s: number, [x, y, z]: Vector, t: number): Vector {
  return [a * s + x * t, b * s + y * t, c * s + z * t]
}

/** Angle between two vectors in radians, 0 to π, as exact for near ones as for opposite ones (Kahan). */
export function angleBetween(a: Vector, b: Vector): number {
  return Math.atan2(Math.hypot(...cross(a, b)), dot(a, b))
}

/** A number brought within limits; where they cross, the upper one holds. */
export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value))
}

/** An angle brought within 0 and, not included, 360 degrees. */
export function wrapDegrees(degrees: number): number {
  return ((degrees % 360) + 360) % 360
}

/** A longitude brought within ±180 degrees: whoever goes on across the antimeridian comes out on its other side. */
export function wrapLongitude(lng: number): number {
  return wrapDegrees(lng + 180) - 180
}

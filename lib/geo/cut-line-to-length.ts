import { length, lineSliceAlong, lineString } from '@turf/turf'
import type { LineString } from 'geojson'

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

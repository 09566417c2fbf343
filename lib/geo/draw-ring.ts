import { circle } from '@turf/turf'
import type { Polygon } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'

/** 3.75° a step: at most 0.06 % of the radius between the chord and the true circle. */
const STEPS = 96

/** A circle of true size on the sphere: all positions `radiusKm` from `center`. Throws a RangeError unless it is above 0. */
export function drawRing(center: LngLat, radiusKm: number): Polygon {
  if (!(radiusKm > 0)) throw new RangeError(`a ring cannot have a radius of ${radiusKm} km`)
  return circle(center, radiusKm, { steps: STEPS, units: 'kilometers' }).geometry
}

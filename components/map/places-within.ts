import type { LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds } from './map-contract'

/** Ids of the places of which something lies within bounds that do not cross the antimeridian. */
export function placesWithin(
  places: readonly Pick<LinkedPlace, 'id' | 'bounds'>[],
  [west, south, east, north]: Bounds,
): ReadonlySet<string> {
  const within = places.filter(
    ({ bounds }) =>
      bounds !== null && bounds[0] <= east && bounds[2] >= west && bounds[1] <= north && bounds[3] >= south,
  )
  return new Set(within.map(({ id }) => id))
}

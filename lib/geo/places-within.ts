import type { Bounds } from './camera-to-bounds'

/** A place with the rectangle that it is in, [west, south, east, north] in degrees; null for one that is nowhere. */
interface Framed {
  id: string
  bounds: Bounds | null
}

/** Ids of the places of which something lies within bounds that do not cross the antimeridian. */
export function placesWithin(places: readonly Framed[], [west, south, east, north]: Bounds): ReadonlySet<string> {
  const within = places.filter(
    ({ bounds }) =>
      bounds !== null && bounds[0] <= east && bounds[2] >= west && bounds[1] <= north && bounds[3] >= south,
  )
  return new Set(within.map(({ id }) => id))
}

import { areOverlapping } from './around-globe'
import type { Bounds } from './camera-to-bounds'

/** A place with the rectangle that it is in, [west, south, east, north] in degrees; null for one that is nowhere. */
interface Framed {
  id: string
  bounds: Bounds | null
}

/** Ids of the places of which something lies within bounds. */
export function placesWithin(places: readonly Framed[], bounds: Bounds): ReadonlySet<string> {
  const within = places.filter((place) => place.bounds !== null && areOverlapping(place.bounds, bounds))
  return new Set(within.map(({ id }) => id))
}

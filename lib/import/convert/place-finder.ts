import type { NamedSpot } from '@/lib/derive/place-names'
import { addTo, normaliseWording } from '@/lib/schema/plain-values'
import type { LngLat, Outcome } from '../columns/parse-position'

const plain = (name: string) => normaliseWording(name.normalize('NFKD').replace(/\p{M}/gu, ''))

const at = ({ at: [lng, lat] }: NamedSpot) => `${lat.toFixed(2)}, ${lng.toFixed(2)}`

/** Finds places by name; of a name that several have, none: which is meant, nobody can say but who wrote it. */
export type PlaceFinder = (name: string) => Outcome<LngLat>

/** Finds the gazetteer's places by their names, whatever their case and accents. */
export function createPlaceFinder(spots: readonly NamedSpot[]): PlaceFinder {
  const byName = new Map<string, NamedSpot[]>()
  for (const spot of spots) addTo(byName, plain(spot.name), spot)
  return (name) => {
    const found = byName.get(plain(name)) ?? byName.get(plain(name.split(',')[0] ?? '')) ?? []
    const [only] = found
    if (only === undefined)
      return {
        reason: 'is no place that the gazetteer of the map has: give latitude and longitude in columns of their own',
      }
    if (found.length > 1)
      return {
        reason: `is the name of ${found.length} places (${found
          .slice(0, 4)
          .map((spot) => `a ${spot.kind} at ${at(spot)}`)
          .join('; ')}): give the latitude and longitude of the one that is meant`,
      }
    return { value: only.at }
  }
}

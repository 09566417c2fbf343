import type { FoundPlace, Gazetteer } from '@/lib/gazetteer/gazetteer'
import type { GazetteerPlace } from '@/lib/gazetteer/place-entry'
import type { LngLat, Outcome } from '../columns/parse-position'

/** What is asked of the gazetteer. */
type Names = Pick<Gazetteer, 'named' | 'search'>

/** A place that a name was taken for. */
interface PlaceByName {
  at: LngLat
  /** Others have the name too, and are known far less. */
  isChosen: boolean
}

/** Finds places by name. */
export type PlaceFinder = (name: string) => Outcome<PlaceByName>

/** Known ten times as well as the next, a place is the one that is meant where nothing else is said. */
const AHEAD = 1
const MOST_TOLD = 4
const MOST_KEPT = 50_000
/** Two records of one place, as a city and the part of a country that it is. */
const SAME_DEGREES = 0.5

function describe({ kind, region, country, at: [lng, lat] }: GazetteerPlace): string {
  const within = [region, country].filter((each) => each !== undefined)
  return `a ${kind}${within.length === 0 ? '' : ` in ${within.join(', ')}`} at ${lat.toFixed(2)}, ${lng.toFixed(2)}`
}

function isSame({ place: { at } }: FoundPlace, { place: { at: other } }: FoundPlace): boolean {
  return Math.abs(at[0] - other[0]) < SAME_DEGREES && Math.abs(at[1] - other[1]) < SAME_DEGREES
}

/** The best known place of a name, and the records that are the same place. */
const bestOf = (found: readonly FoundPlace[]) =>
  found.filter((each) => found[0] !== undefined && isSame(found[0], each))

/**
 * The places that a name may stand for, best first: “Paris (Texas)” is “Paris, Texas”, and “Wien / Vienna” one place by two
 * names. Null for names of several places, or of which one is unknown: a row is at one.
 */
function findNamed(gazetteer: Names, name: string): readonly FoundPlace[] | null {
  const within = name.replace(/\s*\(([^()]+)\)\s*$/, ', $1')
  for (const written of new Set([name, within])) {
    const found = gazetteer.named(written)
    if (found.length > 0) return found
  }
  if (!/\s\/\s/.test(name)) return []
  const [first = [], ...others] = name.split(/\s\/\s/).map((part) => gazetteer.named(part))
  if (first.length === 0 && others.every((found) => found.length === 0)) return []
  const isOne = others.every((found) =>
    bestOf(found).some(({ place }) => bestOf(first).some((each) => each.place.at.join() === place.at.join())),
  )
  return isOne ? first : null
}

/**
 * Finds the gazetteer's places by their names in any language, whatever their case and accents; “Paris, Texas” says where. Of
 * a name that several have the one that is by far the best known, or none: which is meant, nobody can say but who wrote it.
 */
export function createPlaceFinder(gazetteer: Names | null): PlaceFinder {
  const known = new Map<string, Outcome<PlaceByName>>()
  const find = (name: string): Outcome<PlaceByName> => {
    const found = gazetteer === null ? [] : findNamed(gazetteer, name)
    if (found === null)
      return { reason: 'names several places, or one that is not known: name one, or give latitude and longitude' }
    const [best, ...others] = found
    if (best === undefined) {
      const near = gazetteer?.search(name, {}, 1)[0]?.place.name
      const meant = near === undefined ? '' : `; did you mean “${near}”?`
      return {
        reason: `is no place that the gazetteer of the map has${meant}: give latitude and longitude in columns of their own`,
      }
    }
    const rest = others.filter((each) => !isSame(best, each))
    const [next] = rest
    if (next !== undefined && best.score - next.score < AHEAD)
      return {
        reason: `is the name of ${rest.length + 1} places (${[best, ...rest]
          .slice(0, MOST_TOLD)
          .map(({ place }) => describe(place))
          .join(
            '; ',
          )}): say which, as in “${name}, ${next.place.region ?? next.place.country ?? 'its country'}”, or give latitude and longitude`,
      }
    return { value: { at: best.place.at, isChosen: next !== undefined } }
  }
  // A table names the same few places in thousands of rows.
  return (name) => {
    const outcome = known.get(name) ?? find(name)
    if (known.size < MOST_KEPT) known.set(name, outcome)
    return outcome
  }
}

import { addTo } from '@/lib/schema/plain-values'
import type { Doubt } from './attribute'
import type { Mention } from './names'
import type { ReportText, Stretch } from './report-text'

/** A place that a name may mean. */
interface PlaceCandidate {
  name: string
  /** What it is, in a word: “country”, “city”. */
  kind: string
  /** [lng, lat], degrees. */
  at: readonly [number, number]
  /** The country and the part of it that it lies in, if that is known. */
  country?: string
  region?: string
  /** How well known it is, and how likely it is meant by what the report says: one more is ten times the people. */
  renown?: number
  score?: number
}

/** The places of a name, the likeliest first; empty where it is none. `countries` are those that the report speaks of. */
export type FindPlaces = (name: string, countries: ReadonlySet<string>) => readonly PlaceCandidate[]

export interface DraftedPlace extends Doubt {
  place: PlaceCandidate
  /** Whom else the name may mean. */
  others: readonly PlaceCandidate[]
  mentions: readonly Stretch[]
}

/** Known less than a town of a hundred thousand, a place is one where the report speaks of its country, too. */
const WELL_KNOWN = 5
/** Known as a town of some three hundred thousand, a place needs no country to be meant, and tells which is spoken of. */
const KNOWN_FAR = 5.5
/** Ten times as well known as the next of its name, a place is hardly another. */
const AHEAD = 1

const scoreOf = ({ score = WELL_KNOWN }: PlaceCandidate) => score
const renownOf = ({ renown = WELL_KNOWN }: PlaceCandidate) => renown
export const isWellKnown = (place: PlaceCandidate) => renownOf(place) >= WELL_KNOWN

/** Whether a report says right behind a name that its place is there: “Paris, Texas”, “Perth in Scotland”. */
function isSaidBeside({ text }: ReportText, { end }: Stretch, { country, region }: PlaceCandidate): boolean {
  const lead = /^(?:,? in (?:the )?|, (?:the )?| \()(?=\p{Lu})/u.exec(text.slice(end, end + 10))?.[0].length
  if (lead === undefined) return false
  return [country, region].some((each) => each !== undefined && text.startsWith(each, end + lead))
}

/** Which of the places of a name is meant, and why. */
function choosePlace(
  report: ReportText,
  mentions: readonly Stretch[],
  [first, ...rest]: readonly [PlaceCandidate, ...PlaceCandidate[]],
  countries: ReadonlySet<string>,
): Doubt & { place: PlaceCandidate } {
  const isElsewhere = first.country !== undefined && !countries.has(first.country) && renownOf(first) < KNOWN_FAR
  if (rest.length === 0 && isElsewhere)
    return {
      place: first,
      sure: 'low',
      because: 'the only place of that name that is known, in a country that the report does not speak of',
    }
  if (rest.length === 0) {
    // A small town is as easily somebody’s or something’s name, unless the report says where it is.
    const isSure = isWellKnown(first) || mentions.some((mention) => isSaidBeside(report, mention, first))
    return { place: first, sure: isSure ? 'high' : 'medium', because: 'the only place of that name that is known' }
  }
  const of = `of ${rest.length + 1} places of that name, the one`
  const said = [first, ...rest].find((place) => mentions.some((mention) => isSaidBeside(report, mention, place)))
  if (said !== undefined)
    return { place: said, sure: 'medium', because: `${of} whose country the report names beside it` }
  const isAhead = rest.every((place) => scoreOf(first) - scoreOf(place) >= AHEAD)
  if (isAhead) return { place: first, sure: 'high', because: `${of} that is by far the best known` }
  return {
    place: first,
    sure: 'medium',
    because: `${of} that is the likeliest by its size and by the countries that the report speaks of`,
  }
}

/** The places that a report names, each with whom else its name may mean. */
export function draftPlaces(report: ReportText, mentions: readonly Mention[], findPlaces: FindPlaces): DraftedPlace[] {
  const byName = new Map<string, Mention[]>()
  for (const mention of mentions) if (mention.named.kind !== 'person') addTo(byName, mention.named.name, mention)
  const countries = new Set([...byName.keys()].flatMap((name) => countrySpokenOf(name, findPlaces)))
  const places = new Map<string, DraftedPlace>()
  for (const [name, named] of byName) {
    const isKnown = (each: PlaceCandidate) =>
      isWellKnown(each) ||
      countries.has(each.country ?? '') ||
      named.some((mention) => isSaidBeside(report, mention, each))
    const [first, ...more] = findPlaces(name, countries).filter(isKnown)
    if (first === undefined) continue
    const { place, sure, because } = choosePlace(report, named, [first, ...more], countries)
    const key = `${place.name} ${place.at.join(' ')}`
    const all = [...(places.get(key)?.mentions ?? []), ...named.map(({ start, end }) => ({ start, end }))].sort(
      (a, b) => a.start - b.start,
    )
    places.set(key, { place, others: [first, ...more].filter((each) => each !== place), mentions: all, sure, because })
  }
  return [...places.values()].sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
}

/** The countries of a report that speaks of none. */
export const nowhere: ReadonlySet<string> = new Set()

/** The country that a name is of, or that of a city that is known everywhere. */
function countrySpokenOf(name: string, findPlaces: FindPlaces): string[] {
  const [first] = findPlaces(name, nowhere)
  if (first?.kind === 'country') return [first.name]
  return first?.country !== undefined && renownOf(first) >= KNOWN_FAR ? [first.country] : []
}

import { angleBetween, EARTH_KM, toVector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { ownValue } from '@/lib/schema/plain-values'
import { unpackGazetteer } from './gazetteer-file'
import { KeyList } from './key-list'
import { nameKeys } from './name-key'
import { oneEditAway } from './one-edit'
import {
  type GazetteerPlace,
  type NameFit,
  type PlaceKind,
  type PlaceLine,
  placeKinds,
  type Role,
  roles,
} from './place-entry'
import { PlacePoints } from './place-points'

/** What helps to tell which of several places of a name is meant. */
export interface NameContext {
  /** What it is likelier to be near: the middle of the case, say. */
  near?: LngLat | undefined
  /** The countries that are spoken of, by their codes. */
  countries?: ReadonlySet<string>
}

export interface FoundPlace {
  place: GazetteerPlace
  fit: NameFit
  /** How well known it is by this name: one more is ten times the people. */
  renown: number
  /** How likely it is meant, in the same measure: with what the context says for it. */
  score: number
}

/** Twentieths of what a decimal power of people counts. */
const WEIGHT_STEPS = 20
/** What a name is worth less for not being the one on the map, in the same measure; Odesa is so before Odessa in Texas. */
const roleLoss: readonly number[] = [0, 0.1, 0.6, 1.6]
const fitLoss: Readonly<Record<NameFit, number>> = { same: 0, begins: 1.2, typo: 2.5 }
/** What being at hand is worth, and how far that reaches: a town by the scene of a case is meant before a capital elsewhere. */
const NEAR_GAIN = 3
const NEAR_KM = 500
const COUNTRY_GAIN = 1.5
/** Said with it, “Paris, Texas”: nothing outweighs that. */
const SAID_GAIN = 12
const SHORTEST_TYPO = 4
/** A letter or two begin the names of tens of thousands: of those only the best known, by how many letters there are. */
const leastWeights = [0, 6.6, 5.4] as const
const SHORTEST_LATER_WORD = 3

interface Candidate {
  fit: NameFit
  worth: number
}

/** Places of the world by name, and the nearest of them. Made from the bytes of `packGazetteer`; answers without a network. */
export class Gazetteer {
  readonly #file
  readonly #keys
  readonly #points
  readonly #countryPlaces = new Map<string, number>()
  readonly #decoder = new TextDecoder()

  /** Throws a TypeError where the bytes are no gazetteer. */
  constructor(bytes: Uint8Array) {
    this.#file = unpackGazetteer(bytes)
    const { columns, countries } = this.#file
    this.#keys = new KeyList(columns.keys, columns.keyEnds)
    this.#points = new PlacePoints(columns)
    for (let index = 0; index < columns.kinds.length; index += 1)
      if (columns.kinds[index] === 0) this.#countryPlaces.set(countries[columns.countries[index] ?? -1] ?? '', index)
  }

  get size(): number {
    return this.#file.columns.kinds.length
  }

  #line(index: number): PlaceLine {
    const { lines, lineEnds } = this.#file.columns
    return JSON.parse(this.#decoder.decode(lines.subarray(lineEnds[index - 1] ?? 0, lineEnds[index])))
  }

  #countryOf(index: number): string | undefined {
    return this.#file.countries[this.#file.columns.countries[index] ?? -1]
  }

  #place(index: number): GazetteerPlace {
    const { cc, ...line } = this.#line(index)
    const kind: PlaceKind = placeKinds[this.#file.columns.kinds[index] ?? 0] ?? 'city'
    const country = cc === undefined ? undefined : this.countryName(cc)
    return {
      ...line,
      kind,
      at: this.#points.at(index),
      ...(country === undefined ? {} : { country }),
      ...(cc === undefined ? {} : { countryCode: cc }),
    }
  }

  /** A country's name on the map, by its code. */
  countryName(code: string, language = 'en'): string | undefined {
    const index = this.#countryPlaces.get(code)
    if (index === undefined) return undefined
    const { name, names } = this.#line(index)
    return ownValue(names ?? {}, language) ?? name
  }

  /** A country's code, by its name on the map. */
  countryCode(name: string): string | undefined {
    const found = this.named(name, {}, 1)[0]?.place
    return found?.kind === 'country' ? found.countryCode : undefined
  }

  /** Takes the places of a key for candidates, each by the best of its names. */
  #take(candidates: Map<number, Candidate>, key: number, fit: NameFit, lastRole: Role, leastWeight = 0): void {
    const { refs, refEnds, weights } = this.#file.columns
    for (let at = refEnds[key - 1] ?? 0; at < (refEnds[key] ?? 0); at += 1) {
      const ref = refs[at] ?? 0
      const [index, role] = [ref >> 2, ref & 3]
      if (role > lastRole || (weights[index] ?? 0) < leastWeight) continue
      const worth = -(roleLoss[role] ?? 0) - fitLoss[fit]
      const known = candidates.get(index)
      if (known === undefined || known.worth < worth) candidates.set(index, { fit, worth })
    }
  }

  #rank(candidates: ReadonlyMap<number, Candidate>, context: NameContext, said: string[], limit: number): FoundPlace[] {
    const { weights } = this.#file.columns
    const near = context.near === undefined ? null : toVector(context.near)
    const saidPlaces = said.map((words) => this.#saidCodes(words))
    const scored = [...candidates].map(([index, { fit, worth }]) => {
      const renown = (weights[index] ?? 0) / WEIGHT_STEPS + worth
      let score = renown
      if (near !== null) {
        const km = angleBetween(near, toVector(this.#points.at(index))) * EARTH_KM
        score += NEAR_GAIN * Math.exp(-km / NEAR_KM)
      }
      const country = this.#countryOf(index)
      if (country !== undefined && context.countries?.has(country)) score += COUNTRY_GAIN
      if (saidPlaces.length > 0) {
        const { regionCode } = this.#line(index)
        for (const codes of saidPlaces)
          if ((country !== undefined && codes.has(country)) || (regionCode !== undefined && codes.has(regionCode)))
            score += SAID_GAIN
      }
      return { index, fit, renown, score }
    })
    return scored
      .sort((one, other) => other.score - one.score || one.index - other.index)
      .slice(0, limit)
      .map(({ index, ...found }) => ({ place: this.#place(index), ...found }))
  }

  /** The codes of the countries and their parts that words behind a comma name: “Texas”, “TX”, “USA”. */
  #saidCodes(words: string): ReadonlySet<string> {
    const candidates = new Map<number, Candidate>()
    for (const key of nameKeys(words)) {
      const at = this.#keys.find(key)
      if (at !== null) this.#take(candidates, at, 'same', roles.other)
    }
    const codes = new Set<string>()
    for (const index of candidates.keys()) {
      const kind = placeKinds[this.#file.columns.kinds[index] ?? 0]
      const code = kind === 'country' ? this.#countryOf(index) : kind === 'region' ? this.#line(index).regionCode : null
      if (code != null) codes.add(code)
    }
    if (/^\p{Lu}{2,3}$/u.test(words)) for (const country of ['US', 'CA', 'AU', 'BR']) codes.add(`${country}-${words}`)
    return codes
  }

  /**
   * The places that have exactly this name, in whatever case, accents and spelling, the likeliest first. Behind a comma it
   * may say where they are: “Paris, Texas”.
   */
  named(name: string, context: NameContext = {}, limit = 12): FoundPlace[] {
    const whole = this.#exact(name)
    if (whole.size > 0) return this.#rank(whole, context, [], limit)
    const [first = '', ...said] = name.split(/[,،，、]/u).map((part) => part.trim())
    if (said.length === 0) return []
    return this.#rank(this.#exact(first), context, said.filter(Boolean), limit)
  }

  #exact(name: string): Map<number, Candidate> {
    const candidates = new Map<number, Candidate>()
    for (const key of nameKeys(name)) {
      const at = this.#keys.find(key)
      if (at !== null) this.#take(candidates, at, 'same', roles.other)
    }
    return candidates
  }

  /**
   * The places that what was typed may mean, the likeliest first: those with that name, those whose name or a later word of
   * it begins so, and, in Latin letters, those one letter off.
   */
  search(typed: string, context: NameContext = {}, limit = 12): FoundPlace[] {
    const [first = '', ...said] = typed.split(/[,،，、]/u).map((part) => part.trim())
    const candidates = new Map<number, Candidate>()
    for (const key of nameKeys(first)) {
      const lastRole = key.length < SHORTEST_LATER_WORD ? roles.other : roles.laterWord
      const at = this.#keys.find(key)
      if (at !== null) this.#take(candidates, at, 'same', lastRole)
      const [from, to] = this.#keys.range(key)
      const least = (leastWeights[key.length] ?? 0) * WEIGHT_STEPS
      for (let each = from; each < to; each += 1)
        if (each !== at) this.#take(candidates, each, 'begins', lastRole, least)
      if (at !== null || key.length < SHORTEST_TYPO) continue
      for (const other of oneEditAway(key)) {
        const near = this.#keys.find(other)
        if (near !== null) this.#take(candidates, near, 'typo', roles.other)
      }
    }
    return this.#rank(candidates, context, said.filter(Boolean), limit)
  }

  /** The nearest town, and how far off it is. */
  nearest(at: LngLat): { place: GazetteerPlace; distanceKm: number } | null {
    const found = this.#points.nearestTown(at)
    return found === null ? null : { place: this.#place(found.index), distanceKm: found.distanceKm }
  }

  /** The best known place whose point is here: what was found by its name is told by it again. */
  standingAt(at: LngLat): GazetteerPlace | null {
    const index = this.#points.standingAt(at)
    return index === null ? null : this.#place(index)
  }
}

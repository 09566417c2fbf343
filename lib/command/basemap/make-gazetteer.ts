import type { Areas } from '@/lib/gazetteer/areas'
import { packGazetteer } from '@/lib/gazetteer/gazetteer-file'
import { nameKeys } from '@/lib/gazetteer/name-key'
import { type PlaceKind, type PlaceLine, placeKinds, type Role, roles } from '@/lib/gazetteer/place-entry'
import type { LngLat } from '@/lib/schema/geometry'

/** A place as `sources/places.ndjson.gz` has it, a line each. */
export interface PlaceSource {
  name: string
  kind: PlaceKind
  at: LngLat
  /** Of a part of a country. */
  id?: string
  cc?: string
  /** The part of the country that a town lies in. */
  a1?: string
  pop?: number
  cap?: 'country' | 'admin1'
  km2?: number
  rank?: number
  names: Record<string, string>
  alt: string[]
}

/**
 * How well known a place is, in decimal powers of people: a town by how many live there, and what has nobody to be counted by
 * its size or its rank on the map as towns that are known as well.
 */
function weightOf({ kind, pop = 0, cap, km2 = 0, rank = 6 }: PlaceSource): number {
  if (kind === 'city') return Math.log10(Math.max(pop, 1000)) + (cap === 'country' ? 0.7 : cap === 'admin1' ? 0.3 : 0)
  if (kind === 'country') return 7 + Math.log10(Math.max(km2, 1)) / 4
  if (kind === 'region') return 4.4 + Math.log10(Math.max(km2, 1)) / 4
  return (kind === 'sea' ? 6.8 : 6) - 0.45 * Math.min(rank, 6)
}

/** Twentieths; see `Gazetteer`. */
const WEIGHT_STEPS = 20
const SHORTEST_LATER_WORD = 3

/** What a place's line says, with what the areas say of it. */
function lineOf(place: PlaceSource, areas: Areas): PlaceLine {
  const { name, kind, at, id, names, pop, km2 } = place
  const area = place.cc === undefined || (kind === 'city' && place.a1 === undefined) ? areas.at(at) : null
  const cc = place.cc ?? (kind === 'sea' || kind === 'land' ? undefined : area?.cc)
  const regionCode = id ?? place.a1 ?? (kind === 'city' ? area?.id : undefined)
  const region = kind === 'city' && regionCode !== undefined ? areas.nameOf(regionCode) : undefined
  const bounds =
    kind === 'country'
      ? areas.boundsOf((each) => each.cc === cc)
      : kind === 'region'
        ? areas.boundsOf((each) => each.id === id)
        : null
  return {
    name,
    ...(Object.keys(names).length === 0 ? {} : { names }),
    ...(cc === undefined ? {} : { cc }),
    ...(region === undefined || region === name ? {} : { region }),
    ...(regionCode === undefined ? {} : { regionCode }),
    ...(pop === undefined || pop === 0 ? {} : { population: pop }),
    ...(km2 === undefined ? {} : { areaKm2: km2 }),
    ...(bounds === null ? {} : { bounds: bounds.map((edge) => Number(edge.toFixed(2))) as unknown as typeof bounds }),
  }
}

/** The names of a place by their keys, each key with the best that it is. */
function keysOf({ name, names, alt }: PlaceSource): Map<string, Role> {
  const keys = new Map<string, Role>()
  const add = (key: string, role: Role) => {
    if ((keys.get(key) ?? role) >= role) keys.set(key, role)
  }
  for (const key of nameKeys(name)) {
    add(key, roles.written)
    const words = key.split(' ')
    for (let at = 1; at < words.length; at += 1) {
      const later = words.slice(at).join(' ')
      if (later.length >= SHORTEST_LATER_WORD) add(later, roles.laterWord)
    }
  }
  for (const text of Object.values(names)) for (const key of nameKeys(text)) add(key, roles.translated)
  for (const text of alt) for (const key of nameKeys(text)) add(key, roles.other)
  return keys
}

const endsOf = (lengths: readonly number[]) => {
  let end = 0
  return Uint32Array.from(lengths, (length) => {
    end += length
    return end
  })
}

/** The gazetteer's bytes, of places and the areas that they lie in. */
export function makeGazetteer(places: readonly PlaceSource[], areas: Areas): Uint8Array {
  const lines = places.map((place) => lineOf(place, areas))
  const countries = [...new Set(lines.flatMap(({ cc }) => cc ?? []))].sort()
  const countryNumbers = new Map(countries.map((code, number) => [code, number]))
  const refsByKey = new Map<string, number[]>()
  for (const [index, place] of places.entries())
    for (const [key, role] of keysOf(place)) {
      const refs = refsByKey.get(key)
      if (refs === undefined) refsByKey.set(key, [index * 4 + role])
      else refs.push(index * 4 + role)
    }
  const keys = [...refsByKey]
    .map(([key, refs]) => ({ bytes: Buffer.from(key), refs }))
    .sort((one, other) => Buffer.compare(one.bytes, other.bytes))
  const written = lines.map((line) => Buffer.from(JSON.stringify(line)))
  return packGazetteer({
    countries,
    columns: {
      keys: Buffer.concat(keys.map(({ bytes }) => bytes)),
      keyEnds: endsOf(keys.map(({ bytes }) => bytes.length)),
      refs: Uint32Array.from(keys.flatMap(({ refs }) => refs)),
      refEnds: endsOf(keys.map(({ refs }) => refs.length)),
      positions: Int32Array.from(places.flatMap(({ at }) => at.map((degrees) => Math.round(degrees * 10_000)))),
      weights: Uint8Array.from(places, (place) => Math.round(weightOf(place) * WEIGHT_STEPS)),
      kinds: Uint8Array.from(places, ({ kind }) => placeKinds.indexOf(kind)),
      countries: Uint16Array.from(lines, ({ cc }) => countryNumbers.get(cc ?? '') ?? countries.length),
      lines: Buffer.concat(written),
      lineEnds: endsOf(written.map(({ length }) => length)),
    },
  })
}

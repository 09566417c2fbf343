import type { Bounds } from '@/lib/geo/camera-to-bounds'
import type { LngLat } from '@/lib/schema/geometry'

/** What the gazetteer has names of. */
export const placeKinds = ['country', 'region', 'city', 'sea', 'island', 'land'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** What a name is to its place: the one on the map, one in another language, another one, or a later word of one. */
export const roles = { written: 0, translated: 1, other: 2, laterWord: 3 } as const
export type Role = (typeof roles)[keyof typeof roles]

/** How a name fits what was typed: it is that, begins so, or is one letter off. */
export type NameFit = 'same' | 'begins' | 'typo'

/** A place as its line in the gazetteer has it. */
export interface PlaceLine {
  /** In English, as on the map. */
  name: string
  /** In other languages, where they differ. */
  names?: Readonly<Record<string, string>>
  /** ISO 3166-1 alpha-2, or `x-…` of what is in no country. */
  cc?: string
  /** The name of the part of the country that it lies in, and the code of that or of itself. */
  region?: string
  regionCode?: string
  population?: number
  areaKm2?: number
  /** What it fills, where it is an area. */
  bounds?: Bounds
}

/** A place of the gazetteer. */
export interface GazetteerPlace extends Omit<PlaceLine, 'cc'> {
  kind: PlaceKind
  at: LngLat
  country?: string
  countryCode?: string
}

/** A place as it is answered: in the reader's language, with its English name beside it. */
export interface WorldPlace extends Omit<GazetteerPlace, 'names'> {
  englishName: string
}

/** A place that was found by what was typed. */
export interface FoundWorldPlace extends WorldPlace {
  fit: NameFit
}

/** What is known of a position. */
export interface PositionWords {
  /** The place whose point it is; null for all others. */
  place: WorldPlace | null
  /** The country in the borders that the map shows; null at sea and in no man's land. */
  country: string | null
  /** The part of the country, by its code and its English name. */
  region: { id: string; name?: string } | null
  nearest: { place: WorldPlace; distanceKm: number } | null
  /** Of the IANA database, as “Europe/Kyiv”; at sea that of its hours. Good to some kilometres at a zone's edge. */
  timeZone: string
}

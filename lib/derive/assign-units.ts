import type { MultiPolygon } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'
import type { LinkedCase } from './linked-case'

/** The countries of the world and their parts, by their codes: ISO 3166-1, `DE`, and ISO 3166-2, `DE-BY`, where there is one. */
export interface UnitSource {
  /** Names the outlines: another one where they change. */
  readonly version: string
  /** The codes of what a point lies in, the smallest first; none at sea. */
  codesAt(point: LngLat): readonly string[]
  nameOf(code: string): string | undefined
  /** The outlines of units, which end at 180° where they lie across it; of a code that there is not, none. */
  outlinesOf(codes: readonly string[]): readonly { code: string; areaKm2: number; outline: MultiPolygon }[]
}

/** A case with the units that its places lie in, each by its middle, and their names. */
export function assignUnits(linked: LinkedCase, source: UnitSource): LinkedCase {
  const names: Record<string, string> = {}
  const places = linked.places.map((place) => {
    const units = place.anchor === null ? [] : source.codesAt(place.anchor)
    for (const code of units) names[code] ??= source.nameOf(code) ?? code
    return units.length === 0 ? place : { ...place, units }
  })
  return { ...linked, places, units: { version: source.version, names } }
}

/** Ids of the places that lie in a unit; null where it is not known what any of them lies in. */
export function placesInUnit(
  { places, units }: Pick<LinkedCase, 'places' | 'units'>,
  code: string,
): ReadonlySet<string> | null {
  if (units === undefined) return null
  return new Set(places.flatMap((place) => (place.units?.includes(code) ? place.id : [])))
}

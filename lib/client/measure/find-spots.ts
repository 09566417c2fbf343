'use client'
import type { CaseShape } from '@/lib/derive/case-shapes'
import type { FindDocument } from '@/lib/find/find-documents'
import type { FoundWorldPlace, NameFit, PlaceKind } from '@/lib/gazetteer/place-entry'
import { frameBounds } from '@/lib/geo/bounds'
import { holdOnMap } from '@/lib/geo/move-by-km'
import { rotateOnSphere, sphereCentre } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { showBounds } from '../map-commands'
import { pushView } from '../view-store'

/** A place that a shape can be laid over or a line led to: of the case, or of the world. */
export interface Spot {
  name: string
  /** In other languages and spellings. */
  otherNames?: readonly string[]
  kind: 'case' | PlaceKind
  at: LngLat
  areaKm2?: number
  /** Where in the world it is. */
  country?: string
  region?: string
}

/** A spot and how well its name fits what was typed; see `nameFit`. */
export interface FoundSpot {
  spot: Spot
  fit: number
}

export type FindSpots = (typed: string) => FoundSpot[]

const MOST = 8
const worldFits: Readonly<Record<NameFit, number>> = { same: 0, begins: 1, typo: 2 }

/**
 * The spots of a case and of the world that were found, as one list: what fits best first, and of what fits as well the
 * case's. A country that is a point of the case is the world's, which has an area.
 */
export function joinSpots(ofCase: readonly FoundSpot[], ofWorld: readonly FoundWorldPlace[]): Spot[] {
  const countries = new Map(ofWorld.flatMap((place) => (place.kind === 'country' ? [[place.englishName, place]] : [])))
  const joined = ofCase.map(({ spot, fit }): FoundSpot => ({ spot: countries.get(spot.name) ?? spot, fit }))
  const taken = new Set(joined.map(({ spot }) => spot))
  const others = ofWorld
    .filter((place) => !taken.has(place))
    .map((place) => ({ spot: place, fit: worldFits[place.fit] }))
  return (
    [...joined, ...others]
      // The sort is stable: what fits as well stays in its order, the case's first.
      .sort((one, other) => one.fit - other.fit)
      .slice(0, MOST)
      .map(({ spot }) => spot)
  )
}

/** What was typed, less the words that people put before a name: "over the Netherlands". `lead` and `article` are alternatives of a pattern. */
export function soughtName(typed: string, { lead, article }: { lead: string; article: string }): string {
  return typed.trim().replace(new RegExp(`^(?:(?:${lead})\\s+)?(?:(?:${article})\\s+)?(?=\\S)`, 'iu'), '')
}

/**
 * A search over the spots of a case, in any script and spelling and forgiving typing errors as that over the case is, best
 * first, at most eight. The library is fetched when it is asked for.
 */
export async function indexSpots(spots: readonly Spot[]): Promise<FindSpots> {
  const { makeFindIndex } = await import('@/lib/find/find-index')
  const documents = spots.map(({ name, otherNames = [] }, index): FindDocument => {
    const id = String(index)
    return { key: id, kind: 'place', id, names: [name, ...otherNames], texts: [] }
  })
  const find = await makeFindIndex(documents)
  return (typed) =>
    find(typed, MOST)
      .groups.flatMap(({ found }) => found)
      .flatMap(({ id, fit }) => {
        const spot = spots[Number(id)]
        return spot === undefined ? [] : [{ spot, fit }]
      })
}

/** Lays a shape with its middle at `spot`, turned by `turn` degrees clockwise, into the address, and brings it into sight. */
export function layAt({ id, geometry }: CaseShape, spot: LngLat, turn: number): void {
  const at = holdOnMap(spot)
  pushView({ laidOver: { shape: id, at, turn } })
  showBounds(frameBounds([rotateOnSphere(geometry, sphereCentre(geometry), at, turn)]))
}

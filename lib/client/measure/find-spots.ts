'use client'
import type { CaseShape } from '@/lib/derive/case-shapes'
import type { FindDocument } from '@/lib/find/find-documents'
import { frameBounds } from '@/lib/geo/bounds'
import { holdOnMap } from '@/lib/geo/move-by-km'
import { rotateOnSphere, sphereCentre } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { showBounds } from '../map-commands'
import { pushView } from '../view-store'

/** A place that a shape can be laid over or a line led to: of the case, or a name of the basemap. */
export interface Spot {
  name: string
  /** In other languages and spellings. */
  otherNames?: readonly string[]
  kind: 'case' | 'country' | 'city' | 'sea' | 'island'
  at: LngLat
  areaKm2?: number
}

export type FindSpots = (typed: string) => Spot[]

const MOST = 8
/** Looked at in the order of how well they fit, before kinds are weighed. */
const FITTED = 40
/** Of names that fit as well: what the case is about, then a country before a town of its name. */
const order: Record<Spot['kind'], number> = { case: 0, country: 1, sea: 2, island: 2, city: 3 }

/**
 * The spots of a case and of the basemap as one list: a country that is a point of the case is the basemap's country,
 * which has an area, by all of its names.
 */
export function joinSpots(ofCase: readonly Spot[], ofBasemap: readonly Spot[]): Spot[] {
  const names = new Map(ofCase.map(({ name, otherNames = [] }) => [name, otherNames]))
  const countries = new Set(ofBasemap.flatMap(({ kind, name }) => (kind === 'country' ? [name] : [])))
  return [
    ...ofCase.filter(({ name }) => !countries.has(name)),
    ...ofBasemap.map((spot) => {
      const otherNames = spot.kind === 'country' ? names.get(spot.name) : undefined
      return otherNames === undefined ? spot : { ...spot, otherNames }
    }),
  ]
}

/** What was typed, less the words that people put before a name: "over the Netherlands". `lead` and `article` are alternatives of a pattern. */
export function soughtName(typed: string, { lead, article }: { lead: string; article: string }): string {
  return typed.trim().replace(new RegExp(`^(?:(?:${lead})\\s+)?(?:(?:${article})\\s+)?(?=\\S)`, 'iu'), '')
}

/**
 * A search over `spots`, in any script and spelling and forgiving typing errors as that over the case is, best first, at
 * most eight. The library is fetched when it is asked for.
 */
export async function indexSpots(spots: readonly Spot[]): Promise<FindSpots> {
  const { makeFindIndex } = await import('@/lib/find/find-index')
  const documents = spots.map(({ name, otherNames = [] }, index): FindDocument => {
    const id = String(index)
    return { key: id, kind: 'place', id, names: [name, ...otherNames], texts: [] }
  })
  const find = await makeFindIndex(documents)
  return (typed) =>
    find(typed, FITTED)
      .groups.flatMap(({ found }) => found)
      .flatMap(({ id, fit }) => {
        const spot = spots[Number(id)]
        return spot === undefined ? [] : [{ spot, fit }]
      })
      // The sort is stable: what fits as well and is of one kind stays in the order of its score.
      .sort((one, other) => one.fit - other.fit || order[one.spot.kind] - order[other.spot.kind])
      .slice(0, MOST)
      .map(({ spot }) => spot)
}

/** Lays a shape with its middle at `spot`, turned by `turn` degrees clockwise, into the address, and brings it into sight. */
export function layAt({ id, geometry }: CaseShape, spot: LngLat, turn: number): void {
  const at = holdOnMap(spot)
  pushView({ laidOver: { shape: id, at, turn } })
  showBounds(frameBounds([rotateOnSphere(geometry, sphereCentre(geometry), at, turn)]))
}

import { drawRing, toPlaceGeometry } from '@/lib/geo/geometry-parts'
import type { Claim } from '@/lib/schema/case'
import type { Figure } from '@/lib/schema/figure'
import type { PlaceGeometry } from '@/lib/schema/geometry'
import { groupBy } from './arrays'
import type { DrawnFeature } from './drawn-feature'
import { figureCaption, figureLengthKm } from './figure-words'
import type { LinkedPlace } from './linked-case'

/** A shape of the case that can be laid over another place. */
export interface CaseShape {
  /** A place's id, `<place>~<figure>` for a ring, a claim's id for all of its places. */
  id: string
  kind: 'claim' | 'area' | 'ring' | 'line'
  /** Ids and names of the places that it is made of. */
  places: readonly { id: string; name: string }[]
  /** What sizes it, with its unit: a ring's "5 nautical miles", the queue's "40 km". */
  caption?: string
  geometry: PlaceGeometry
}

/** What of a case its shapes are made of. */
export interface ShapeSource {
  places: readonly LinkedPlace[]
  figures: readonly Figure[]
  claims?: readonly Claim[] | undefined
}

type Part = CaseShape & { kind: 'area' | 'line' }

function partsOf(places: readonly LinkedPlace[], features: readonly DrawnFeature[]): Part[] {
  const names = new Map(places.map(({ id, name }) => [id, name]))
  return features.flatMap(({ geometry, properties: { part, place: id, caption } }): Part[] => {
    const name = names.get(id)
    const shape = toPlaceGeometry(geometry)
    if (name === undefined || shape === null || (part !== 'area' && part !== 'line')) return []
    return [{ id, kind: part, places: [{ id, name }], geometry: shape, ...(caption === undefined ? {} : { caption }) }]
  })
}

function polygonsOf({ geometry }: Part) {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

function claimShapes({ places, claims = [] }: ShapeSource, parts: readonly Part[]): CaseShape[] {
  const claimOf = new Map(places.map(({ id, claim }) => [id, claim]))
  const byClaim = groupBy(parts, ({ id }) => claimOf.get(id))
  return claims.flatMap(({ id }): CaseShape[] => {
    const claimed = byClaim.get(id) ?? []
    if (claimed.length < 2) return []
    const geometry: PlaceGeometry = { type: 'MultiPolygon', coordinates: claimed.flatMap(polygonsOf) }
    return [{ id, kind: 'claim', places: claimed.flatMap((part) => part.places), geometry }]
  })
}

function ringShapes({ places, figures }: ShapeSource): CaseShape[] {
  const figureOf = new Map(figures.map((figure) => [figure.id, figure]))
  return places.flatMap(({ id, name, anchor, rings = [] }) =>
    rings.flatMap(({ figure: figureId, measures }): CaseShape[] => {
      const figure = figureOf.get(figureId)
      const lengthKm = figure === undefined ? null : figureLengthKm(figure)
      if (figure === undefined || lengthKm === null || anchor === null) return []
      const ring = toPlaceGeometry(drawRing(anchor, measures === 'radius' ? lengthKm : lengthKm / 2))
      if (ring === null) return []
      const caption = figureCaption(figure)
      return [{ id: `${id}~${figureId}`, kind: 'ring', places: [{ id, name }], caption, geometry: ring }]
    }),
  )
}

/**
 * The shapes of a case, from its layers as drawn: the places of one claim together, areas, true-size rings, lines at
 * the length that is reported. Points, and arcs that stand for no route, are no shapes.
 */
export function listShapes(source: ShapeSource, features: readonly DrawnFeature[]): CaseShape[] {
  const parts = partsOf(source.places, features)
  return [
    ...claimShapes(source, parts),
    ...parts.filter(({ kind }) => kind === 'area'),
    ...ringShapes(source),
    ...parts.filter(({ kind }) => kind === 'line'),
  ]
}

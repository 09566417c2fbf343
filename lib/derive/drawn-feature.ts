import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { LayerId } from '@/lib/map/layer-table'

/**
 * What of a place a drawn feature is. One place is drawn as several features: an area and the point of its label, a
 * leak's point and its true-size rings, an arc in pieces that grow thinner.
 */
export type DrawnPart = 'area' | 'label' | 'line' | 'arc' | 'ring' | 'point'

/** Properties of a feature as served for drawing. `place` is the place's id, the same for all its parts. */
export interface DrawnProperties {
  place: string
  layer: LayerId
  part: DrawnPart
  name: string
  /** An earlier claim, shown paler for comparison. */
  precedent?: boolean
  schematic?: boolean
  /** Value of the figure that sizes it, in that figure's unit. */
  size?: number
  /** That value with its unit, to be written on the map: "40 km", "2.3". */
  caption?: string
  /** Date of that value where it is later than the place began, to stand beside the caption: "2 Oct 2022". */
  asOf?: string
  /** Crossings: bearing of the border line at the crossing, degrees clockwise from north, 0 to 180. */
  borderBearing?: number
  /** Rings: true radius, km. */
  radiusKm?: number
  /** Rings: drawn though the source does not say that the size holds for this place. */
  tentative?: boolean
  /** Arcs: how far along the piece stands, 0 at the origin to 1 at the head. */
  along?: number
}

export type DrawnFeature = Feature<Geometry, DrawnProperties>
export type DrawnLayer = FeatureCollection<Geometry, DrawnProperties>

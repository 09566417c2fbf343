import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'
import type { LayerId } from '@/lib/schema/layer'

/**
 * What of a place a drawn feature is. One place is drawn as several features: an area and the point of its label, a
 * leak's point and its true-size rings, an arc in pieces that grow thinner, with the whole of its `course` and its `head`. Of what is only a name, as a country, just
 * the name is drawn; `accuracy` is the circle within which a point truly lies, and a `cell` is of no place: it
 * stands for all the points that lie in it. So is a `unit`: the outline of which a cell is made.
 */
export type DrawnPart =
  | 'area'
  | 'label'
  | 'line'
  | 'arc'
  | 'course'
  | 'head'
  | 'ring'
  | 'point'
  | 'name'
  | 'accuracy'
  | 'cell'
  | 'unit'

/** Pieces of a flow's arc: so many that it grows thinner smoothly at the width of a 4K display. */
export const ARC_PIECES = 24

/**
 * Over how many stretches of its arc each piece of a flow of known number reaches back: pieces that only meet show their
 * seams where the arc turns. So many lie over each other everywhere, each with its part of what they cover together.
 */
export const PIECE_REACH = 3

/** How far along its arc a flow covers the ground wholly, 0 to 1; before that its tail fades. */
export const FLOW_OPAQUE_FROM = 0.75

/** The key of a ring of a place. */
export function ringKey(place: string, figure: string): string {
  return `${place}~${figure}`
}

/** Properties of a feature as served for drawing. `place` is the place's id, the same for all its parts. */
export interface DrawnProperties {
  place: string
  /** What the map keeps its state by: the place's id or, of a ring, that and its figure's, since a ring has days of its own. */
  key: string
  layer: LayerId
  part: DrawnPart
  name: string
  /** An earlier claim, shown paler for comparison. */
  precedent?: boolean
  /** A name of water, which is written as such. */
  water?: boolean
  /** A name of a town, which is written beside its dot. */
  town?: boolean
  /** A name that the basemap has itself: it is written there. */
  basemap?: boolean
  schematic?: boolean
  /** Which of its layer's categories it is in, as an index; absent for none of them. */
  category?: string
  /** The number that its layer's ramp fills it by. */
  value?: number
  /** Value of the figure that sizes it, in that figure's unit; of several the largest. */
  size?: number
  /** The smallest value, where several figures size it: two readings of one shock. */
  sizeLow?: number
  /** What is written on the map of these: "about 98,000 people", "GEUS 2.3 · SNSN 1.8". */
  caption?: string
  /** The days that the figure counts and who says so, to stand under the caption: "21–27 Sept 2022 · Harbour office". */
  detail?: string
  /** The figure that sizes it is not verified, not dated or only claimed: drawn so. */
  doubtful?: boolean
  /** Crossings: bearing of the border line at the crossing, degrees clockwise from north, 0 to 180. */
  borderBearing?: number
  /** Rings: true radius, km. */
  radiusKm?: number
  /** Rings: drawn though the source does not say that the size holds for this place. */
  tentative?: boolean
  /** Arcs: how far along the piece stands, 0 at the origin to 1 at the head. */
  along?: number
  /** Flows: their number is that of several together, and how it is split nobody says; `size` is an equal share of it. */
  undivided?: boolean
  /** Of a choropleth: the code of the unit that a point lies in, or that this is the outline of. */
  unit?: string
  /** Units: their true area, where their number stands, and how wide they are there, degrees. */
  areaKm2?: number
  middle?: LngLat
  widthDegrees?: number
  /** Heads of flows: where they point, degrees clockwise from north, on the map's plane. */
  bearing?: number
}

export type DrawnFeature = Feature<Geometry, DrawnProperties>
export type DrawnLayer = FeatureCollection<Geometry, DrawnProperties>

import type { LayerId } from '@/lib/map/layer-table'
import type { Actor } from '@/lib/schema/actor'
import type { CaseHead, Claim } from '@/lib/schema/case'
import type { CaseEvent } from '@/lib/schema/event'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat } from '@/lib/schema/geometry'
import type { PlaceProperties } from '@/lib/schema/place'
import type { Quotation } from '@/lib/schema/quotation'
import type { SetAside } from '@/lib/schema/records'
import type { Scene } from '@/lib/schema/scene'
import type { Source } from '@/lib/schema/source'
import type { TimeWindow } from './record-filter'
import type { TimeExtent } from './time-extent'

/** One run of words of a comparison: in both wordings, only in ours, or only in the other record's. */
export interface WordingRun {
  kind: 'same' | 'ours' | 'theirs'
  text: string
}

/** How another record has the same statement, or that none has: derived from the quotation's records. */
export type Corroboration = 'same-words' | 'differs' | 'not-corroborated'

export interface LinkedQuotation extends Quotation {
  /**
   * All that hold: of two records one may have the same words and one others. Empty for a term without records: it is
   * nobody's speech, and nothing to be corroborated.
   */
  corroboration: Corroboration[]
  /** For each of `records`, in their order: the source's wording against that record's. */
  comparisons: WordingRun[][]
}

/** A place without its geometry, which the map fetches by layer, and with everything that names it. */
export interface LinkedPlace extends PlaceProperties {
  id: string
  layer: LayerId
  /** [west, south, east, north] in degrees, of the place as drawn. */
  bounds: [number, number, number, number]
  /** Where its name or mark stands. */
  anchor: LngLat
  /** When what it stands for began, ms since 1970, UTC; without it, it was always there. */
  from?: number
  /** The date that `from` begins, in EDTF: as finely as it is known. */
  fromDate?: string
  /** Measured on the polygon as drawn, on the sphere, km². Only for areas. */
  measuredAreaKm2?: number
  quotations: string[]
  figures: string[]
  events: string[]
  /** Places named together with it by a quotation, figure or event, most often named first. */
  related: string[]
}

export interface LinkedActor extends Actor {
  /** What they said, what they counted, and the places that those are about. */
  quotations: string[]
  figures: string[]
  places: string[]
}

interface LinkedLayer {
  id: LayerId
  count: number
  /** Short hash of the layer as served: its address changes when it does. */
  version: string
}

/** When a record is to be placed in time. */
export interface LinkedMoment extends TimeExtent {
  kind: 'event' | 'quotation' | 'figure'
  id: string
  /** The date that it stands at, in EDTF. */
  date: string
  /**
   * Whose date that is: the record's own or, where nothing says when it was said, that of the document that has it
   * (`publication`) or, where the document has none either, that of the case.
   */
  basis: 'record' | 'publication' | 'case'
  /** It happened once, within its date, and nobody gives when. */
  once?: true
  /** Times that its own source's words or other records give for the same event, where they are not this one. */
  others?: (TimeExtent & { source: string })[]
}

/** A scene with its window of time in moments, where it has one. */
export interface LinkedScene extends Scene {
  timeWindow?: TimeWindow
}

/** A claim with the stretches of time in which it was declared and rejected. */
export interface LinkedClaim extends Claim {
  declaredIn: TimeWindow
  rejections: (Claim['rejections'][number] & { rejectedIn: TimeWindow })[]
}

/** A case as the page has it: records, their links both ways, what is derived, and what was set aside. */
export interface LinkedCase extends CaseHead {
  /** Short hash of everything in it. */
  version: string
  claims: LinkedClaim[]
  layers: LinkedLayer[]
  places: LinkedPlace[]
  actors: LinkedActor[]
  quotations: LinkedQuotation[]
  figures: Figure[]
  events: CaseEvent[]
  /** Every quotation, figure and event, earliest first. */
  moments: LinkedMoment[]
  scenes: LinkedScene[]
  sources: Source[]
  setAside: SetAside[]
}

import type { CaseHead, Claim, Measure } from '@/lib/schema/case'
import type { Correction } from '@/lib/schema/correction'
import type { CaseEvent } from '@/lib/schema/event'
import type { KeptEvidence } from '@/lib/schema/evidence'
import type { Figure } from '@/lib/schema/figure'
import type { LngLat } from '@/lib/schema/geometry'
import type { Actor } from '@/lib/schema/identifier'
import type { LayerDesign, LayerId } from '@/lib/schema/layer'
import type { Note } from '@/lib/schema/note'
import type { PictureFile } from '@/lib/schema/picture'
import type { PlaceProperties } from '@/lib/schema/place'
import type { Glyph, Hue } from '@/lib/schema/plain-values'
import type { SetAside } from '@/lib/schema/records'
import type { Scene } from '@/lib/schema/scene'
import type { Source } from '@/lib/schema/source'
import type { Quotation, Statement } from '@/lib/schema/statement'
import type { Tiles } from '@/lib/schema/tiles'
import type { TimeWindow } from './record-filter'
import type { TimeExtent } from './time-extent'

/** Who made what a map shows, to stand on every one: of the basemap, then of the case's own layers. */
export function attributionOf({ attribution = [] }: Pick<CaseHead, 'attribution'>, ofBasemap: string): string {
  // A sign stays with the name that it stands before.
  return [ofBasemap, ...attribution].join('\u00a0· ').replaceAll('© ', '©\u00a0')
}

/** The entry of what is shown all the same, as it was last read: its reason says so, once. */
export function keptAsLastRead(entry: SetAside): SetAside {
  return entry.kept === true ? entry : { ...entry, kept: true, reason: `${entry.reason}; shown as it was last read` }
}

/** One run of words of a comparison: in both wordings, only in ours, or only in the other record's. */
export interface WordingRun {
  kind: 'same' | 'ours' | 'theirs'
  text: string
}

/**
 * How another record has the same words: compared and same, compared and not the same, looked for there and not found,
 * or not compared with any record yet. Derived from the quotation's records; never the third for the fourth.
 */
export type Corroboration = 'same-words' | 'differs' | 'not-found' | 'not-compared'

/** How many reports carry a record, and how many independent origins these have, as far as ties are recorded. */
export interface Carried {
  reports: number
  origins: number
}

export interface LinkedQuotation extends Quotation, Carried {
  /**
   * All that hold: of two records one may have the same words and one others. Empty for a term without records: it is
   * nobody's speech, and nothing to be compared.
   */
  corroboration: Corroboration[]
  /** For each of `records`, in their order: the source's wording against that record's. */
  comparisons: WordingRun[][]
  /** The wording nearest to the speaker against each of the others, in the order of `rankEveryWording`. */
  fromNearest: WordingRun[][]
}

/** When a figure counts, and whose date that is: `said` is the day on which its maker gave it. */
export interface FigureDate {
  date: string
  basis: 'record' | 'said' | 'publication' | 'case'
  /** From when to when it counts, by its own days alone, ms since 1970, UTC; absent where nobody says or the end is open. */
  from?: number
  to?: number
}

export interface LinkedFigure extends Figure, Carried {
  dated: FigureDate
}

export type LinkedStatement = Statement & Carried

export type LinkedEvent = CaseEvent & Carried

/** A question with what its answers measure, which the case says or, in an older one, the figures' unit tells. */
export type LinkedQuestion = CaseHead['questions'][number] & { measures: Measure }

/** A place without its geometry, which the map fetches by layer, and with everything that names it. */
export interface LinkedPlace extends Omit<PlaceProperties, 'rings'> {
  id: string
  layer: LayerId
  /** [west, south, east, north] in degrees, of the place as drawn; null for one that is nowhere on the map. */
  bounds: [number, number, number, number] | null
  /** Where its name or mark stands; null for one that is nowhere on the map. */
  anchor: LngLat | null
  /** Codes of the country and the part of it that its anchor lies in, the smallest first; absent at sea. */
  units?: readonly string[]
  /** When what it stands for began, ms since 1970, UTC; without it, it was always there. */
  from?: number
  /** When what its row tells of was, in EDTF: then it is a moment of the case, and `from` and `to` are that date's. */
  date?: string
  /** Its layer's rows are dated, and this one is not: it stands in no window of time. */
  undated?: true
  /** The date that `from` begins, in EDTF: as finely as it is known. */
  fromDate?: string
  /** When it ended, or when the period of the figure that sizes it did, ms since 1970, UTC; without it, it still stands. */
  to?: number
  /** Its true-size circles, each with the days that its figure counts, ms since 1970, UTC, where these are bounded. */
  rings?: (NonNullable<PlaceProperties['rings']>[number] & { from?: number; to?: number })[]
  /** Measured on the polygon as drawn, on the sphere, km². Only for areas. */
  measuredAreaKm2?: number
  quotations: string[]
  figures: string[]
  statements: string[]
  events: string[]
  /** Places named together with it by a quotation, figure or event, most often named first. */
  related: string[]
}

export interface LinkedActor extends Actor {
  /** What they said in their own words and otherwise, what they counted, and the places that those are about. */
  quotations: string[]
  statements: string[]
  figures: string[]
  places: string[]
}

/** A layer as the case describes it, and as it is served for drawing. */
export interface LinkedLayer extends LayerDesign {
  /** The symbol that it names. */
  glyph?: Glyph
  /** The symbols that its categories name, by these names. */
  glyphs?: Record<string, Glyph>
  /** The largest number that sizes one of its marks. */
  largest?: number
  /** Where its hexagons are regular. */
  gridMiddle?: LngLat
  /** Of a choropleth: how many of its places lie in none of its units. */
  uncounted?: number
  /** Some of its places are in none of its categories, or have no number for its steps. */
  unsorted?: true
  /** What is told of its tiles, where its places are on some: they are then none of the case's `places`. */
  tiles?: Tiles
  /** What its picture's file is, where it is one that can be shown. */
  pictureFile?: PictureFile
  count: number
  /** Short hash of the layer as served: its address changes when it does. */
  version: string
}

/** When a record is to be placed in time. */
export interface LinkedMoment extends TimeExtent {
  kind: 'event' | 'quotation' | 'statement' | 'figure' | 'place'
  id: string
  /** The date that it stands at, in EDTF. */
  date: string
  /**
   * Whose date that is: the record's own or, where nothing says when it was said, that of the document that has it
   * (`publication`) or, where the document has none either, that of the case's report.
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

/** A note on the map, written: the parts of its first line in their order, each empty where it has none, then the others. */
export interface WrittenNote extends Pick<Note, 'id' | 'place' | 'at' | 'side' | 'rank'> {
  /** The place at whose mark it stands, and that one's layer and colour. */
  mark: string
  layer: LayerId
  hue: Hue
  hedge: string
  number: string
  words: string
  strong: string
  lines: string[]
  /** Of the name of an area: where it stands within, and from which zoom on it has room there. */
  inside?: { at: LngLat; fromZoom: number }
}

/** A case as the page has it: records, their links both ways, what is derived, and what was set aside. */
export interface LinkedCase extends Omit<CaseHead, 'notes'> {
  /** Short hash of everything in it. */
  version: string
  /** The version for readers, `<updated>.<number of corrections>`: what links and citations carry. */
  caseVersion: string
  /** The case's period, ms since 1970, UTC; absent where an end of it is open. */
  periodWindow?: TimeWindow
  questions: LinkedQuestion[]
  claims: LinkedClaim[]
  layers: LinkedLayer[]
  places: LinkedPlace[]
  /** Names of the countries and parts of them that places lie in, by their codes; absent where nobody has looked. */
  units?: { version: string; names: Readonly<Record<string, string>> }
  /** What is written on the map, the most important first. */
  notes: WrittenNote[]
  actors: LinkedActor[]
  quotations: LinkedQuotation[]
  statements: LinkedStatement[]
  figures: LinkedFigure[]
  events: LinkedEvent[]
  /** Every quotation, statement and figure, and every event and row that is dated, earliest first. */
  moments: LinkedMoment[]
  scenes: LinkedScene[]
  /** Pictures, films and documents, each with what its file is. */
  evidence: KeptEvidence[]
  sources: Source[]
  corrections: Correction[]
  setAside: SetAside[]
  /** In the editor, of a case as it would be: names where its layers are to be had. */
  preview?: string
}

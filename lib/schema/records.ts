import type { CaseHead } from './case'
import type { Correction } from './correction'
import type { CaseEvent } from './event'
import type { KeptEvidence } from './evidence'
import type { Figure } from './figure'
import type { Actor } from './identifier'
import type { LayerDesign } from './layer'
import type { PictureFile } from './picture'
import type { Place } from './place'
import type { Glyph } from './plain-values'
import type { Scene } from './scene'
import type { Source } from './source'
import type { Quotation, Statement } from './statement'
import type { Tiles } from './tiles'

/** A layer as the case describes it, with its file's good features in the file's order. */
export interface CaseLayer extends LayerDesign {
  /** The symbol that it names. */
  glyph?: Glyph
  /** The symbols that its categories name, by these names. */
  glyphs?: Record<string, Glyph>
  /** What is told of its tiles, where its places are on some. */
  tiles?: Tiles
  /** What its picture's file is, where it is one that can be shown. */
  pictureFile?: PictureFile
  places: Place[]
}

/**
 * Everything good that a case's folder holds, in the files' order. References among these records resolve, but for
 * `head.source`, and for those to kinds of record of which a file could not be read at all: what names them stays, and
 * whoever follows such a reference must do without.
 */
export interface CaseRecords {
  head: CaseHead
  sources: Source[]
  actors: Actor[]
  quotations: Quotation[]
  statements: Statement[]
  figures: Figure[]
  events: CaseEvent[]
  scenes: Scene[]
  evidence: KeptEvidence[]
  /** Oldest first, as the file has them: an old link counts by this order. */
  corrections: Correction[]
  layers: CaseLayer[]
}

/** The rules that a record can break. */
export type Rule =
  | 'unreadable' // the file, or this record of it, is not JSON, or the file is missing
  | 'too-deep' // nested deeper than any record is
  | 'forbidden-key' // `__proto__` and its kind
  | 'shape' // not what the schema says
  | 'duplicate-id'
  | 'reference' // names a record that is not there
  | 'unknown-layer' // a layer file that `layers.json` does not name
  | 'unbuildable' // what it says is right, and building the case with it fails: a fault of ours

/** A record that was set aside: where it stands and why, so that a person can mend it. */
export interface SetAside {
  /** Relative to the case's folder: `figures.json`, `layers/harbours.geojson`. */
  file: string
  /** JSON pointer (RFC 6901) from the file's root; empty for the file itself. */
  pointer: string
  /** From 1. */
  line: number
  id: string | null
  rule: Rule
  reason: string
  /** The entry of what this record names, where it is set aside for no other fault than that one's. */
  cause?: { file: string; pointer: string }
  /** What stood there when it could last be read is shown in its place. */
  kept?: true
  /** Only a property is lost: the rest of the record stands. */
  partly?: true
}

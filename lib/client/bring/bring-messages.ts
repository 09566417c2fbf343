import type { FeatureCollection } from 'geojson'
import type { Mapping, Proposal, Question } from '@/lib/import/columns/mapping'
import type { RowFault } from '@/lib/import/row'

/** What the page asks of the worker that reads a file. */
export type BringRequest =
  | { kind: 'open'; file: File; sheet: string | null }
  | { kind: 'convert'; mapping: Mapping; name: string }
  | { kind: 'make'; as: 'files' | 'zip'; caseId: string; name: string; date: string }

/** A file that was recognised, with one of its sheets and what the columns of that may be. */
export interface OpenedFile {
  kind: 'opened'
  name: string
  format: string
  found: readonly string[]
  sheets: readonly string[]
  sheet: string | null
  columns: readonly string[]
  /** The first rows, cell by cell in the order of the columns; an empty text for none. */
  rows: readonly { row: number; cells: readonly string[] }[]
  hasShapes: boolean
  mapping: Mapping
  proposals: readonly Proposal[]
  questions: readonly Question[]
}

/** What came of all rows of the file. */
export interface BroughtRows {
  kind: 'brought'
  total: number
  brought: number
  faults: readonly RowFault[]
  faultCount: number
  notes: readonly string[]
  /** To be drawn: as many as a map can take at once. */
  features: FeatureCollection
  bounds: readonly [number, number, number, number] | null
}

/** What the worker answers. */
export type BringAnswer =
  | OpenedFile
  | BroughtRows
  | { kind: 'progress'; rows: number }
  /** The files of a case, by their paths in its folder. */
  | { kind: 'made'; files: ReadonlyMap<string, string> }
  | { kind: 'zipped'; name: string; bytes: Uint8Array<ArrayBuffer> }
  /** The file cannot be read, and why; `reason` is null where that is not known. */
  | { kind: 'failed'; reason: string | null }

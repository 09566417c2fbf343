import type { DateRules } from './parse-date'
import type { DecimalMark } from './parse-number'

/** Where a row's position comes from. */
type PositionSource =
  | { kind: 'shapes' }
  | { kind: 'columns'; lat: string; lng: string }
  | { kind: 'column'; column: string }
  /** The place is named, and found in the gazetteer. */
  | { kind: 'name'; column: string }

/** What the columns of a table are to a case. What is null has none. */
export interface Mapping {
  /** The id of the profile that gave it. */
  profile: string | null
  position: PositionSource | null
  start: string | null
  end: string | null
  dates: DateRules
  decimal: DecimalMark
  name: string | null
  category: string | null
  count: string | null
  words: string | null
  source: string | null
  accuracy: string | null
  /** Kilometres in one of what the accuracy is given in. */
  accuracyUnitKm: number
  /** The columns that are kept as they are; null: all others. */
  keep: readonly string[] | null
}

export const emptyMapping: Mapping = {
  profile: null,
  position: null,
  start: null,
  end: null,
  dates: { order: null, zone: null },
  decimal: '.',
  name: null,
  category: null,
  count: null,
  words: null,
  source: null,
  accuracy: null,
  accuracyUnitKm: 1,
  keep: null,
}

/** The parts of a mapping that name a single column. */
export const columnRoles = ['name', 'category', 'count', 'words', 'source', 'accuracy', 'start', 'end'] as const
type ColumnRole = (typeof columnRoles)[number]

/** How sure a proposal is. */
export type Sureness = 'sure' | 'likely' | 'guess'

/** What is proposed for a part of the mapping, and why. */
export interface Proposal {
  role: ColumnRole | 'position' | 'decimal' | 'order' | 'profile'
  /** The columns that it is about. */
  columns: readonly string[]
  sureness: Sureness
  words: string
}

/** Something that nobody but who knows the file can decide. */
export interface Question {
  ask: 'order' | 'position'
  words: string
}

export interface Proposed {
  mapping: Mapping
  proposals: readonly Proposal[]
  /** Without an answer to these nothing is brought in. */
  questions: readonly Question[]
  /** What is to be known of columns that were not taken for what their names say, a sentence each. */
  remarks: readonly string[]
}

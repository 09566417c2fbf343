import type { Figure } from '@/lib/schema/figure'
import type { Corroboration } from './linked-case'

/** Kinds of record that lists have and filters tell apart, in the order of the lists. */
export const recordKinds = ['place', 'quotation', 'statement', 'figure', 'event'] as const
export type RecordKind = (typeof recordKinds)[number]

export const figureStatuses = [
  'official',
  'compiled',
  'claimed',
  'unverified',
  'measured',
  'derived',
] as const satisfies readonly Figure['status'][]
export const corroborations = [
  'same-words',
  'differs',
  'not-found',
  'not-compared',
] as const satisfies readonly Corroboration[]

/** From `start` to, but not including, `end`: ms since 1970, UTC, whole seconds. */
export interface TimeWindow {
  start: number
  end: number
}

/** A part of the map: what is seen of it, what a measured line encloses, or a country or a part of one. */
export const partsOfMap = ['view', 'area', 'unit'] as const
export type PartOfMap = (typeof partsOfMap)[number]

const UNIT = 'unit:'

/** The part that is asked for, a unit by its code: `unit:DE-BY`. */
export type WithinPart = Exclude<PartOfMap, 'unit'> | `${typeof UNIT}${string}`

/** What is asked for when only what lies in a unit is. */
export function withinUnit(code: string): WithinPart {
  return `${UNIT}${code}`
}

/** The code of the unit that is asked for; null where none is. */
export function unitCodeOf(within: WithinPart | null): string | null {
  return within?.startsWith(UNIT) ? within.slice(UNIT.length) : null
}

/** Which of the parts it is. */
export function partOf(within: WithinPart): PartOfMap {
  return within === 'view' || within === 'area' ? within : 'unit'
}

/** What a reader wants to see; an empty list asks for nothing in particular. Within a list any will do, all lists must agree. */
export interface RecordFilter {
  kinds: readonly RecordKind[]
  /** Ids of actors that say, count or take part. */
  speakers: readonly string[]
  sides: readonly string[]
  statuses: readonly Figure['status'][]
  wordings: readonly Corroboration[]
  /** Ids of places that it is about. */
  places: readonly string[]
  /** Only what is about a place in this part of the map. */
  within: WithinPart | null
}

/** Asks for nothing: everything is shown. */
export const noFilter: RecordFilter = {
  kinds: [],
  speakers: [],
  sides: [],
  statuses: [],
  wordings: [],
  places: [],
  within: null,
}

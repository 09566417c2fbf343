'use client'
import { createContext, useContext } from 'react'
import type {
  LinkedActor,
  LinkedCase,
  LinkedEvent,
  LinkedFigure,
  LinkedLayer,
  LinkedPlace,
  LinkedQuotation,
  LinkedStatement,
} from '@/lib/derive/linked-case'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'
import type { LayerId } from '@/lib/schema/layer'
import type { Source } from '@/lib/schema/source'
import { type ReadableStore, useStore } from './value-store'

/**
 * A moment on two clocks, ms: the wall clock (since 1970), which people and daylight saving set, and the steady one of
 * `performance.now()`, which stands still while the machine sleeps.
 */
export interface Moment {
  wall: number
  steady: number
}

/** Clocks that disagree by more have been set, or the machine has slept. */
const DISAGREEMENT_MS = 5_000

/** This moment. */
export function currentMoment(): Moment {
  return { wall: Date.now(), steady: performance.now() }
}

/** How long ago `then` was: what the clock that says more says, so that old data never passes for new. Never negative. */
export function ageOf(then: Moment, now: Moment): number {
  return Math.max(0, now.wall - then.wall, now.steady - then.steady)
}

/** Whether the age is in doubt, so that only the server can tell: the clock was set, or the machine has slept. */
export function isAgeInDoubt(then: Moment, now: Moment): boolean {
  return Math.abs(now.wall - then.wall - (now.steady - then.steady)) > DISAGREEMENT_MS
}

/** Which edition of the basemap the page's maps are drawn on; a part of the addresses of its tiles. */
export const BasemapContext = createContext<string | null>(null)

/** The edition of the basemap. Throws outside of the case's page. */
export function useBasemapVersion(): string {
  const version = useContext(BasemapContext)
  if (version === null) throw new Error('useBasemapVersion stands outside of the case page')
  return version
}

/** The linked case with its records by id. */
export interface CaseIndex {
  linked: LinkedCase
  layer(id: LayerId): LinkedLayer | undefined
  place(id: string): LinkedPlace | undefined
  actor(id: string): LinkedActor | undefined
  quotation(id: string): LinkedQuotation | undefined
  statement(id: string): LinkedStatement | undefined
  figure(id: string): LinkedFigure | undefined
  event(id: string): LinkedEvent | undefined
  source(id: string): Source | undefined
  /** The corrections that mended a record, newest first; the same list until the case changes. */
  corrected(record: CorrectedRecord): readonly Correction[]
}

/** How old the data on screen is, and whether the server can be reached. */
export interface Freshness {
  /** When the data was last confirmed by the server. */
  confirmedAt: Moment
  /** True while refreshes fail. */
  failing: boolean
}

/** How fresh what the server rendered is: the page's steady clock began before that, so no later is certain. ms since 1970. */
export function freshAt(renderedAt: number): Freshness {
  return { confirmedAt: { wall: renderedAt, steady: 0 }, failing: false }
}

/** A store and no value, since it changes with every refresh and only one line shows it. */
export const FreshnessContext = createContext<ReadableStore<Freshness> | null>(null)

const itself = (freshness: Freshness) => freshness

/** How fresh the data on screen is. Throws outside of the case's page. */
export function useFreshness(): Freshness {
  const store = useContext(FreshnessContext)
  if (store === null) throw new Error('useFreshness stands outside of the case page')
  return useStore(store, itself)
}

/** Changes only with the data: what is chosen is in a store of its own, see `useView`. */
export const CaseContext = createContext<CaseIndex | null>(null)

/** The case with its records by id. Throws outside of the case's page. */
export function useCase(): CaseIndex {
  const index = useContext(CaseContext)
  if (index === null) throw new Error('useCase stands outside of the case page')
  return index
}

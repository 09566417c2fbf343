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
import type { RecordFilter } from '@/lib/derive/record-filter'
import type { CorrectedRecord, Correction } from '@/lib/schema/correction'
import type { LayerId } from '@/lib/schema/layer'
import type { Source } from '@/lib/schema/source'
import type { Choices, Focus } from '@/lib/url/view'
import type { Moment } from './data-age'

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

/** What every panel and the map share. */
export interface Caseboard extends CaseIndex {
  view: Choices
  visibleLayers: readonly LayerId[]
  /** Puts a record in focus and into the address; null clears. */
  choose(focus: Focus | null): void
  toggleLayer(id: LayerId): void
  setTheme(theme: 'light' | 'dark'): void
  /** Opens a part of the case by its id. */
  openPage(page: string): void
  /** Asks for other records; what is not named in `change` stays asked for. */
  setFilter(change: Partial<RecordFilter>): void
  /** Says which place the pointer, or the keyboard's focus in a list, is at; the map highlights it. */
  hover(placeId: string | null): void
}

/** Apart from the rest, since it changes with every refresh and only one line shows it. */
export const FreshnessContext = createContext<Freshness | null>(null)

/** How fresh the data on screen is. Throws outside of the case's page. */
export function useFreshness(): Freshness {
  const freshness = useContext(FreshnessContext)
  if (freshness === null) throw new Error('useFreshness stands outside of the case page')
  return freshness
}

export const CaseboardContext = createContext<Caseboard | null>(null)

/** The case and the view. Throws outside of the case's page. */
export function useCaseboard(): Caseboard {
  const caseboard = useContext(CaseboardContext)
  if (caseboard === null) throw new Error('useCaseboard stands outside of the case page')
  return caseboard
}

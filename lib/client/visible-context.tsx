'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { placesInUnit } from '@/lib/derive/assign-units'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { type TimeWindow, unitCodeOf } from '@/lib/derive/record-filter'
import { findVisible, type VisibleRecords } from '@/lib/derive/visible-records'
import { placesDrawnAround } from '@/lib/geo/drawn-area'
import type { LngLat } from '@/lib/schema/geometry'
import { useCase } from './case-context'
import { createValueStore, type ReadableStore, useRetainedStore, useStore } from './value-store'
import { type BoardView, useViewStore, type ViewStore } from './view-context'
import { timeStore } from './view-store'

/** Ids of the places in the part of the map that is seen; null before there is a map. */
const placesInView = createValueStore<ReadonlySet<string> | null>(null)

/** Says which places the part of the map that no panel covers has. */
export const setPlacesInView = placesInView.set

/** The same in a component. */
export const usePlacesInView = placesInView.use

/** What `select` answers of the same: a plain value. Renders anew only when that changes. */
export function useOfPlacesInView<T>(select: (ids: ReadonlySet<string> | null) => T): T {
  return useStore(placesInView, select)
}

/** What of the case passes the filter and the window of time, and everything that decides it. */
export interface Visible extends VisibleRecords {
  records: readonly CaseRecord[]
  query: RecordQuery
}

/**
 * Apart from the case and the view, since it changes with every step through time; and in a store, since React looks for
 * the readers of a context that has changed through all rows of all pages, closed ones too.
 */
const VisibleContext = createContext<ReadableStore<Visible> | null>(null)

function useVisibleStore(): ReadableStore<Visible> {
  const store = useContext(VisibleContext)
  if (store === null) throw new Error('useVisible stands outside of the case page')
  return store
}

const itself = (shown: Visible) => shown

/** What is shown now. Throws outside of the case's page. */
export function useVisible(): Visible {
  return useStore(useVisibleStore(), itself)
}

/** What `select` answers of what is shown: a plain value. Renders anew only when that changes. */
export function useOfVisible<T>(select: (shown: Visible) => T): T {
  return useStore(useVisibleStore(), select)
}

/** What is shown of a case: found when it is asked for, and again only when filter, layers, time or map ask for another. */
function visibleStore(linked: LinkedCase, view: ViewStore, initialSearch: string): ReadableStore<Visible> {
  const records = listRecords(linked)
  const time = timeStore(initialSearch)
  let last: Visible | null = null
  let drawn: { around: readonly LngLat[] | null; places: ReadonlySet<string> | null } = { around: null, places: null }
  const placesIn = (area: readonly LngLat[] | null) => {
    if (drawn.around !== area) drawn = { around: area, places: placesDrawnAround(linked.places, area) }
    return drawn.places
  }
  let inUnit: { code: string; places: ReadonlySet<string> | null } | null = null
  const placesOf = (code: string) => {
    if (inUnit?.code !== code) inUnit = { code, places: placesInUnit(linked, code) }
    return inUnit.places
  }
  const find = (
    { filter, layers, hiddenLayers, measure }: BoardView,
    window: TimeWindow | null,
    seen: ReadonlySet<string> | null,
  ) => {
    const { within } = filter
    // Only a filter that asks for it has everything looked at anew when the map moves, or a line.
    const unit = unitCodeOf(within)
    const drawnOrUnit = unit === null ? null : placesOf(unit)
    const placesWithin = within === 'view' ? seen : within === 'area' ? placesIn(measure) : drawnOrUnit
    const query: RecordQuery = {
      filter,
      time: window,
      hiddenLayers,
      layersAsOpened: layers === null,
      placesWithin,
    }
    if (last === null || !isSame(last.query, query)) last = { ...findVisible(records, query), records, query }
    return last
  }
  return {
    get: () => find(view.get(), time.get(), placesInView.get()),
    getServer: () => find(view.getServer(), time.getServer(), placesInView.getServer()),
    subscribe: (listener) => {
      const stops = [view, time, placesInView].map((store) => store.subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

function isSame(a: RecordQuery, b: RecordQuery): boolean {
  return (
    a.filter === b.filter && a.time === b.time && a.hiddenLayers === b.hiddenLayers && a.placesWithin === b.placesWithin
  )
}

interface ProviderProps {
  initialSearch: string
  children: ReactNode
}

/** Has `useVisible` answer what is shown of the case in the view. */
export function VisibleRecordsProvider({ initialSearch, children }: ProviderProps) {
  const { linked } = useCase()
  const view = useViewStore()
  const store = useMemo(() => visibleStore(linked, view, initialSearch), [linked, view, initialSearch])
  return <VisibleContext value={store}>{children}</VisibleContext>
}

/**
 * Holds what is shown still for those within while they are not `open`: they keep what they last had, but never old
 * data, for a new case reaches them at once.
 */
export function RetainedRecords({ open, children }: { open: boolean; children: ReactNode }) {
  return <VisibleContext value={useRetainedStore(useVisibleStore(), open)}>{children}</VisibleContext>
}

'use client'
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo, useState } from 'react'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import type { Sieve } from '@/lib/derive/filter-records'
import { findShown, type ShownRecords } from '@/lib/derive/shown-records'
import { hiddenLayers } from '@/lib/derive/visible-layers'
import type { Caseboard } from './caseboard-context'
import { usePlacesInView } from './in-view-store'
import { useHeld } from './use-held'
import { createValueStore, type ValueStore } from './value-store'
import { useTime } from './view-store'

/** What of the case passes the filter and the window of time, and everything that decides it. */
export interface Shown extends ShownRecords {
  records: readonly CaseRecord[]
  sieve: Sieve
}

/**
 * Apart from the case and the view, since it changes with every step through time; and in a store, since React looks for
 * the readers of a context that has changed through all rows of all pages, closed ones too.
 */
const ShownContext = createContext<ValueStore<Shown> | null>(null)

/** What is shown now. Throws outside of the case's page. */
export function useShown(): Shown {
  const store = useContext(ShownContext)
  if (store === null) throw new Error('useShown stands outside of the case page')
  return store.use()
}

/** Keeps what is shown in step with the filter, the layers, the window of time and, where asked, the map. */
function useFoundRecords({ linked, view, visibleLayers }: Caseboard, initialSearch: string): Shown {
  const time = useTime(initialSearch)
  const inView = usePlacesInView()
  // Only a filter that asks for it has everything looked at anew when the map moves.
  const placesInView = view.filter.inView ? inView : null
  const records = useMemo(() => listRecords(linked), [linked])
  return useMemo(() => {
    const sieve = { filter: view.filter, time, hiddenLayers: hiddenLayers(linked, visibleLayers), placesInView }
    return { ...findShown(records, sieve), records, sieve }
  }, [linked, records, view.filter, time, visibleLayers, placesInView])
}

/** Has `useShown` answer `shown` within. Before the frame is painted, whatever has changed. */
function PassShown({ shown, children }: { shown: Shown; children: ReactNode }) {
  const [store] = useState(() => createValueStore(shown))
  useLayoutEffect(() => store.set(shown), [store, shown])
  return <ShownContext value={store}>{children}</ShownContext>
}

interface ShownProps {
  board: Caseboard
  initialSearch: string
  children: ReactNode
}

/** Has `useShown` answer what is shown of a case. */
export function ShownProvider({ board, initialSearch, children }: ShownProps) {
  return <PassShown shown={useFoundRecords(board, initialSearch)}>{children}</PassShown>
}

/**
 * Holds what is shown still for those within while they are not `open`: they keep what they last had, but never old
 * data, for a new case reaches them at once.
 */
export function StillShown({ open, children }: { open: boolean; children: ReactNode }) {
  const shown = useShown()
  return <PassShown shown={useHeld(shown, (held) => open || held.records !== shown.records)}>{children}</PassShown>
}

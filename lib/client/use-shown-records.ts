'use client'
import { useMemo } from 'react'
import { listRecords } from '@/lib/derive/case-records'
import { findShown } from '@/lib/derive/shown-records'
import type { Caseboard } from './caseboard-context'
import { usePlacesInView } from './in-view-store'
import type { Shown } from './shown-context'
import { useTime } from './view-store'

/** What of the case is shown: kept in step with the filter, the layers, the window of time and, where asked, the map. */
export function useShownRecords({ linked, view, visibleLayers }: Caseboard, initialSearch: string): Shown {
  const time = useTime(initialSearch)
  const inView = usePlacesInView()
  // Only a filter that asks for it has everything looked at anew when the map moves.
  const placesInView = view.filter.inView ? inView : null
  const records = useMemo(() => listRecords(linked), [linked])
  return useMemo(() => {
    const sieve = { filter: view.filter, time, visibleLayers, placesInView }
    return { ...findShown(records, sieve), records, sieve }
  }, [records, view.filter, time, visibleLayers, placesInView])
}

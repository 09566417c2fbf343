import { useMemo } from 'react'
import { useCaseboard } from '@/lib/client/caseboard-context'
import { useShown } from '@/lib/client/shown-context'
import type { PlaceRef } from './map-contract'

/** Places that the filter or the window of time takes off the map. */
export function useHiddenPlaces(): readonly PlaceRef[] {
  const { linked } = useCaseboard()
  const { place: shown } = useShown()
  return useMemo(() => linked.places.filter(({ id }) => !shown.has(id)), [linked, shown])
}

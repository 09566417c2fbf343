import { useMemo } from 'react'
import type { PlaceRef } from '@/components/map/map-contract'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { notYetBegun } from '@/lib/wall/scene-time'

/** Places that have not begun in the time that is shown; the same list until another one has. */
export function useHiddenPlaces(time: TimeWindow | null): readonly PlaceRef[] {
  const { linked } = useCaseboard()
  const hidden = notYetBegun(linked.places, time)
  const key = hidden.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the list
  return useMemo(() => hidden, [key, linked])
}

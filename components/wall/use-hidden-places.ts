import { useMemo } from 'react'
import type { PlaceRef } from '@/components/map/map-contract'
import { useCaseboard } from '@/lib/client/caseboard-context'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { outsideOf } from '@/lib/wall/scene-time'

/** Places that the time that is shown has nothing of; the same list until that changes. */
export function useHiddenPlaces(time: TimeWindow | null): readonly PlaceRef[] {
  const { linked } = useCaseboard()
  const hidden = outsideOf(linked.places, time)
  const key = hidden.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the list
  return useMemo(() => hidden, [key, linked])
}

import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { isOutside, type MarkRef, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'
import type { TimeWindow } from '@/lib/derive/record-filter'

/** The marks that the time that is shown has nothing of; the same list until that changes. */
export function useHiddenPlaces(time: TimeWindow | null): readonly MarkRef[] {
  const { linked } = useCase()
  const places = linked.places.filter((place) => isOutside(place, time))
  const hidden = [...places.flatMap(marksOf), ...ringsOutside(linked.places, time)]
  const key = hidden.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the list
  return useMemo(() => hidden, [key, linked])
}

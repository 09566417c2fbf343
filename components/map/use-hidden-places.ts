import { useMemo } from 'react'
import { useCase } from '@/lib/client/case-context'
import { useShown } from '@/lib/client/shown-context'
import { type MarkRef, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'

/** The marks that the filter or the window of time takes off the map: of whole places, and rings of other days. */
export function useHiddenPlaces(): readonly MarkRef[] {
  const { linked } = useCase()
  const { place: shown, sieve } = useShown()
  const rings = ringsOutside(linked.places, sieve.time)
  const key = rings.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the rings
  return useMemo(
    () => [...linked.places.filter(({ id }) => !shown.has(id)).flatMap(marksOf), ...rings],
    [linked, shown, key],
  )
}

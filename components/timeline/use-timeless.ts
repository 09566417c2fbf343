import { useMemo } from 'react'
import { useShown } from '@/lib/client/shown-context'
import { createPredicate } from '@/lib/derive/filter-records'

/** What passes the filter whatever the time, as "kind id": what there is to step to, and what is not drawn faint. */
export function useTimeless(): ReadonlySet<string> {
  const { records, sieve } = useShown()
  const { filter, hiddenLayers, placesInView } = sieve
  return useMemo(() => {
    const passes = createPredicate({ filter, hiddenLayers, placesInView, time: null })
    return new Set(records.filter(passes).map(({ kind, id }) => `${kind} ${id}`))
  }, [records, filter, hiddenLayers, placesInView])
}

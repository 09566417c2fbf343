'use client'
import { useShown } from '@/lib/client/shown-context'
import type { Facet } from '@/lib/derive/filter-records'
import type { RecordKind } from '@/lib/derive/record-filter'
import { findShown } from '@/lib/derive/shown-records'

/** How many records of a kind would be shown with some facets lifted. */
export function useCountWithout(kind: RecordKind): (without: readonly Facet[]) => number {
  const { records, sieve } = useShown()
  return (without) => findShown(records, sieve, without)[kind].size
}

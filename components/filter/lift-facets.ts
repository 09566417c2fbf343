import { pushView } from '@/lib/client/view-store'
import { asksAnything, type Facet, facets, type Sieve } from '@/lib/derive/filter-records'
import { noFilter, type RecordFilter } from '@/lib/derive/record-filter'
import { facetLists, isListFacet } from './use-facet-words'

function withoutFacets(filter: RecordFilter, lifted: readonly Facet[]): RecordFilter {
  const lists = lifted.filter(isListFacet).map((facet) => [facetLists[facet], []])
  return { ...filter, ...Object.fromEntries(lists), inView: filter.inView && !lifted.includes('view') }
}

/** Asks for nothing any more in these facets. One choice: Back brings all of it again. */
export function liftFacets({ filter }: Sieve, lifted: readonly Facet[]): void {
  pushView({
    filter: withoutFacets(filter, lifted),
    ...(lifted.includes('layer') ? { layers: null } : {}),
    ...(lifted.includes('time') ? { time: null } : {}),
  })
}

/** Filter, window of time and layers as they are without anyone asking. */
export function liftAll(): void {
  pushView({ filter: noFilter, layers: null, time: null })
}

/** Whether a facet asks for anything. */
export function isAsked(facet: Facet, sieve: Sieve): boolean {
  return asksAnything(facet, sieve)
}

/** Whether anything is asked for at all: by filter, layers or time. */
export function isSifted(sieve: Sieve): boolean {
  return facets.some((facet) => isAsked(facet, sieve))
}

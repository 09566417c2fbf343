import { pushView } from '@/lib/client/view-store'
import {
  type Facet,
  facetLists,
  facets,
  isFacetActive,
  isListFacet,
  type RecordQuery,
} from '@/lib/derive/filter-records'
import { noFilter, type RecordFilter } from '@/lib/derive/record-filter'
import type { LayerId } from '@/lib/schema/layer'

function withoutFacets(filter: RecordFilter, lifted: readonly Facet[]): RecordFilter {
  const lists = lifted.filter(isListFacet).map((facet) => [facetLists[facet], []])
  return { ...filter, ...Object.fromEntries(lists), within: lifted.includes('view') ? null : filter.within }
}

/**
 * Asks for nothing any more in these facets. One choice: Back brings all of it again. `every` is what asks for all layers
 * of the case, those too that are off when it is opened.
 */
export function clearFacets({ filter }: RecordQuery, lifted: readonly Facet[], every: readonly LayerId[] | null): void {
  pushView({
    filter: withoutFacets(filter, lifted),
    ...(lifted.includes('layer') ? { layers: every } : {}),
    ...(lifted.includes('time') ? { time: null } : {}),
  })
}

/** Filter, window of time and layers as they are without anyone asking. */
export function clearAllFacets(): void {
  pushView({ filter: noFilter, layers: null, time: null })
}

/** Whether anything is asked for at all: by filter, layers or time. */
export function hasActiveFilters(query: RecordQuery): boolean {
  return facets.some((facet) => isFacetActive(facet, query))
}

import type { LayerId } from '@/lib/schema/layer'
import type { CaseRecord } from './case-records'
import type { RecordFilter, TimeWindow } from './record-filter'

/** Everything that decides whether a record is shown. */
export interface RecordQuery {
  filter: RecordFilter
  /** Null: all of time. */
  time: TimeWindow | null
  /** Those that are switched off. */
  hiddenLayers: readonly LayerId[]
  /** Nobody has switched a layer: those that are off are so because the case opens without them. */
  layersAsOpened?: boolean
  /** Ids of the places in the part of the map that the filter asks for; null while that is not known, or there is none. */
  placesWithin: ReadonlySet<string> | null
}

function meets<T>(wanted: readonly T[], has: readonly T[]): boolean {
  return wanted.length === 0 || has.some((value) => wanted.includes(value))
}

function isWithin({ start, end }: CaseRecord, time: TimeWindow | null): boolean {
  if (time === null) return true
  return start !== null && end !== null && start < time.end && end > time.start
}

/** The predicates by name, one a facet; each looks at its own part of the filter. A place has no speaker, status or wording. */
const predicates = {
  kind: ({ kind }: CaseRecord, { filter }: RecordQuery) => meets(filter.kinds, [kind]),
  speaker: (record: CaseRecord, { filter }: RecordQuery) => meets(filter.speakers, record.speakers),
  side: (record: CaseRecord, { filter }: RecordQuery) => meets(filter.sides, record.sides),
  status: ({ status }: CaseRecord, { filter }: RecordQuery) => meets(filter.statuses, status === null ? [] : [status]),
  wording: ({ wording }: CaseRecord, { filter }: RecordQuery) => meets(filter.wordings, wording),
  place: ({ places }: CaseRecord, { filter }: RecordQuery) => meets(filter.places, places),
  view: ({ places }: CaseRecord, { filter, placesWithin }: RecordQuery) =>
    filter.within === null || placesWithin === null || places.some((place) => placesWithin.has(place)),
  layer: ({ layers }: CaseRecord, { hiddenLayers }: RecordQuery) =>
    layers.length === 0 || layers.some((layer) => !hiddenLayers.includes(layer)),
  time: (record: CaseRecord, { time }: RecordQuery) => isWithin(record, time),
} as const

/** What a filter can ask about; each is one predicate. */
export type Facet = keyof typeof predicates
export const facets = [
  'kind',
  'speaker',
  'side',
  'status',
  'wording',
  'place',
  'view',
  'layer',
  'time',
] as const satisfies readonly Facet[]

/** The lists of a filter by the facets that they belong to. */
export const facetLists = {
  kind: 'kinds',
  speaker: 'speakers',
  side: 'sides',
  status: 'statuses',
  wording: 'wordings',
  place: 'places',
} as const satisfies Partial<Record<Facet, keyof RecordFilter>>

export type ListFacet = keyof typeof facetLists

/** Whether a facet's values are a list of the filter, rather than layers, time or the part of the map. */
export function isListFacet(facet: Facet): facet is ListFacet {
  return facet in facetLists
}

/** Which facets ask for anything: the others let every record through. */
const asks: Record<Facet, (query: RecordQuery) => boolean> = {
  kind: ({ filter }) => filter.kinds.length > 0,
  speaker: ({ filter }) => filter.speakers.length > 0,
  side: ({ filter }) => filter.sides.length > 0,
  status: ({ filter }) => filter.statuses.length > 0,
  wording: ({ filter }) => filter.wordings.length > 0,
  place: ({ filter }) => filter.places.length > 0,
  view: ({ filter }) => filter.within !== null,
  layer: ({ hiddenLayers }) => hiddenLayers.length > 0,
  time: ({ time }) => time !== null,
}

/** Whether a facet keeps anything out. */
function isFacetAsking(facet: Facet, query: RecordQuery): boolean {
  return asks[facet](query)
}

/** Whether the reader asks for anything by a facet: layers that the case opens without are not of their choosing. */
export function isFacetActive(facet: Facet, query: RecordQuery): boolean {
  return isFacetAsking(facet, query) && !(facet === 'layer' && query.layersAsOpened === true)
}

/**
 * A test of records, whether they pass every predicate but for those named in `without`. Made once for all records: with
 * thousands of them, predicates that ask for nothing were most of the work of a step through time.
 */
export function createPredicate(query: RecordQuery, without: readonly Facet[] = []): (record: CaseRecord) => boolean {
  const asked = facets
    .filter((facet) => !without.includes(facet) && isFacetAsking(facet, query))
    .map((facet) => predicates[facet])
  return (record) => asked.every((passes) => passes(record, query))
}

/** The facets that keep a record out; none for one that passes. */
export function failedFacets(record: CaseRecord, query: RecordQuery): Facet[] {
  return facets.filter((facet) => !predicates[facet](record, query))
}

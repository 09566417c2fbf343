import type { LayerId } from '@/lib/schema/layer'
import type { CaseRecord } from './case-records'
import type { RecordFilter, TimeWindow } from './record-filter'

/** Everything that decides whether a record is shown. */
export interface Sieve {
  filter: RecordFilter
  /** Null: all of time. */
  time: TimeWindow | null
  /** Those that are switched off. */
  hiddenLayers: readonly LayerId[]
  /** Ids of the places that are seen on the map now; only asked where the filter says so, null while not known. */
  placesInView: ReadonlySet<string> | null
}

function meets<T>(wanted: readonly T[], has: readonly T[]): boolean {
  return wanted.length === 0 || has.some((value) => wanted.includes(value))
}

function isWithin({ start, end }: CaseRecord, time: TimeWindow | null): boolean {
  if (time === null) return true
  return start !== null && end !== null && start < time.end && end > time.start
}

/** The sieves by name, one a facet; each looks at its own part of the filter. A place has no speaker, status or wording. */
const sieves = {
  kind: ({ kind }: CaseRecord, { filter }: Sieve) => meets(filter.kinds, [kind]),
  speaker: (record: CaseRecord, { filter }: Sieve) => meets(filter.speakers, record.speakers),
  side: (record: CaseRecord, { filter }: Sieve) => meets(filter.sides, record.sides),
  status: ({ status }: CaseRecord, { filter }: Sieve) => meets(filter.statuses, status === null ? [] : [status]),
  wording: ({ wording }: CaseRecord, { filter }: Sieve) => meets(filter.wordings, wording),
  place: ({ places }: CaseRecord, { filter }: Sieve) => meets(filter.places, places),
  view: ({ places }: CaseRecord, { filter, placesInView }: Sieve) =>
    !filter.inView || placesInView === null || places.some((place) => placesInView.has(place)),
  layer: ({ layers }: CaseRecord, { hiddenLayers }: Sieve) =>
    layers.length === 0 || layers.some((layer) => !hiddenLayers.includes(layer)),
  time: (record: CaseRecord, { time }: Sieve) => isWithin(record, time),
} as const

/** What a filter can ask about; each is one sieve. */
export type Facet = keyof typeof sieves
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

/** Which facets ask for anything: the others let every record through. */
const asks: Record<Facet, (sieve: Sieve) => boolean> = {
  kind: ({ filter }) => filter.kinds.length > 0,
  speaker: ({ filter }) => filter.speakers.length > 0,
  side: ({ filter }) => filter.sides.length > 0,
  status: ({ filter }) => filter.statuses.length > 0,
  wording: ({ filter }) => filter.wordings.length > 0,
  place: ({ filter }) => filter.places.length > 0,
  view: ({ filter }) => filter.inView,
  layer: ({ hiddenLayers }) => hiddenLayers.length > 0,
  time: ({ time }) => time !== null,
}

/** Whether a facet asks for anything. */
export function asksAnything(facet: Facet, sieve: Sieve): boolean {
  return asks[facet](sieve)
}

/**
 * A test of records, whether they pass every sieve but for those named in `without`. Made once for all records: with
 * thousands of them, sieves that ask for nothing were most of the work of a step through time.
 */
export function createPass(sieve: Sieve, without: readonly Facet[] = []): (record: CaseRecord) => boolean {
  const asked = facets
    .filter((facet) => !without.includes(facet) && asksAnything(facet, sieve))
    .map((facet) => sieves[facet])
  return (record) => asked.every((passes) => passes(record, sieve))
}

/** The facets that keep a record out; none for one that passes. */
export function failedFacets(record: CaseRecord, sieve: Sieve): Facet[] {
  return facets.filter((facet) => !sieves[facet](record, sieve))
}

import type { CaseRecord } from './case-records'
import { createPredicate, type Facet, facets, failedFacets, type RecordQuery } from './filter-records'
import { type PartOfMap, partsOfMap } from './record-filter'

/** Facets that offer options to choose from, with what a record has of each. */
const valuesOf = {
  kind: ({ kind }: CaseRecord) => [kind],
  speaker: ({ speakers }: CaseRecord) => speakers,
  side: ({ sides }: CaseRecord) => sides,
  status: ({ status }: CaseRecord) => (status === null ? [] : [status]),
  wording: ({ wording }: CaseRecord) => wording,
  place: ({ places }: CaseRecord) => places,
  layer: ({ layers }: CaseRecord) => layers,
} as const satisfies Partial<Record<Facet, (record: CaseRecord) => readonly string[]>>

export type OptionFacet = keyof typeof valuesOf
export const optionFacets = [
  'kind',
  'speaker',
  'side',
  'status',
  'wording',
  'place',
  'layer',
] as const satisfies readonly OptionFacet[]

/** How many records each option would show, before it is chosen. */
export interface OptionCounts {
  /** With exactly this option chosen of its facet, and everything else as it is. */
  of(facet: OptionFacet, option: string): number
  /** With only what is about a place in a part of the map. */
  within: Readonly<Record<PartOfMap, number>>
}

/** Ids of the places in each part of the map; null for one that is not known, or not there: it keeps nothing out. */
export type PlacesByPart = Readonly<Record<PartOfMap, ReadonlySet<string> | null>>

function isIn(ids: ReadonlySet<string> | null, { places }: CaseRecord): boolean {
  return ids === null || places.some((place) => ids.has(place))
}

/**
 * Counts for every option the records that would be shown, were it the only one chosen of its facet: those that pass
 * all other facets and have it. What is about no place is on no layer, and is there whichever layer is chosen. Places
 * that only follow shown statements are no records that were asked for, and not counted (`placesFollow`).
 */
export function countOptions(
  records: readonly CaseRecord[],
  query: RecordQuery,
  parts: PlacesByPart = { view: null, area: null, unit: null },
): OptionCounts {
  const tallies = new Map<string, number>()
  const add = (key: string) => tallies.set(key, (tallies.get(key) ?? 0) + 1)
  const passesAnywhere = createPredicate(query, ['view'])
  const within = { view: 0, area: 0, unit: 0 }
  let onNoLayer = 0
  for (const record of records) {
    if (passesAnywhere(record)) for (const part of partsOfMap) if (isIn(parts[part], record)) within[part]++
    const [failed, ...others] = failedFacets(record, query)
    // What two facets keep out, no option of one of them brings in.
    if (others.length > 0) continue
    for (const facet of failed === undefined ? optionFacets : optionFacets.filter((each) => each === failed)) {
      const values = valuesOf[facet](record)
      if (facet === 'layer' && values.length === 0) onNoLayer++
      for (const value of new Set(values)) add(`${facet} ${value}`)
    }
  }
  return {
    of: (facet, option) => (tallies.get(`${facet} ${option}`) ?? 0) + (facet === 'layer' ? onNoLayer : 0),
    within,
  }
}

/** Facets that, lifted together and no fewer of them, bring records back. */
export interface EmptyReason {
  facets: readonly Facet[]
  count: number
}

function pairs(): Facet[][] {
  return facets.flatMap((first, at) => facets.slice(at + 1).map((second) => [first, second]))
}

/** Of all facets those that must be lifted: each that can stay without the list being empty again is left as it is. */
function needed(count: (without: readonly Facet[]) => number): readonly Facet[] {
  let lifted: readonly Facet[] = facets
  for (const facet of facets) {
    const fewer = lifted.filter((each) => each !== facet)
    if (count(fewer) > 0) lifted = fewer
  }
  return lifted
}

/**
 * What keeps a list empty: each facet that alone does so, else each pair, else one smallest set, those that bring back
 * most first. `count` says how many the list would have without these facets; none is to blame where there is nothing
 * to bring back.
 */
export function explainEmpty(count: (without: readonly Facet[]) => number): EmptyReason[] {
  const helping = (sets: readonly (readonly Facet[])[]) =>
    sets
      .map((set) => ({ facets: set, count: count(set) }))
      .filter((culprit) => culprit.count > 0)
      .sort((a, b) => b.count - a.count)
  const single = helping(facets.map((facet) => [facet]))
  if (single.length > 0) return single
  const double = helping(pairs())
  return double.length > 0 ? double : helping([needed(count)])
}

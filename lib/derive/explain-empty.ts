import { type Facet, facets } from './filter-records'

/** Facets that, lifted together and no fewer of them, bring records back. */
export interface Culprit {
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
export function explainEmpty(count: (without: readonly Facet[]) => number): Culprit[] {
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

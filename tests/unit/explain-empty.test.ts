import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainEmpty } from '@/lib/derive/count-options'
import { type Facet, facets } from '@/lib/derive/filter-records'
import { recordKinds } from '@/lib/derive/record-filter'
import { findVisible } from '@/lib/derive/visible-records'
import { anyRecords, anySieveOfThem, asking } from './filter-kit'

/** A list that is there once all of these are lifted. */
const needs =
  (...wanted: Facet[]) =>
  (without: readonly Facet[]) =>
    wanted.every((facet) => without.includes(facet)) ? 7 : 0

describe('what empties a list', () => {
  it('is the one facet that hides everything', () => {
    expect(explainEmpty(needs('wording'))).toEqual([{ facets: ['wording'], count: 7 }])
  })

  it('is each of several that would do, the most helpful first', () => {
    const count = (without: readonly Facet[]) => (without.includes('time') ? 5 : 0) + (without.includes('side') ? 3 : 0)
    expect(explainEmpty(count)).toEqual([
      { facets: ['time'], count: 5 },
      { facets: ['side'], count: 3 },
    ])
  })

  it('is a pair where no single one does, and as few as it takes beyond', () => {
    expect(explainEmpty(needs('speaker', 'time'))).toEqual([{ facets: ['speaker', 'time'], count: 7 }])
    expect(explainEmpty(needs('kind', 'place', 'time'))).toEqual([{ facets: ['kind', 'place', 'time'], count: 7 }])
  })

  it('is nothing where there is nothing', () => {
    expect(explainEmpty(() => 0)).toEqual([])
  })

  it('is always something that, lifted, fills the list, and never more than it takes', () => {
    fc.assert(
      fc.property(anyRecords, anySieveOfThem, fc.constantFrom(...recordKinds), (records, query, kind) => {
        const count = (without: readonly Facet[]) => findVisible(records, query, without)[kind].size
        if (count([]) > 0) return
        const culprits = explainEmpty(count)
        expect(culprits.length > 0).toBe(count(facets) > 0)
        for (const culprit of culprits) {
          expect(count(culprit.facets)).toBe(culprit.count)
          for (const facet of culprit.facets) expect(count(culprit.facets.filter((each) => each !== facet))).toBe(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('lifts places out of following when what they follow is lifted', () => {
    const place = {
      places: ['p'],
      layers: ['reactions' as const],
      speakers: [],
      sides: [],
      status: null,
      wording: [],
    }
    const records = [{ kind: 'place' as const, id: 'p', ...place, start: 0, end: 9 }]
    const count = (without: readonly Facet[]) => findVisible(records, asking({ speakers: ['x'] }), without).place.size
    expect(explainEmpty(count)).toEqual([{ facets: ['speaker'], count: 1 }])
  })
})

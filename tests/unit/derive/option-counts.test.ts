import { beforeEach, describe, expect, it } from 'vitest'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import { countOptions, explainEmpty } from '@/lib/derive/count-options'
import { type Facet, facets } from '@/lib/derive/filter-records'
import { asking, openSieve } from '../filter-kit'
import { linkRecords } from '../linked-fixture'

// Linked for each test: what is worked out while the file loads is no test's own.
let records: readonly CaseRecord[]
beforeEach(() => {
  records = listRecords(linkRecords().linked)
})

describe('how many records an option has', () => {
  it('is what the case has of it while nothing is asked for', () => {
    const { of, within } = countOptions(records, openSieve)
    expect(of('kind', 'quotation')).toBe(5)
    expect(of('speaker', 'governor')).toBe(4)
    expect(of('side', 'north')).toBe(4)
    expect(of('status', 'official')).toBe(2)
    expect(of('wording', 'differs')).toBe(1)
    expect(of('wording', 'not-found')).toBe(1)
    expect(of('place', 'capital')).toBe(records.filter(({ places }) => places.includes('capital')).length)
    expect(within).toEqual({ view: records.length, area: records.length, unit: records.length })
  })

  it('is none of what no record has, whatever else is called so', () => {
    const { of } = countOptions(records, openSieve)
    expect(of('speaker', 'nobody')).toBe(0)
    // A side is no speaker, and a place no layer.
    expect(of('speaker', 'north')).toBe(0)
    expect(of('side', 'governor')).toBe(0)
  })

  it('has with every layer what is about no place at all', () => {
    const { of } = countOptions(records, openSieve)
    const placeless = records.filter(({ layers }) => layers.length === 0).length
    expect(placeless).toBeGreaterThan(0)
    expect(of('layer', 'border-queue')).toBe(
      placeless + records.filter(({ layers }) => layers.includes('border-queue')).length,
    )
    expect(of('layer', 'volcanoes')).toBe(placeless)
    // No other facet has them all.
    expect(of('place', 'volcano')).toBe(0)
  })

  it('does not shrink by what is chosen of its own facet, but by what is chosen of the others', () => {
    const { of } = countOptions(records, asking({ speakers: ['ferryman'] }))
    expect(of('speaker', 'governor')).toBe(4)
    expect(of('kind', 'quotation')).toBe(2)
    expect(of('kind', 'statement')).toBe(0)
    expect(of('wording', 'differs')).toBe(0)
    expect(of('wording', 'not-compared')).toBe(1)
  })

  it('is none where two other facets keep its records out', () => {
    const { of } = countOptions(records, asking({ speakers: ['ferryman'], kinds: ['figure'] }))
    expect(of('kind', 'quotation')).toBe(2)
    expect(of('speaker', 'office')).toBe(5)
    expect(of('wording', 'differs')).toBe(0)
    expect(of('side', 'north')).toBe(0)
  })

  it('counts a record once, however often it has something', () => {
    const twice: CaseRecord = {
      kind: 'event',
      id: 'e',
      places: ['p', 'p'],
      layers: ['reactions', 'reactions'],
      speakers: ['s'],
      sides: ['a', 'a'],
      status: null,
      wording: [],
      start: null,
      end: null,
    }
    const { of } = countOptions([twice], openSieve)
    expect([of('place', 'p'), of('layer', 'reactions'), of('side', 'a')]).toEqual([1, 1, 1])
  })

  it('is of the part of the map that is seen, where that is asked for', () => {
    const parts = { view: new Set(['harbour']), area: new Set<string>(), unit: new Set(['harbour']) }
    const { within, of } = countOptions(records, openSieve, parts)
    const atHarbour = records.filter(({ places }) => places.includes('harbour')).length
    expect(within).toEqual({ view: atHarbour, area: 0, unit: atHarbour })
    expect(of('kind', 'place')).toBeGreaterThan(1)
    expect(countOptions(records, asking({ kinds: ['figure'] }), parts).within.view).toBe(2)
    const only = asking({ within: 'view' }, { placesWithin: new Set(['harbour']) })
    // Of the one that is not asked for, what would be there instead.
    expect(countOptions(records, only, { ...parts, area: null }).within).toEqual({
      view: atHarbour,
      area: records.length,
      unit: atHarbour,
    })
    expect(countOptions(records, only).of('kind', 'place')).toBe(1)
  })
})

describe('what to lift of a list without anything', () => {
  const needs =
    (...wanted: Facet[]) =>
    (without: readonly Facet[]) =>
      wanted.every((facet) => without.includes(facet)) ? 7 : 0

  it('is each facet that alone would do, the most helpful first, and no pair of which one is enough', () => {
    const count = (without: readonly Facet[]) => (without.includes('side') ? 3 : 0) + (without.includes('time') ? 5 : 0)
    expect(explainEmpty(count)).toEqual([
      { facets: ['time'], count: 5 },
      { facets: ['side'], count: 3 },
    ])
    expect(explainEmpty(() => 0)).toEqual([])
  })

  it('is each pair that would do, the most helpful first, where no facet alone does', () => {
    const count = (without: readonly Facet[]) =>
      needs('speaker', 'time')(without) > 0 ? 2 : needs('kind', 'layer')(without) > 0 ? 5 : 0
    expect(explainEmpty(count)).toEqual([
      { facets: ['kind', 'layer'], count: 5 },
      { facets: ['speaker', 'time'], count: 2 },
    ])
  })

  it('is every facet where it takes them all, and none that is not needed where it takes three', () => {
    expect(explainEmpty(needs(...facets))).toEqual([{ facets, count: 7 }])
    expect(explainEmpty(needs('side', 'view', 'layer'))).toEqual([{ facets: ['side', 'view', 'layer'], count: 7 }])
  })
})

import { describe, expect, it } from 'vitest'
import type { CaseRecord } from '@/lib/derive/case-records'
import {
  createPredicate,
  type Facet,
  facets,
  failedFacets,
  isFacetActive,
  isListFacet,
  type RecordQuery,
} from '@/lib/derive/filter-records'
import { asking, openSieve } from '../filter-kit'

const figure: CaseRecord = {
  kind: 'figure',
  id: 'f',
  places: ['p1'],
  layers: ['reactions'],
  speakers: ['s1'],
  sides: ['a'],
  status: 'official',
  wording: ['differs'],
  start: 10,
  end: 20,
}

const during = (start: number, end: number): RecordQuery => ({ ...openSieve, time: { start, end } })
const without = (...hiddenLayers: string[]): RecordQuery => ({ ...openSieve, hiddenLayers })
const seeing = (...places: string[]) => asking({ within: 'view' }, { placesWithin: new Set(places) })

/** By facet: what the figure meets, and what it does not. */
const cases: [Facet, RecordQuery, RecordQuery][] = [
  ['kind', asking({ kinds: ['figure', 'event'] }), asking({ kinds: ['event'] })],
  ['speaker', asking({ speakers: ['s0', 's1'] }), asking({ speakers: ['s0'] })],
  ['side', asking({ sides: ['a', 'b'] }), asking({ sides: ['b'] })],
  ['status', asking({ statuses: ['claimed', 'official'] }), asking({ statuses: ['claimed'] })],
  ['wording', asking({ wordings: ['differs', 'not-found'] }), asking({ wordings: ['not-found'] })],
  ['place', asking({ places: ['p0', 'p1'] }), asking({ places: ['p0'] })],
  ['view', seeing('p1'), seeing('p0')],
  ['layer', without('arrivals'), without('reactions')],
  ['time', during(19, 30), during(20, 30)],
]

describe.each(cases)('a filter by %s', (facet, met, missed) => {
  it('shows what meets it', () => {
    expect(createPredicate(met)(figure)).toBe(true)
    expect(failedFacets(figure, met)).toEqual([])
  })

  it('hides what does not, and says that it is what hides it', () => {
    expect(createPredicate(missed)(figure)).toBe(false)
    expect(failedFacets(figure, missed)).toEqual([facet])
  })

  it('hides nothing while it is lifted', () => {
    expect(createPredicate(missed, [facet])(figure)).toBe(true)
  })

  it('is the only one that is marked as active', () => {
    expect(facets.filter((each) => isFacetActive(each, missed))).toEqual([facet])
  })
})

it('a filter that asks for nothing shows everything, and none of it is marked as active', () => {
  expect(createPredicate(openSieve)({ ...figure, start: null, end: null, status: null })).toBe(true)
  expect(facets.filter((each) => isFacetActive(each, openSieve))).toEqual([])
})

it('what must meet two things is hidden by either', () => {
  const both = asking({ kinds: ['figure'], sides: ['b'] })
  expect(createPredicate(both)(figure)).toBe(false)
  expect(createPredicate(both, ['kind'])(figure)).toBe(false)
  expect(createPredicate(both, ['side'])(figure)).toBe(true)
})

describe('in a window of time', () => {
  it.each([
    ['that ends as it begins', 0, 10, false],
    ['that ends just after it began', 0, 11, true],
    ['within it', 12, 13, true],
    ['around it', 0, 30, true],
    ['that begins just before it ends', 19, 30, true],
    ['that begins as it ends', 20, 30, false],
  ])('%s, a record is shown or not', (_, start, end, isShown) => {
    expect(createPredicate(during(start, end))(figure)).toBe(isShown)
  })

  it('what nobody dated is hidden', () => {
    expect(createPredicate(during(0, 30))({ ...figure, start: null, end: null })).toBe(false)
  })

  it('what is always there is shown', () => {
    const always = { ...figure, start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }
    expect(createPredicate(during(0, 30))(always)).toBe(true)
  })
})

it('what is about places of two layers stays while either is on', () => {
  const two = { ...figure, layers: ['reactions', 'arrivals'] }
  expect(createPredicate(without('reactions'))(two)).toBe(true)
  expect(createPredicate(without('reactions', 'arrivals'))(two)).toBe(false)
})

it('what is about no place stays whatever layer is off', () => {
  expect(createPredicate(without('reactions'))({ ...figure, layers: [], places: [] })).toBe(true)
})

it('what has no status is hidden while one is asked for', () => {
  expect(createPredicate(asking({ statuses: ['official'] }))({ ...figure, status: null })).toBe(false)
})

it('all is shown until it is known what is in view', () => {
  expect(createPredicate(asking({ within: 'area' }))(figure)).toBe(true)
})

it('what is in view matters only where the filter says so', () => {
  expect(createPredicate({ ...openSieve, placesWithin: new Set(['p0']) })(figure)).toBe(true)
})

it('lists of values belong to what is chosen from a list, not to the view, the layers or time', () => {
  expect(facets.filter(isListFacet)).toEqual(['kind', 'speaker', 'side', 'status', 'wording', 'place'])
})

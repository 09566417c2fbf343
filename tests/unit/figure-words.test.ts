import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  figureCaption,
  figureLengthKm,
  figurePeriod,
  figureSize,
  hedgedCaption,
  shortName,
} from '@/lib/derive/figure-words'
import type { Figure } from '@/lib/schema/figure'

const plain: Figure = {
  id: 'a',
  question: 'q',
  value: 1234.5,
  unit: 'km',
  qualifier: 'exactly',
  counts: 'of queue',
  by: 'office',
  status: 'official',
  about: [],
}
const { value: _, ...open } = plain

describe('a figure on the map', () => {
  it.each([
    ['exactly', '40 km'],
    ['about', 'about 40 km'],
    ['nearly', 'nearly 40 km'],
    ['more-than', 'more than 40 km'],
    ['at-least', 'at least 40 km'],
    ['up-to', 'up to 40 km'],
    ['estimated', 'est. 40 km'],
  ] as const)('that is %s is written “%s”', (qualifier, words) => {
    expect(hedgedCaption({ ...plain, value: 40, qualifier })).toBe(words)
  })

  it('has its digits in groups, two decimals at most, and both ends of a range', () => {
    expect(figureCaption({ ...plain, value: 98_000, unit: 'people' })).toBe('98,000 people')
    expect(figureCaption({ ...plain, value: 2.345 })).toBe('2.35 km')
    expect(hedgedCaption({ ...open, range: [5000, 6000], unit: 'people a day', qualifier: 'about' })).toBe(
      'about 5,000–6,000 people a day',
    )
  })

  it('has no unit where its mark says it', () => {
    expect(figureCaption({ ...plain, value: 2.3, unit: 'magnitude' })).toBe('2.3')
    expect(hedgedCaption({ ...plain, value: 4, unit: '', qualifier: 'at-least' })).toBe('at least 4')
  })

  it('is as large as its value, or as the middle of its range', () => {
    expect(figureSize({ ...plain, value: 0 })).toBe(0)
    expect(figureSize({ ...open, range: [10, 20] })).toBe(15)
  })

  it.each([
    [40, 'km', 40],
    [900, 'm', 0.9],
    [5, 'nautical miles', 9.26],
    [5, 'nmi', 9.26],
    [1, 'miles', 1.609344],
    [200, 'feet', 0.06096],
    [0, 'km', null],
    [40, 'people', null],
    [2.3, 'magnitude', null],
  ])('%s %s is %s km', (value, unit, km) => {
    const length = figureLengthKm({ ...plain, value, unit })
    if (km === null) expect(length).toBeNull()
    else expect(length).toBeCloseTo(km, 9)
  })
})

describe('the days that a figure counts', () => {
  const dated = (asOf: string) => figurePeriod({ ...plain, asOf })

  it.each([
    ['2022-09-26', '26 Sept 2022'],
    ['2022-09-21/2022-09-27', '21–27 Sept 2022'],
    ['2022-09-25/2022-10-02', '25 Sept – 2 Oct 2022'],
    ['2021-12-31/2022-01-02', '31 Dec 2021 – 2 Jan 2022'],
    ['2022-09', 'Sept 2022'],
    ['2022-09/2022-10', 'Sept – Oct 2022'],
    ['2025', '2025'],
    ['2022-09-26/..', 'from 26 Sept 2022'],
    ['2022-09-26/', 'from 26 Sept 2022'],
    ['../2022-09-20', 'up to 20 Sept 2022'],
    ['2022-09-26~', 'about 26 Sept 2022'],
    ['2022-09~/2022-10-02', 'about Sept 2022 – 2 Oct 2022'],
    // A clock's time is a day as that clock's own place counts it.
    ['2022-09-26T00:30:00+02:00', '26 Sept 2022'],
  ])('%s are “%s”: no finer than they are known', (asOf, words) => {
    expect(dated(asOf)).toBe(words)
  })

  it('are said not to be known where no record says, whenever its maker spoke', () => {
    expect(figurePeriod({ ...plain, said: '2022-09-27' })).toBe('undated')
  })

  it('have both ends of any period, and never a day that is neither', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((at) => new Date(at * 86_400_000))
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        fc.pre(from < to)
        const words = dated(`${from.toISOString().slice(0, 10)}/${to.toISOString().slice(0, 10)}`)
        const days = [...words.matchAll(/\b(\d{1,2})\b/g)].map(([, number]) => Number(number))
        expect(days).toEqual([from.getUTCDate(), to.getUTCDate()])
        const years = [...words.matchAll(/\d{4}/g)].map(([year]) => Number(year))
        expect(years).toEqual([...new Set([from.getUTCFullYear(), to.getUTCFullYear()])])
      }),
    )
  })
})

describe('a name beside a mark', () => {
  it.each([
    ['Swedish National Seismic Network (SNSN)', 'SNSN'],
    ['Frontex', 'Frontex'],
    ['Interior Ministry of Kazakhstan', 'Interior Ministry of Kazakhstan'],
    ['A body (whose brackets hold a sentence)', 'A body (whose brackets hold a sentence)'],
    ['A (B) C', 'A (B) C'],
  ])('%s is %s', (name, short) => expect(shortName(name)).toBe(short))
})

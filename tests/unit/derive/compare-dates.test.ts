import { describe, expect, it } from 'vitest'
import { compareDates, orderByDate } from '@/lib/derive/compare-dates'

describe('compareDates', () => {
  it('puts coarser dates first, a day after its hours, and compares exact ones in UTC', () => {
    const inOrder = [
      'Y-50000',
      '-0099',
      '../-0059',
      '-0043',
      '-0043-03-15',
      '0000',
      '0099',
      '18XX',
      '1850~',
      '2014',
      '2022-09~',
      '2022-09-25T23:30Z',
      '2022-09-26T02:03:24+02:00',
      '2022-09-26T19:03:50+02:00',
      '2022-09-26',
      '2022-10',
      '9999',
      'Y12345',
    ]
    expect(inOrder.toReversed().toSorted(compareDates)).toEqual(inOrder)
  })

  it('puts an hour of the night before where its zone has it', () => {
    const inOrder = ['2022-09-26T01:00+02:00', '2022-09-25T23:30Z', '2022-09-26T02:03+02:00', '2022-09-26T00:10Z']
    expect(inOrder.toReversed().toSorted(compareDates)).toEqual(inOrder)
  })

  it('puts what nobody dates last', () => {
    for (const date of ['2014', '2022-10', '2022-09-26T19:03:50+02:00', '1850~', '-0043', 'Y12345'])
      expect(compareDates(undefined, date), date).toBe(1)
  })
})

describe('records by their dates', () => {
  it('stand in the order of time, undated ones last, and those of one date as they were given', () => {
    const records = [
      { id: 'none' },
      { id: 'late', date: '2022-10' },
      { id: 'first', date: '2014' },
      { id: 'nothing either' },
      { id: 'second', date: '2014' },
    ]
    expect(orderByDate(records).map(({ id }) => id)).toEqual(['first', 'second', 'late', 'none', 'nothing either'])
    expect(records[0]?.id, 'what was given is left as it was').toBe('none')
  })

  it('of an interval go by its beginning or, where nobody knows that, by its end', () => {
    const inOrder = ['2019', '2020/2024', '2021', '../2022', '/2022-06', '2022-07/..']
    expect(inOrder.toReversed().toSorted(compareDates)).toEqual(inOrder)
  })
})

describe('the order of two dates', () => {
  it('is the same from either side', () => {
    const dates = [
      undefined,
      '2014',
      '2014~',
      '2014-01',
      '2014-01-01',
      '2014-01-01T00:00Z',
      '2014/2015',
      '../2014',
      '..',
    ]
    for (const one of dates)
      for (const other of dates) expect(compareDates(one, other) + compareDates(other, one), `${one} ${other}`).toBe(0)
  })

  it('is none only of what is written alike', () => {
    expect(compareDates('2014', '2014')).toBe(0)
    expect(compareDates(undefined, undefined)).toBe(0)
    expect(compareDates('2014', '2014~')).toBe(-1)
    expect(compareDates('2014~', '2014')).toBe(1)
    expect(compareDates('2014', undefined)).toBe(-1)
  })
})

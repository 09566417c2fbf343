import { describe, expect, it } from 'vitest'
import { compareDates } from '@/lib/derive/compare-dates'

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

import { describe, expect, it } from 'vitest'
import { isApproximateDate, precisionOf } from '@/lib/derive/date-precision'
import { timeExtent } from '@/lib/derive/time-extent'

describe('precisionOf', () => {
  it.each([
    ['2014', 'year'],
    ['2022-XX', 'year'],
    ['2022-XX-XX', 'year'],
    ['2022-09', 'month'],
    ['2022-09~', 'month'],
    ['2022-09-XX', 'month'],
    ['2022-09-26', 'day'],
    ['2022-09-26T02:03:24+02:00', 'instant'],
    ['2022-09-21/2022-10-02', 'span'],
  ] as const)('reads %s as known to the %s, on the axis as in words', (date, precision) => {
    expect(precisionOf(date)).toBe(precision)
    expect(timeExtent(date).precision).toBe(precision)
    expect(timeExtent(date).approximate).toBe(isApproximateDate(date))
  })

  it('hears a hedge on either end', () => {
    expect(isApproximateDate('2022-09~/2022-09-25')).toBe(true)
    expect(isApproximateDate('2022-09-26')).toBe(false)
  })
})

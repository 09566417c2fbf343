import { describe, expect, it } from 'vitest'
import { median, percentile, ratio, slope } from '../bench/statistics'

describe('median', () => {
  it('is the middle of an odd number of values, in any order', () => expect(median([9, 1, 5])).toBe(5))
  it('is the mean of the two middle ones of an even number', () => expect(median([4, 1, 3, 2])).toBe(2.5))
  it('leaves the values as they were', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
  it('throws for no values', () => expect(() => median([])).toThrow(RangeError))
})

describe('percentile', () => {
  it('interpolates between neighbours', () => expect(percentile([10, 20, 30, 40, 50], 0.95)).toBeCloseTo(48))
  it('is the only value there is', () => expect(percentile([7], 0.95)).toBe(7))
  it('reaches both ends', () => expect([percentile([2, 1, 3], 0), percentile([2, 1, 3], 1)]).toEqual([1, 3]))
})

describe('ratio', () => {
  it('divides by the base', () => expect(ratio(5, 4)).toBe(1.25))
  it('throws for a base of zero', () => expect(() => ratio(1, 0)).toThrow(RangeError))
})

describe('slope', () => {
  it('is the rise of a line', () => {
    expect(
      slope([
        [0, 3],
        [10, 8],
        [20, 13],
      ]),
    ).toBeCloseTo(0.5)
  })
  it('is least far from all points', () => {
    expect(
      slope([
        [0, 0],
        [1, 3],
        [2, 0],
      ]),
    ).toBeCloseTo(0)
  })
  it('throws where all stand at one place', () => {
    expect(() =>
      slope([
        [1, 1],
        [1, 2],
      ]),
    ).toThrow(RangeError)
  })
})

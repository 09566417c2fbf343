import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extentOf, groupBy } from '@/lib/derive/arrays'
import { lowerBound } from '@/lib/schema/plain-values'

describe('groupBy', () => {
  it('keeps the order of the keys and of the items, as they first appear', () => {
    const groups = groupBy(['bat', 'ant', 'bee', 'ape', 'cat'], (word) => word.slice(0, 1))
    expect([...groups]).toEqual([
      ['b', ['bat', 'bee']],
      ['a', ['ant', 'ape']],
      ['c', ['cat']],
    ])
  })

  it('has no group of nothing, and one for no key at all', () => {
    expect(groupBy([], () => 1).size).toBe(0)
    expect([...groupBy([1, 2], () => undefined)]).toEqual([[undefined, [1, 2]]])
  })

  it('groups as one by one would, and does not touch the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 5 }), (numbers, by) => {
        const before = [...numbers]
        const groups = groupBy(numbers, (number) => number % by)
        const own = new Map<number, number[]>()
        for (const number of before) own.set(number % by, [...(own.get(number % by) ?? []), number])
        expect([...groups]).toEqual([...own])
        expect(numbers).toEqual(before)
      }),
    )
  })
})

describe('lowerBound', () => {
  it('is where something would be put into a sorted list, before what is equal to it', () => {
    const sorted = [1, 3, 3, 7]
    const place = (value: number) => lowerBound(sorted.length, (index) => (sorted[index] ?? 0) < value)
    expect([0, 1, 2, 3, 5, 7, 9].map(place)).toEqual([0, 0, 1, 1, 3, 3, 4])
    expect(lowerBound(0, () => true)).toBe(0)
  })

  it('is as many as come before, of any list, and asks for none that is not in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: -1, max: 31 }), (numbers, value) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        const asked: number[] = []
        const found = lowerBound(sorted.length, (index) => {
          asked.push(index)
          return (sorted[index] ?? Number.NaN) < value
        })
        expect(found).toBe(sorted.filter((each) => each < value).length)
        expect(asked.every((index) => index >= 0 && index < sorted.length)).toBe(true)
      }),
    )
  })
})

describe('extentOf', () => {
  it('is the least and the largest, in any order, and of none begins after it ends', () => {
    expect(extentOf([3, -2, 8, 1])).toEqual([-2, 8])
    expect(extentOf([4])).toEqual([4, 4])
    const [low, high] = extentOf([])
    expect(low).toBeGreaterThan(high)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupBy } from '@/lib/derive/arrays'

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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, countBelow, furthestApart } from '@/lib/derive/furthest-apart'

const from = fc.oneof({ weight: 8, arbitrary: fc.nat({ max: 30 }) }, fc.constant(Number.NEGATIVE_INFINITY))
const lasts = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) }, fc.constant(Number.POSITIVE_INFINITY))
const anyAnswer = fc
  .record({
    by: fc.constantFrom('a', 'b', 'c'),
    from,
    lasts,
    low: fc.integer({ min: -20, max: 20 }),
    more: fc.nat({ max: 9 }),
  })
  .map(({ by, from: start, lasts: days, low, more }): Answer => {
    const to = start === Number.NEGATIVE_INFINITY && days !== Number.POSITIVE_INFINITY ? days : start + days
    return { by, from: start, to: Number.isNaN(to) ? Number.POSITIVE_INFINITY : to, low, high: low + more }
  })

describe('the two answers furthest apart', () => {
  it('are those that every pair looked at gives, of different makers and overlapping days', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 60 }), (answers) => {
        const mayDisagree = (one: Answer, other: Answer) =>
          one.by !== other.by && one.from < other.to && other.from < one.to
        const apart = answers.flatMap((one) =>
          answers.filter((other) => mayDisagree(one, other)).map(({ high }) => high - one.low),
        )
        const furthest = Math.max(0, ...apart)
        const found = furthestApart(answers)
        if (furthest === 0) expect(found).toBeNull()
        else {
          const [low, high] = found ?? []
          expect(low !== undefined && high !== undefined && mayDisagree(low, high)).toBe(true)
          expect((high?.high ?? 0) - (low?.low ?? 0)).toBe(furthest)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('are none of no answers, or of one maker’s', () => {
    const one: Answer = { by: 'a', from: 0, to: 1, low: 1, high: 2 }
    expect(furthestApart([])).toBeNull()
    expect(furthestApart([one, { ...one, low: 9, high: 9 }])).toBeNull()
  })
})

describe('countBelow', () => {
  it('counts the numbers below a limit, and with `orAt` those at it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: -1, max: 10 }), (numbers, limit) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        expect(countBelow(sorted, limit)).toBe(numbers.filter((number) => number < limit).length)
        expect(countBelow(sorted, limit, true)).toBe(numbers.filter((number) => number <= limit).length)
      }),
    )
    const open = [Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]
    expect([countBelow(open, Number.NEGATIVE_INFINITY), countBelow(open, Number.POSITIVE_INFINITY)]).toEqual([0, 2])
  })
})

import { describe, expect, it } from 'vitest'
import { inferMeasure } from '@/lib/derive/figure-words'

describe('what answers measure, by their unit', () => {
  it.each([
    ['magnitude', 'magnitude'],
    ['Magnitude (Mw)', 'magnitude'],
    ['%', 'share'],
    ['per cent', 'share'],
    ['percent', 'share'],
    ['km²', 'area'],
    ['ha', 'area'],
    ['acres', 'area'],
    ['people a day', 'rate'],
    ['barrels per week', 'rate'],
    ['km', 'length'],
    ['m', 'length'],
    ['nautical miles', 'length'],
    ['feet', 'length'],
    // A unit that only begins as one of these does is another.
    ['miles of pipe', 'count'],
    ['men', 'count'],
    ['% of men', 'count'],
    ['people', 'count'],
    ['US presidents', 'count'],
    ['', 'count'],
    [undefined, 'count'],
  ])('%s: %s', (unit, measure) => {
    expect(inferMeasure(unit)).toBe(measure)
  })

  it('is never a vote: that only the case can say', () => {
    for (const unit of ['votes', 'states', 'members for']) expect(inferMeasure(unit)).toBe('count')
  })
})

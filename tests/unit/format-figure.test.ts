import { describe, expect, it } from 'vitest'
import { formatFigure, formatMeasuredArea } from '@/lib/client/format-figure'
import { figureEnds, isUnproven } from '@/lib/derive/figure-words'

describe('formatFigure', () => {
  it('groups thousands and keeps the unit apart', () => {
    expect(formatFigure({ value: 220_000, unit: 'people' }, 'en')).toEqual({ numeral: '220,000', unit: 'people' })
  })
  it('writes a range with both ends', () => {
    expect(formatFigure({ range: [160_000, 190_000], unit: 'people' }, 'en').numeral).toBe('160,000–190,000')
  })
  it('does not round', () => {
    expect(formatFigure({ value: 2.3, unit: 'magnitude' }, 'en').numeral).toBe('2.3')
    expect(formatFigure({ value: 0.12345, unit: '' }, 'en').numeral).toBe('0.12345')
  })
  it('sets a per cent sign against its number', () => {
    expect(formatFigure({ value: 30, unit: '%' }, 'en')).toEqual({ numeral: '30%', unit: '' })
  })
})

describe('figureEnds and isUnproven', () => {
  it('takes a value as a range of no width', () => {
    expect(figureEnds({ value: 5 })).toEqual([5, 5])
    expect(figureEnds({ range: [1, 2] })).toEqual([1, 2])
  })
  it('draws only what someone merely says in outline', () => {
    expect(
      ['official', 'claimed', 'unverified', 'measured', 'derived'].filter((status) => isUnproven({ status } as never)),
    ).toEqual(['claimed', 'unverified'])
  })
})

it('gives a measured area three significant digits', () => {
  expect(formatMeasuredArea(26_108.4, 'en')).toBe('26,100')
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barEnds, scaleFigures, shareOfScale } from '@/lib/derive/figure-scale'
import { figureEnds } from '@/lib/derive/figure-words'

const value = (number: number) => ({ value: number })
const range = (low: number, high: number) => ({ range: [low, high] as [number, number] })

describe('the scale of figures', () => {
  it('goes from the lowest to the highest end, or with 0 on it', () => {
    const figures = [value(40), range(20, 60), value(25)]
    expect(scaleFigures(figures, false)).toEqual([20, 60])
    expect(scaleFigures(figures, true)).toEqual([0, 60])
    expect(scaleFigures([value(-5), value(-2)], true)).toEqual([-5, 0])
    expect(scaleFigures([value(-5), value(2)], true)).toEqual([-5, 2])
  })

  it('has an extent from 0 even where there is nothing to draw', () => {
    expect(scaleFigures([value(0), value(0)], true)).toEqual([0, 1])
    expect(scaleFigures([], true)).toEqual([0, 1])
  })

  it('has every end of its figures between 0 and 1, in their order', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    const figure = fc.oneof(
      number.map(value),
      fc.tuple(number, number).map(([a, b]) => range(Math.min(a, b), Math.max(a, b))),
    )
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), fc.boolean(), (figures, fromZero) => {
        const scale = scaleFigures(figures, fromZero)
        for (const [low, high] of figures.map(fromZero ? barEnds : figureEnds)) {
          const [from, to] = [shareOfScale(low, scale), shareOfScale(high, scale)]
          expect(0 <= from && from <= to && to <= 1).toBe(true)
        }
      }),
    )
  })
})

it('a value stands at its share of the scale, and in the middle of one without extent', () => {
  expect([20, 40, 60].map((each) => shareOfScale(each, [20, 60]))).toEqual([0, 0.5, 1])
  expect(shareOfScale(2.3, [2.3, 2.3])).toBe(0.5)
})

it('a bar goes from 0 to its value, to either side, or between the ends of a range', () => {
  expect(barEnds(value(40))).toEqual([0, 40])
  expect(barEnds(value(-4))).toEqual([-4, 0])
  expect(barEnds(range(20, 60))).toEqual([20, 60])
})

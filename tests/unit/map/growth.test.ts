import { createExpression } from '@maplibre/maplibre-gl-style-spec'
import type { ExpressionSpecification } from 'maplibre-gl'
import { describe, expect, it } from 'vitest'
import { GROWN, grownHead, grownPiece, grownWords, lineUpTo, WHOLE } from '@/lib/map/growth'

/** What an expression gives a mark that has grown so far, `along` its length; `null` for one that stands. */
function evaluate(expression: ExpressionSpecification, grown: number | null, along = 0): number {
  const made = createExpression(expression, 'line-opacity')
  if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join())
  const feature = { type: 2 as const, properties: { along } }
  return made.value.evaluate({ zoom: 4 }, feature, grown === null ? {} : { [GROWN]: grown })
}

describe('a mark that draws itself', () => {
  it('is there up to where it has come', () => {
    expect(evaluate(grownPiece, 0.5, 0.2)).toBe(1)
    expect(evaluate(grownPiece, 0.5, 0.9)).toBe(0)
    expect(evaluate(grownPiece, 0, 0)).toBe(0)
    expect(evaluate(grownPiece, 1, 1)).toBe(1)
  })

  it('has its head when it is there, and its words after that', () => {
    expect([0.5, 1].map((grown) => evaluate(grownHead, grown))).toEqual([0, 1])
    expect([1, WHOLE].map((grown) => evaluate(grownWords, grown))).toEqual([0, 1])
  })

  it('is drawn as ever where nothing is said of it', () => {
    for (const expression of [grownPiece, grownHead, grownWords]) expect(evaluate(expression, null, 1)).toBe(1)
  })
})

describe('a line that becomes longer', () => {
  const line = [
    [0, 0],
    [2, 0],
    [2, 2],
  ]
  it('reaches as far along its corners as it has come', () => {
    expect(lineUpTo(line, 0.25)).toEqual([
      [0, 0],
      [1, 0],
    ])
    expect(lineUpTo(line, 0.75)).toEqual([
      [0, 0],
      [2, 0],
      [2, 1],
    ])
    expect(lineUpTo(line, 1).at(-1)).toEqual([2, 2])
  })

  it('has two positions when nothing of it is there', () => {
    expect(lineUpTo(line, 0)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })
})

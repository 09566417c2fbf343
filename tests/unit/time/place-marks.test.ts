import { describe, expect, it } from 'vitest'
import { placeMarks, shortfall, type Unplaced } from '@/lib/derive/place-marks'
import type { MeasureText } from '@/lib/derive/text-width'

/** Each letter ten px, a strong one twelve. */
const measure: MeasureText = (text, strong) => text.length * (strong ? 12 : 10)

const mark = (label: string, x0: number, x1: number, more: Partial<Unplaced> = {}): Unplaced => ({
  ...{ label, x0, x1, shape: 'bar', rank: 0, strong: false, within: { x0: 0, x1: 600 } },
  ...more,
})
const wide = (label: string, x0: number, x1: number, more: Partial<Unplaced> = {}) =>
  mark(label, x0, x1, { shape: 'band', ...more })

const place = (marks: Unplaced[], rows = 1) => placeMarks(marks, rows, measure)

/** Where each has its row, and on which side of it its words are, if anywhere. */
function told(marks: Unplaced[], rows = 1) {
  return place(marks, rows).map(({ row, words, crowded }, index) => {
    const side =
      words === null ? 'none' : words.anchor === 'end' ? 'left' : words.x < (marks[index]?.x1 ?? 0) ? 'in' : 'right'
    return crowded ? 'crowded' : `${side} ${row}`
  })
}

describe('the words of a mark', () => {
  it('are its label as it is, beside it or within it, and never on its edge', () => {
    const [right, left, inside] = place(
      [mark('abc', 100, 110, { strong: true }), mark('abcd', 580, 590), wide('ab', 200, 260)],
      2,
    )
    expect(right?.words).toEqual({ lead: '', text: 'abc', x: 115, anchor: 'start', strong: true })
    expect(left?.words).toEqual({ lead: '', text: 'abcd', x: 575, anchor: 'end', strong: false })
    expect(inside?.words).toEqual({ lead: '', text: 'ab', x: 206, anchor: 'start', strong: false })
  })

  it('are within a wide mark only where they fit with some px at both ends', () => {
    expect(told([wide('abc', 100, 142)])).toEqual(['in 0'])
    expect(told([wide('abc', 100, 141)])).toEqual(['right 0'])
    expect(told([wide('abc', 100, 142, { strong: true })])).toEqual(['right 0'])
    expect(told([mark('abc', 100, 200)]), 'a bar has no room inside').toEqual(['right 0'])
  })

  it('stand on the left where the piece of the axis ends on the right, and nowhere where both sides lack room', () => {
    const within = { x0: 100, x1: 200 }
    expect(told([mark('abc', 150, 165, { within })])).toEqual(['right 0'])
    expect(told([mark('abc', 150, 166, { within })])).toEqual(['left 0'])
    expect(told([mark('abcd', 145, 166, { within })])).toEqual(['left 0'])
    expect(told([mark('abcd', 144, 166, { within })])).toEqual(['none 0'])
  })

  it('are none of a mark without a label, which still has its row', () => {
    expect(told([mark('', 100, 110), wide('', 200, 300)])).toEqual(['none 0', 'none 0'])
  })

  it('go to the other side, a row further down or away where something else stands', () => {
    const first = mark('abc', 204, 214, { rank: -1 })
    const [near, between] = [mark('abc', 185, 195), mark('abc', 251, 261)]
    expect(told([first, near])).toEqual(['right 0', 'left 0'])
    expect(told([first, mark('abcd', 251, 261)], 2)).toEqual(['right 0', 'right 1'])
    const after = mark('abc', 270, 280, { rank: -1 })
    expect(told([first, after, mark('abc', 255, 265)])).toEqual(['right 0', 'right 0', 'none 0'])
    expect(told([first, between])).toEqual(['right 0', 'crowded'])
  })

  it('are three px from the next mark and its words', () => {
    expect(told([mark('abc', 100, 110), mark('', 149, 159, { rank: 1 })])).toEqual(['right 0', 'none 0'])
    expect(told([mark('abc', 100, 110), mark('', 148, 158, { rank: 1 })])).toEqual(['right 0', 'crowded'])
    expect(told([mark('abc', 100, 110), mark('', 87, 97, { rank: 1 })])).toEqual(['right 0', 'none 0'])
    expect(told([mark('abc', 100, 110), mark('', 88, 98, { rank: 1 })])).toEqual(['right 0', 'crowded'])
  })
})

describe('of marks that lack room', () => {
  it('those of the larger rank give way, then the narrower, then the later', () => {
    const crowd = (one: Partial<Unplaced>, other: Partial<Unplaced>) =>
      told([mark('abc', 100, 110, one), mark('abc', 105, 115, other)])
    expect(crowd({ rank: 2 }, { rank: 1 })).toEqual(['crowded', 'right 0'])
    expect(crowd({ rank: 1 }, { rank: 2 })).toEqual(['right 0', 'crowded'])
    expect(crowd({}, { x1: 116 })).toEqual(['crowded', 'right 0'])
    expect(crowd({ x1: 111 }, {})).toEqual(['right 0', 'crowded'])
    expect(told([mark('abc', 105, 115), mark('abc', 100, 110)])).toEqual(['crowded', 'right 0'])
  })

  it('those without words keep a row alone while one is free, and then lie in the last one', () => {
    const alike = Array.from({ length: 4 }, () => mark('', 100, 110))
    expect(place(alike, 3)).toEqual([
      { row: 0, words: null, crowded: false },
      { row: 1, words: null, crowded: false },
      { row: 2, words: null, crowded: false },
      { row: 2, words: null, crowded: true },
    ])
  })
})

describe('wide marks and small ones', () => {
  const bands = (count: number) => Array.from({ length: count }, () => wide('abc', 100, 200))

  it('share one row by their rank', () => {
    expect(told([wide('abc', 100, 200, { rank: 1 }), mark('abc', 150, 160)])).toEqual(['crowded', 'right 0'])
    expect(told([wide('abc', 100, 200), mark('abc', 150, 160, { rank: 1 })])).toEqual(['in 0', 'crowded'])
  })

  it('do not cover each other in two: the wide one is below, whatever its rank', () => {
    expect(told([wide('abc', 100, 200, { rank: 1 }), mark('abc', 150, 160)], 2)).toEqual(['in 1', 'right 0'])
    expect(told([wide('abc', 100, 200), mark('abc', 150, 160, { rank: 1 })], 2)).toEqual(['in 1', 'right 0'])
  })

  it('have a half of the rows each, and what the others leave', () => {
    expect(told(bands(4), 4), 'where nothing is small').toEqual(['in 3', 'in 2', 'in 1', 'in 0'])
    const small = mark('abc', 150, 160)
    expect(told([...bands(3), small], 4)).toEqual(['in 3', 'in 2', 'in 1', 'right 0'])
    expect(told([...bands(2), small], 3)).toEqual(['in 2', 'in 1', 'right 0'])
    expect(told([...bands(3), small, { ...small }], 4)).toEqual(['in 3', 'in 2', 'crowded', 'right 0', 'right 1'])
  })
})

describe('what a lane lacks', () => {
  it('is words that gave way and, three times worse, rows', () => {
    const found = place([mark('abc', 100, 110), mark('abc', 114, 124, { rank: 1 }), mark('abc', 160, 170)])
    expect(shortfall(found.slice(0, 1))).toBe(0)
    expect(shortfall(place([mark('', 100, 110)]))).toBe(1)
    expect(shortfall(found)).toBe(4)
    expect(shortfall([])).toBe(0)
  })
})

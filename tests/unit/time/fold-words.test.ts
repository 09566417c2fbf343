import { describe, expect, it } from 'vitest'
import { foldWidth, foldWords } from '@/lib/derive/fold-words'
import type { FoldRoom } from '@/lib/derive/plan-axis'
import { textWidth } from '@/lib/derive/text-width'
import type { TimeItem } from '@/lib/derive/time-mark'
import { axisOf, item } from './time-kit'

const ROW = 17

/** Something of some day of the year before the period, or of the year after it. */
const early = (id: string, month: number, more: Partial<TimeItem> = {}) =>
  item(id, `2029-${String(month).padStart(2, '0')}-05`, more)
const late = (id: string, month: number, more: Partial<TimeItem> = {}) =>
  item(id, `2031-${String(month).padStart(2, '0')}-05`, more)

interface Lane {
  before?: TimeItem[]
  after?: TimeItem[]
}

/** Folds of lanes of so many rows, one under the other. */
function fold(lanes: Lane[], rows: number[], room: Partial<FoldRoom> = {}) {
  const folded = lanes.map(({ before = [], after = [] }) => ({ before, after }))
  const all = folded.flatMap(({ before, after }) => [...before, ...after])
  const axis = axisOf([...all, item('whole', '2030-03-01/2030-03-12')], 900, room)
  let top = 24
  const places = rows.map((count) => {
    const place = { top, height: count * ROW }
    top += place.height + 4
    return place
  })
  const words = foldWords(folded, places, axis, (count) => `+ ${count}`)
  const named = words.marks.flatMap(({ ids }) => ids)
  return { ...words, named, axis, places }
}

describe('the records that a fold names', () => {
  it('are one a row of their lane, and the others are counted', () => {
    const { named, more } = fold([{ before: [early('a', 1), early('b', 2), early('c', 3)] }], [2])
    expect(named).toEqual(['a', 'b'])
    expect(more.map(({ text, side, lane }) => [text, side, lane])).toEqual([['+ 1', 'before', 0]])
  })

  it('are five of all lanes at most, those of the least rank, and of one rank the first', () => {
    const upper = [early('a', 1), early('b', 4), early('c', 5, { rank: -1 }), early('d', 2)]
    const lower = [early('e', 3, { lane: 1 }), early('f', 9, { lane: 1, rank: -2 }), early('g', 10, { lane: 1 })]
    const { named, more } = fold([{ before: upper }, { before: lower }], [6, 6])
    expect(named).toEqual(['a', 'd', 'c', 'e', 'f'])
    expect(more.map(({ lane, text }) => [lane, text])).toEqual([
      [0, '+ 1'],
      [1, '+ 1'],
    ])
  })

  it('stand in the order of their time, whatever their rank', () => {
    const { named } = fold([{ before: [early('c', 8, { rank: -3 }), early('a', 1), early('b', 4, { rank: 2 })] }], [3])
    expect(named).toEqual(['a', 'b', 'c'])
  })

  it('are each in the fold of their side, five in each of the two', () => {
    const before = [1, 2, 3, 4, 5].map((month) => early(`b${month}`, month))
    const after = [1, 2, 3, 4, 5].map((month) => late(`a${month}`, month))
    const { marks, named, more, axis } = fold([{ before, after }], [5])
    expect(named).toEqual([...before, ...after].flatMap(({ ids }) => ids))
    expect(more).toEqual([])
    for (const { reach, moment } of marks) {
      const piece = axis.pieceAt(moment.start)
      expect(reach.x0).toBeGreaterThan(piece.x0)
      expect(reach.x1).toBeLessThan(piece.x1)
    }
  })

  it('are none of a fold that is open, whose records are to scale', () => {
    const { named, more } = fold([{ before: [early('a', 1)], after: [late('b', 1)] }], [1], { open: 'before' })
    expect(named).toEqual(['b'])
    expect(more).toEqual([])
  })

  it('are all counted where a lane has no row', () => {
    const { marks, more } = fold([{ before: [early('a', 1), early('b', 2)] }], [0])
    expect(marks).toEqual([])
    expect(more).toMatchObject([{ text: '+ 2', y: 24 }])
  })
})

describe('the words of a fold', () => {
  const long = 'The opening of the bridge over the river'

  it('are a date and a name beside a sign, one row under the other from the top of the lane', () => {
    const first = early('a', 1, { when: '5 Jan', hue: 'plum', unproven: true, kind: 'figure' })
    const { marks, places } = fold([{ before: [first, early('b', 2, { when: '' })] }], [2])
    const [a, b] = marks
    expect(a).toMatchObject({
      ...{ key: 'figure a', kind: 'figure', ids: ['a'], hue: 'plum', unproven: true, lane: 0, moment: first.moment },
      ...{ shape: 'word', thin: false, soft: { start: false, end: false } },
      words: { lead: '5 Jan ', text: 'a', anchor: 'start', strong: false },
    })
    expect(b?.words).toMatchObject({ lead: '', text: 'b' })
    expect((b?.y ?? 0) - (a?.y ?? 0)).toBe(ROW)
    expect(a?.y).toBeGreaterThanOrEqual(places[0]?.top ?? 0)
    expect((b?.y ?? 0) + (b?.height ?? 0)).toBeLessThanOrEqual((places[0]?.top ?? 0) + (places[0]?.height ?? 0))
    expect(a?.words?.x).toBeGreaterThan(a?.x1 ?? 0)
  })

  it('are cut to stay within the fold, and are pointed at as far as they reach', () => {
    const { marks, axis } = fold(
      [{ before: [early('a', 1, { label: long })], after: [late('b', 1, { label: long })] }],
      [1],
    )
    expect(marks).toHaveLength(2)
    for (const { words, reach, moment, x0 } of marks) {
      const piece = axis.pieceAt(moment.start)
      expect(words?.text).toMatch(/…$/)
      expect(x0).toBe(piece.x0 + 7)
      expect(reach.x0).toBe(x0)
      expect(reach.x1).toBeLessThanOrEqual(piece.x1 - 7)
      expect(reach.x1).toBeCloseTo((words?.x ?? 0) + textWidth(`${words?.lead}${words?.text}`, 11.5))
    }
  })

  it('leave the last row room for the number of those left out, and only that one', () => {
    const before = [1, 2, 3].map((month) => early(`e${month}`, month, { label: long }))
    const { marks, more, axis } = fold([{ before }], [2])
    const [first, last] = marks
    const [number] = more
    expect(number?.x).toBe((axis.pieces[0]?.x1 ?? 0) - 7)
    expect(number?.y).toBe((last?.y ?? 0) - 4)
    const numberStart = (number?.x ?? 0) - textWidth('+ 1', 11.5)
    expect(last?.reach.x1).toBeLessThanOrEqual(numberStart - 6)
    expect(first?.reach.x1).toBeGreaterThan(numberStart)
  })

  it('are the name without its date where the fold is too narrow for that', () => {
    const before = [1, 2].map((month) => early(`e${month}`, month, { label: long, when: '12 September 2029' }))
    const { marks, axis } = fold([{ before }], [1], { before: 90 })
    expect(marks[0]?.words).toMatchObject({ lead: '', text: expect.stringMatching(/^The.*…$/) })
    expect(marks[0]?.reach.x1).toBeLessThanOrEqual((axis.pieces[0]?.x1 ?? 0) - 7)
  })

  it('have all of a row where nothing is left out', () => {
    const before = [early('a', 1, { label: long }), early('b', 2, { label: long })]
    const [first, last] = fold([{ before }], [2]).marks
    expect(last?.words?.text).toBe(first?.words?.text)
  })

  it('are whole in a fold as wide as it asks for, and in none that is narrower', () => {
    const before = [early('a', 1, { label: 'A name of some length' }), early('b', 2, { label: 'Short' })]
    const asked = foldWidth(before)
    const texts = (width: number) => fold([{ before }], [2], { before: width }).marks.map(({ words }) => words?.text)
    expect(texts(asked)).toEqual(['A name of some length', 'Short'])
    expect(texts(asked - 2)).toEqual([expect.stringMatching(/…$/), 'Short'])
    expect(foldWidth([])).toBeLessThan(asked)
  })
})

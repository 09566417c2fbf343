import { describe, expect, it } from 'vitest'
import { layOutStatements } from '@/lib/derive/lay-out-statements'
import { textWidth } from '@/lib/derive/text-width'
import type { TimeItem, TimeMark } from '@/lib/derive/time-mark'
import { axisOf, item } from './time-kit'

const row = { top: 150, height: 22 }
const DAY = '2030-03-06'

const said = (id: string, date = DAY, more: Partial<TimeItem> = {}) =>
  item(id, date, { kind: 'quotation', label: '', ...more })
const many = (count: number, date = DAY, more: Partial<TimeItem> = {}) =>
  Array.from({ length: count }, (_, index) => said(`${more.kind ?? 'q'}${index}`, date, more))

function layOut(items: TimeItem[], width = 900) {
  const axis = axisOf([...items, item('whole', '2030-03-01/2030-03-12')], width)
  return { axis, marks: layOutStatements(items, axis, row) }
}

const none = { x0: 0, x1: 0 }
const middleOf = ({ x0, x1 }: Pick<TimeMark, 'x0' | 'x1'>) => (x0 + x1) / 2
const noon = (axis: ReturnType<typeof axisOf>) => axis.toX(Date.parse(`${DAY}T12:00Z`))

describe('a statement', () => {
  it('is a quotation mark in the middle of its day, within the row, without words', () => {
    const first = said('a', DAY, { hue: 'plum', unproven: true, lane: 2 })
    const { marks, axis } = layOut([first])
    const [mark] = marks
    expect(mark).toMatchObject({
      ...{ key: first.key, kind: 'quotation', ids: ['a'], moment: first.moment, hue: 'plum', unproven: true, lane: 2 },
      ...{ shape: 'quote', words: null, thin: false, soft: { start: false, end: false } },
    })
    expect(middleOf(mark ?? none)).toBeCloseTo(noon(axis))
    expect(mark?.reach).toEqual({ x0: mark?.x0, x1: mark?.x1 })
    expect((mark?.x1 ?? 0) - (mark?.x0 ?? 0)).toBeCloseTo(9)
    expect(mark?.y).toBe(row.top + 5)
    expect((mark?.y ?? 0) + (mark?.height ?? 0)).toBe(row.top + row.height - 4)
  })

  it('stands beside the others of its day, as far apart as there is room for, and never beyond the day', () => {
    for (const count of [2, 5, 12]) {
      const { marks, axis } = layOut(many(count))
      expect(marks.map(({ shape }) => shape)).toEqual(Array(count).fill('quote'))
      expect((middleOf(marks[0] ?? none) + middleOf(marks.at(-1) ?? none)) / 2).toBeCloseTo(noon(axis))
      for (const [index, { x0 }] of marks.entries()) if (index > 0) expect(x0).toBeCloseTo(marks[index - 1]?.x1 ?? 0)
      expect(marks[0]?.x0).toBeGreaterThanOrEqual(axis.toX(Date.parse(DAY)) + 2 - 1e-6)
      expect(marks.at(-1)?.x1).toBeLessThanOrEqual(axis.toX(Date.parse('2030-03-07')) - 2 + 1e-6)
    }
    const [near, far] = [layOut(many(12)).marks[0], layOut(many(2)).marks[0]]
    expect((far?.x1 ?? 0) - (far?.x0 ?? 0)).toBeGreaterThan((near?.x1 ?? 0) - (near?.x0 ?? 0))
  })

  it('stands with those of its thread', () => {
    const { marks } = layOut(['a', 'b', 'c', 'd'].map((id, index) => said(id, DAY, { lane: 1 - (index % 2) })))
    expect(marks.flatMap(({ ids }) => ids)).toEqual(['b', 'd', 'a', 'c'])
  })
})

describe('statements that are too many for their day', () => {
  it('are one number of each kind, side by side around its middle, that has them all', () => {
    const { marks, axis } = layOut([...many(10), ...many(4, DAY, { kind: 'statement' })])
    const [quoted, reported] = marks
    expect(quoted).toMatchObject({ shape: 'number', kind: 'quotation', key: `quotations ${DAY}`, lane: -1 })
    expect(quoted?.ids).toEqual(many(10).flatMap(({ ids }) => ids))
    expect(quoted?.words).toMatchObject({ lead: '', text: '10', anchor: 'middle', strong: false })
    expect(reported).toMatchObject({ shape: 'number', kind: 'statement', words: { text: '4' } })
    expect(quoted?.x1).toBeCloseTo(reported?.x0 ?? 0)
    expect(quoted?.x1).toBeCloseTo(noon(axis))
    expect((quoted?.x1 ?? 0) - (quoted?.x0 ?? 0)).toBeCloseTo(textWidth('0000', 12))
    for (const { words, x0, x1 } of marks) {
      expect(words?.x).toBeGreaterThan(middleOf({ x0, x1 }))
      expect(words?.x).toBeLessThan(x1)
    }
  })

  it('stand for the whole day: nothing of them is the hour of the first, nor that it is about so', () => {
    const [first, ...others] = many(13, `${DAY}T10:00:00Z`)
    if (first === undefined) throw new Error('none')
    const hedged = { ...first, moment: { ...first.moment, approximate: true, once: true as const } }
    const { marks } = layOut([hedged, ...others, ...many(2, DAY, { kind: 'statement' })])
    const day = { start: Date.parse(DAY), end: Date.parse('2030-03-07'), date: DAY, precision: 'day', basis: 'record' }
    expect(marks.map(({ moment }) => moment)).toEqual([
      { ...day, kind: 'quotation', id: 'q0', approximate: false },
      { ...day, kind: 'statement', id: 'statement0', approximate: false },
    ])
  })

  it('have the colour of their thread where they are all of one, and none otherwise', () => {
    const hueOf = (items: TimeItem[]) => layOut(items).marks.map(({ hue }) => hue)
    expect(hueOf(many(13, DAY, { hue: 'plum' }))).toEqual(['plum'])
    expect(hueOf([...many(12, DAY, { hue: 'plum' }), said('other', DAY, { hue: 'azure' })])).toEqual(['slate'])
  })

  it('are fewer where days are narrow, and within the same px', () => {
    // 20 px a day have 16 for quotation marks, of which each needs 4.5.
    const shapes = (count: number) => layOut(many(count), 240).marks.map(({ shape }) => shape)
    expect(shapes(3)).toEqual(['quote', 'quote', 'quote'])
    expect(shapes(4)).toEqual(['number'])
    const { marks, axis } = layOut([...many(3), ...many(3, DAY, { kind: 'statement' })], 240)
    expect(marks[0]?.x0).toBeCloseTo(axis.toX(Date.parse(DAY)) + 2)
    expect(marks[1]?.x1).toBeCloseTo(axis.toX(Date.parse('2030-03-07')) - 2)
  })

  it('are of weeks where a day is narrower than a mark', () => {
    const days = ['2030-03-05', '2030-03-06', '2030-03-11']
    const dates = (width: number) =>
      layOut(
        days.flatMap((day) => many(13, day)),
        width,
      ).marks.map(({ moment, ids }) => [moment.date, ids.length])
    expect(dates(16 * 12)).toEqual(days.map((day) => [day, 13]))
    expect(dates(15 * 12)).toEqual([
      ['2030-03-04/2030-03-10', 26],
      ['2030-03-11/2030-03-17', 13],
    ])
  })
})

describe('statements of a fold', () => {
  it('are beside each other at its left, whatever their days', () => {
    const { marks, axis } = layOut([said('a', '2029-02-03'), said('b', '2026-05-06'), said('c')])
    expect(marks.map(({ ids, shape }) => [ids[0], shape])).toEqual([
      ['a', 'quote'],
      ['b', 'quote'],
      ['c', 'quote'],
    ])
    const [a, b] = marks
    expect(a?.x0).toBeCloseTo((axis.pieces[0]?.x0 ?? 0) + 8)
    expect(a?.x1).toBeCloseTo(b?.x0 ?? 0)
    expect((b?.x1 ?? 0) - (a?.x0 ?? 0)).toBeCloseTo(18)
  })

  it('are within the same px and, where they are many, a number for all of its time', () => {
    const { marks, axis } = layOut(many(12, '2030-05-06'))
    const fold = axis.pieces[1]
    expect(marks).toHaveLength(12)
    expect(marks[0]?.x0).toBeCloseTo((fold?.x0 ?? 0) + 8)
    expect(marks.at(-1)?.x1).toBeCloseTo((fold?.x0 ?? 0) + 68)
    const crowd = layOut(many(13, '2030-05-06')).marks
    expect(crowd).toHaveLength(1)
    expect(crowd[0]).toMatchObject({
      ...{ shape: 'number', key: 'quotations 2030-03-13/2030-05-06' },
      moment: { date: '2030-03-13/2030-05-06', start: Date.parse('2030-03-13'), end: Date.parse('2030-05-07') },
    })
  })
})

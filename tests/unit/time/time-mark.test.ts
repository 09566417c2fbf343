import { describe, expect, it } from 'vitest'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { extentOf, isWide, type MarkShape, shapeOf, softEnds } from '@/lib/derive/time-mark'
import { axisOf, item, moment } from './time-kit'

const axis = axisOf([item('whole', '2030-03-01/2030-03-12')])
const within = axis.core
const xOf = (date: string) => axis.toX(Date.parse(date))

describe('the shape of a mark', () => {
  it.each<[string, Partial<LinkedMoment>, MarkShape, boolean]>([
    ['2030-03-02T10:00:05Z', {}, 'dot', false],
    ['2030-03-02T10:00Z', {}, 'dot', false],
    ['2030-03-02', {}, 'bar', false],
    ['2030-03-02', { once: true }, 'bar', false],
    ['2030-03-02/2030-03-05', {}, 'pale', true],
    ['2030-03-02/2030-03-05', { once: true }, 'frame', true],
    ['2030-03', {}, 'band', true],
    ['2030-03', { once: true }, 'band', true],
    ['2030', {}, 'band', true],
    ['2030-03-02', { kind: 'figure' }, 'count', true],
  ])('of %s, %o, is a %s', (date, more, shape, wide) => {
    const marked = shapeOf(moment('a', date, more))
    expect([marked, isWide(marked)]).toEqual([shape, wide])
  })
})

describe('the ends of a mark', () => {
  const sharp = { start: false, end: false }
  const softOf = (date: string, cut = sharp) => softEnds(moment('a', date), cut)

  it.each([
    ['2030-03-05', false, false],
    ['2030-03-05~', true, true],
    ['2030-03-05~/2030-03-07', true, false],
    ['2030-03-05/2030-03-07?', false, true],
    ['../2030-03-05', true, false],
    ['2030-03-05/..', false, true],
    ['2030-03', true, true],
    ['2030', true, true],
    ['2030-03/2030-04', false, false],
  ])('of %s are soft where nobody knows them', (date, start, end) => {
    expect(softOf(date)).toEqual({ start, end })
  })

  it('are soft where the period cuts it off, and nowhere else for it', () => {
    expect(softOf('2030-03-05', { start: true, end: false })).toEqual({ start: true, end: false })
    expect(softOf('2030-03-05', { start: false, end: true })).toEqual({ start: false, end: true })
  })
})

describe('from where to where a mark is drawn', () => {
  const drawn = (date: string, shape: MarkShape = 'bar', room: { x0: number; x1: number } = within) =>
    extentOf(axis, moment('a', date), shape, room)

  it('is from its first day to its last, a px off each neighbour', () => {
    const { x0, x1 } = drawn('2030-03-03/2030-03-05')
    expect(x0).toBeCloseTo(xOf('2030-03-03') + 1)
    expect(x1).toBeCloseTo(xOf('2030-03-06') - 1)
    expect(drawn('2030-03-06').x0 - x1).toBeCloseTo(2)
  })

  it('goes on to the end of the scale where it is open', () => {
    expect(drawn('2030-03-05/..').x1).toBeCloseTo(within.x1 - 1)
    expect(drawn('2030-03-05/..').x0).toBeCloseTo(xOf('2030-03-05') + 1)
    expect(drawn('../2030-03-05').x0).toBeCloseTo(within.x0 + 1)
    expect(drawn('../2030-03-05').x1).toBeCloseTo(xOf('2030-03-06') - 1)
  })

  it('never leaves its piece of the plot', () => {
    const room = { x0: xOf('2030-03-04'), x1: xOf('2030-03-06') }
    const { x0, x1 } = drawn('2030-03-02/2030-03-10', 'pale', room)
    expect(x0).toBeCloseTo(room.x0 + 1)
    expect(x1).toBeCloseTo(room.x1 - 1)
  })

  it('is wide enough to be seen where a day is narrow', () => {
    const narrow = axisOf([item('whole', '2030-03-01/2030-03-12')], 300, { before: 0, after: 0 })
    const tiny = { ...narrow, toX: (ms: number) => narrow.toX(ms) / 100 }
    const { x0, x1 } = extentOf(tiny, moment('a', '2030-03-05'), 'bar', { x0: 0, x1: 300 })
    expect(x1 - x0).toBeCloseTo(3)
  })

  it('is around its moment where that is a dot, wherever it ends', () => {
    const at = '2030-03-05T10:00Z'
    const { x0, x1 } = drawn(at, 'dot')
    expect((x0 + x1) / 2).toBeCloseTo(xOf(at))
    expect(x1 - x0).toBeCloseTo(10)
  })
})

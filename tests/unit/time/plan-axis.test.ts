import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisTicks } from '@/lib/derive/axis-ticks'
import { partTime, planAxis, pxPerDay, type TimeAxis } from '@/lib/derive/plan-axis'
import { type TimeExtent, timeExtent } from '@/lib/derive/time-extent'
import { createCaseStore } from '@/lib/server/case-store'

const two = (value: number) => String(value).padStart(2, '0')
const day = fc
  .tuple(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`)
const date = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  day.map((text) => `${text}T11:12:13+02:00`),
)
const moments = fc.array(date, { minLength: 1, maxLength: 12 }).map((dates) => dates.map(timeExtent))
const width = fc.integer({ min: 200, max: 4000 })
const periods = fc.option(
  fc
    .tuple(day, fc.integer({ min: 1, max: 900 }))
    .map(([from, days]) => ({ start: Date.parse(from), end: Date.parse(from) + days * 86_400_000 })),
  { nil: undefined },
)
const rooms = fc.record({
  before: fc.integer({ min: 10, max: 300 }),
  after: fc.integer({ min: 10, max: 300 }),
  open: fc.constantFrom(null, 'before', 'after'),
})

const september = { start: Date.parse('2022-09-21'), end: Date.parse('2022-10-03') }
const narrow = { before: 100, after: 120, open: null }

function plan(
  extents: readonly TimeExtent[],
  px: number,
  period: { start: number; end: number } | undefined = undefined,
  room: Parameters<typeof planAxis>[2] = narrow,
): TimeAxis {
  const parts = partTime(extents, period)
  if (parts === null) throw new Error('no moments')
  return planAxis(parts, px, room)
}

describe('a time axis', () => {
  it('is whole: its pieces follow on each other in time and px, each with some of both', () => {
    fc.assert(
      fc.property(moments, width, periods, rooms, (extents, px, period, room) => {
        const { pieces } = plan(extents, px, period, room)
        for (const [index, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start)
          expect(piece.x1).toBeGreaterThan(piece.x0)
          expect(piece.start).toBe(pieces[index - 1]?.end ?? piece.start)
          expect(piece.x0).toBe(pieces[index - 1]?.x1 ?? 0)
        }
        expect(pieces.at(-1)?.x1).toBe(px)
      }),
    )
  })

  it('grows with time, and is read back as it was written', () => {
    const shares = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    fc.assert(
      fc.property(moments, width, periods, shares, (extents, px, period, pair) => {
        const axis = plan(extents, px, period)
        const [a = 0, b = 0] = pair
          .toSorted((x, y) => x - y)
          .map((share) => axis.start + share * (axis.end - axis.start))
        if (b - a > 60_000) expect(axis.toX(b)).toBeGreaterThan(axis.toX(a))
        expect(Math.abs(axis.toTime(axis.toX(a)) - a)).toBeLessThan(100)
      }),
    )
  })

  it('has every moment on it', () => {
    fc.assert(
      fc.property(moments, width, periods, (extents, px, period) => {
        const axis = plan(extents, px, period)
        for (const { start, end } of extents) {
          expect(start).toBeGreaterThanOrEqual(axis.start)
          expect(end).toBeLessThanOrEqual(axis.end)
        }
      }),
    )
  })

  it('leaves the case’s period at least six tenths of its width while the ends are folded', () => {
    fc.assert(
      fc.property(moments, width, periods, rooms, (extents, px, period, room) => {
        const { core } = plan(extents, px, period, { ...room, open: null })
        expect(core.x1 - core.x0).toBeGreaterThanOrEqual(0.6 * px - 1e-6)
      }),
    )
  })

  it('folds what lies before and after the period, and opens one of them to scale', () => {
    const extents = ['2014', '2022-09-26', '2022-10-12'].map(timeExtent)
    const kinds = (axis: TimeAxis) => axis.pieces.map(({ kind, folded }) => [kind, folded])
    expect(kinds(plan(extents, 1000, september))).toEqual([
      ['before', true],
      ['core', false],
      ['after', true],
    ])
    const open = plan(extents, 1000, september, { ...narrow, open: 'before' })
    expect(kinds(open)[0]).toEqual(['before', false])
    expect(open.core.x0).toBeGreaterThan(300)
    expect(plan(extents, 1000, september).core.x0).toBe(100)
  })

  it('has no folds where no period is known, or nothing lies in it, or nothing outside', () => {
    const kinds = (dates: string[], period: typeof september | undefined) =>
      plan(dates.map(timeExtent), 1000, period).pieces.map(({ kind }) => kind)
    expect(kinds(['2014', '2022-09-26'], undefined)).toEqual(['core'])
    expect(kinds(['2014', '2015-03'], september)).toEqual(['core'])
    expect(kinds(['2022-09-26'], september)).toEqual(['core'])
    expect(kinds(['2022-09-26', '2022-10-03'], september)).toEqual(['core', 'after'])
  })

  it('needs moments', () => {
    expect(partTime([], september)).toBeNull()
  })

  it('has the twelve days of the committed case in a line, one as wide as the other', async () => {
    const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
    const axis = plan(loaded?.linked.moments ?? [], 1000, loaded?.linked.periodWindow)
    const widthOf = (at: string) => axis.toX(Date.parse(at) + 86_400_000) - axis.toX(Date.parse(at))
    expect(widthOf('2022-09-21')).toBeCloseTo(widthOf('2022-10-02'), 6)
    expect(pxPerDay(axis.core)).toBeGreaterThan(50)
    expect(axis.pieces.map(({ kind }) => kind)).toEqual(['before', 'core', 'after'])
  })
})

describe('the ticks of an axis', () => {
  const ticks = (from: string, to: string, px: number) => axisTicks(plan([timeExtent(from), timeExtent(to)], px))

  it('are days with their weekday where there is room, with their month at its beginning', () => {
    const shown = ticks('2022-09-28', '2022-10-02', 300)
    expect(shown.map(({ parts }) => parts.join(' '))).toEqual([
      'day month',
      'weekday day',
      'weekday day',
      'day month',
      'weekday day',
    ])
    expect(shown[0]).toMatchObject({ centred: true, textX: 30 })
  })

  it('are numbers, some days, months or years as days become narrow', () => {
    const kinds = (from: string, to: string) =>
      new Set(ticks(from, to, 700).flatMap(({ parts }) => (parts.length > 0 ? parts.join(' ') : [])))
    expect(kinds('2022-09-01', '2022-09-30')).toEqual(new Set(['day']))
    expect(kinds('2022-09-01', '2022-11-30')).toEqual(new Set(['month', 'day']))
    expect(kinds('2022-01-01', '2022-12-31')).toEqual(new Set(['year', 'month']))
    expect(kinds('2022-02-01', '2023-12-31')).toEqual(new Set(['month year', 'month', 'year']))
    expect(kinds('1990-01-01', '2022-12-31')).toEqual(new Set(['year']))
  })

  it('never touch, and are no more than there is room for', () => {
    fc.assert(
      fc.property(moments, width, periods, (extents, px, period) => {
        const named = axisTicks(plan(extents, px, period)).filter(({ parts }) => parts.length > 0)
        expect(named.length).toBeLessThanOrEqual(px / 17)
        for (const [index, { x }] of named.entries())
          expect(x - (named[index - 1]?.x ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(17.9)
      }),
    )
  })
})

import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stackLanes } from '@/components/timeline/list-marks'
import { axisTicks, planAxis, type TimeAxis } from '@/lib/derive/plan-axis'
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
  // From a day to itself is no interval to EDTF.
  fc
    .tuple(day, day)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? `${a}/${b}` : `${b}/${a}`)),
)
/** Days that crowd together as well as dates that are decades apart. */
const crowd = fc.array(
  fc.integer({ min: 20, max: 28 }).map((d) => `2022-09-${d}`),
  { maxLength: 20 },
)
const moments = fc
  .tuple(fc.array(date, { minLength: 1, maxLength: 12 }), crowd)
  .map(([some, many]) => [...some, ...many].map(timeExtent))
const width = fc.integer({ min: 200, max: 4000 })

function plan(extents: readonly TimeExtent[], px: number): TimeAxis {
  const axis = planAxis(extents, px)
  if (axis === null) throw new Error('no axis')
  return axis
}

describe('a time axis', () => {
  it('is whole: its pieces follow on each other in time and px, each with some of both', () => {
    fc.assert(
      fc.property(moments, width, (extents, px) => {
        const { pieces } = plan(extents, px)
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
      fc.property(moments, width, shares, (extents, px, pair) => {
        const axis = plan(extents, px)
        const [a = 0, b = 0] = pair
          .toSorted((x, y) => x - y)
          .map((share) => axis.start + share * (axis.end - axis.start))
        if (b - a > 60_000) expect(axis.toX(b)).toBeGreaterThan(axis.toX(a))
        // A tenth of a second, in a hundred years.
        expect(Math.abs(axis.toTime(axis.toX(a)) - a)).toBeLessThan(100)
      }),
    )
  })

  it('has every moment on it, outside of every break’s inside, as wide as its extent', () => {
    fc.assert(
      fc.property(moments, width, (extents, px) => {
        const axis = plan(extents, px)
        for (const { start, end, precision } of extents) {
          expect(start).toBeGreaterThanOrEqual(axis.start)
          expect(end).toBeLessThanOrEqual(axis.end)
          const piece = axis.pieceAt(start)
          if (precision !== 'span') expect(piece.kind).not.toBe('break')
          if (end > piece.end) continue
          const scale = (piece.x1 - piece.x0) / (piece.end - piece.start)
          expect(axis.toX(end) - axis.toX(start)).toBeCloseTo((end - start) * scale, 6)
        }
      }),
    )
  })

  it('gives words to no two ticks that would touch', () => {
    fc.assert(
      fc.property(moments, width, (extents, px) => {
        const labelled = axisTicks(plan(extents, px)).filter((tick) => tick.labelled)
        for (const [index, { x }] of labelled.entries())
          expect(x - (labelled[index - 1]?.x ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(26)
      }),
    )
  })

  it('needs moments', () => {
    expect(planAxis([], 500)).toBeNull()
  })

  it('stretches the last days of September 2022 and breaks where the case has nothing', async () => {
    const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
    const axis = plan(loaded?.linked.moments ?? [], 1000)
    const named = axis.pieces.map(({ kind, start }) => `${kind} ${new Date(start).toISOString().slice(0, 10)}`)
    expect(named).toEqual([
      // 27 March 2014 is a day of its own now.
      'months 2014-01-01',
      'break 2015-01-01',
      'months 2022-01-01',
      'days 2022-08-31',
      'months 2022-09-03',
      'busy 2022-09-18',
      'days 2022-10-01',
      // What nobody dates stands at the day of the report.
      'busy 2022-10-02',
      'days 2022-10-05',
      'months 2022-10-13',
      'break 2023-01-01',
      'years 2025-01-01',
    ])
    // Of thirteen days that are as busy; spread evenly, a day of these years would have a quarter of a pixel.
    expect(axis.toX(Date.UTC(2022, 8, 27)) - axis.toX(Date.UTC(2022, 8, 26))).toBeGreaterThan(44)
  })
})

describe('lanes', () => {
  it('never have two that overlap, and are no more than overlap somewhere', () => {
    const extent = fc
      .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 300 }))
      .map(([x0, w]) => ({ x0, x1: x0 + w }))
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 40 }), (extents) => {
        const { lanes, count } = stackLanes(extents)
        for (const [i, a] of extents.entries()) {
          expect(lanes[i]).toBeLessThan(count)
          for (const [j, b] of extents.entries())
            if (i < j && lanes[i] === lanes[j]) expect(a.x1 <= b.x0 || b.x1 <= a.x0).toBe(true)
        }
        const deepest = extents.map(({ x0 }) => extents.filter((other) => other.x0 <= x0 && x0 < other.x1).length)
        expect(count).toBe(Math.max(0, ...deepest))
      }),
    )
  })
})

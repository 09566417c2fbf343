import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeDate } from '@/lib/client/format-date'
import { axisTicks } from '@/lib/derive/axis-ticks'
import { startOfDay } from '@/lib/derive/calendar'
import { citeDate, lastMoment } from '@/lib/derive/cite/citation'
import { compareDates } from '@/lib/derive/compare-dates'
import { shortDate } from '@/lib/derive/figure-words'
import { listDays } from '@/lib/derive/list-days'
import { partTime, planAxis } from '@/lib/derive/plan-axis'
import { advancePlayback, listStops, stepFrom, stepMoment, tidyWindow, windowTo } from '@/lib/derive/step-time'
import { timeExtent } from '@/lib/derive/time-extent'
import { edtfSchema, windowSchema } from '@/lib/schema/edtf-date'
import { commandSchema } from '@/lib/server/control/wire-schema'
import { readTimeWindow, writeTimeWindow } from '@/lib/url/time-window'
import { writeWindow } from '@/lib/wall/scene-view'
import { spanOf, timeAxis, timeStops, windowOf } from '@/lib/wall/time-stops'
import { moment } from './time-kit'

const two = (number: number) => String(number).padStart(2, '0')
const year = fc
  .oneof(
    fc.constantFrom(-9999, -100, -99, -44, -43, -1, 0, 1, 4, 99, 100, 999, 1582, 1799, 1800, 2200, 9999),
    fc.integer({ min: -9999, max: 9999 }),
  )
  .map((number) => `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`)
const long = fc
  .tuple(fc.constantFrom('Y', 'Y-'), fc.integer({ min: 10_000, max: 250_000 }))
  .map((parts) => parts.join(''))
const month = fc.integer({ min: 1, max: 12 }).map(two)
const day = fc.tuple(year, month, fc.integer({ min: 1, max: 28 }).map(two)).map((parts) => parts.join('-'))
const clock = fc
  .tuple(day, fc.constantFrom('T00:00', 'T23:59:59', 'T12:30'), fc.constantFrom('Z', '+05:30', '-11:00'))
  .map((parts) => parts.join(''))
/** A century, a decade, and months and days of which a digit is open. */
const unspecified = fc.tuple(year, fc.constantFrom('XX', 'X')).map(([text, open]) => text.slice(0, -open.length) + open)
const openDays = fc
  .tuple(year, fc.constantFrom('-XX', '-1X', '-XX-XX', '-02-1X', '-XX-12', '-0X-05'))
  .map((parts) => parts.join(''))
const hedge = fc.constantFrom('', '~', '?', '%')
const dated = fc.oneof(
  year,
  fc.tuple(year, month).map((parts) => parts.join('-')),
  day,
  unspecified,
  openDays,
)
const point = fc.oneof(
  // The parser takes no hedge behind an open month.
  fc.tuple(dated, hedge).map(([text, sign]) => (text.includes('X-') || text.endsWith('X') ? text : text + sign)),
  clock,
  long,
  fc.constantFrom('18', '-05', '201', '1950S2'),
)
const start = (text: string) => timeExtent(text).start
const interval = fc.tuple(point, point).map((ends) => ends.toSorted((a, b) => start(a) - start(b)).join('/'))
const open = fc.tuple(point, fc.boolean()).map(([text, atStart]) => (atStart ? `../${text}` : `${text}/..`))
const date = fc.oneof(point, point, interval, open)
const some = fc.array(date, { minLength: 1, maxLength: 9 })

describe('every date that a case may have', () => {
  it('is accepted, has a beginning and an end, and words that are not its code', () => {
    fc.assert(
      fc.property(date, (text) => {
        expect(edtfSchema.safeParse(text).success, text).toBe(true)
        const extent = timeExtent(text)
        expect(extent.end - extent.start, text).toBeGreaterThanOrEqual(1000)
        const phrase = describeDate(text, 'en')
        const words = phrase.kind === 'point' ? phrase.text : `${phrase.start?.text ?? ''} ${phrase.end?.text ?? ''}`
        for (const written of [words, shortDate(text)]) {
          expect(written, text).not.toMatch(/X|Y\d|Y-|NaN|undefined|Invalid/)
          expect(written, text).not.toMatch(/(^| )-|\b0\d{3}\b/)
        }
        const cited = citeDate(text)
        expect(cited.literal !== undefined || cited['date-parts'] !== undefined, text).toBe(true)
        expect(lastMoment(text) ?? '2022-01-01T00:00:00Z', text).toMatch(/^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      }),
      { numRuns: 500 },
    )
  })

  it('stands in the order of its time', () => {
    const plain = fc.oneof(day, year, clock, long)
    fc.assert(
      fc.property(fc.array(plain, { minLength: 2, maxLength: 9 }), (dates) => {
        const sorted = dates.toSorted(compareDates)
        // A day may stand after the hours of it, and no further.
        for (const [index, text] of sorted.slice(1).entries())
          expect(startOfDay(start(sorted[index] ?? text)), `${sorted[index]} ${text}`).toBeLessThanOrEqual(start(text))
      }),
    )
  })

  it('has its place on the axis, whose ticks go on and have room', () => {
    fc.assert(
      fc.property(
        some,
        fc.option(date, { nil: undefined }),
        fc.integer({ min: 200, max: 3000 }),
        (dates, of, width) => {
          const moments = dates.map((text, index) => moment(`e${index}`, text))
          const parts = partTime(moments, of === undefined ? undefined : timeExtent(of))
          if (parts === null) throw new Error('no time')
          const axis = planAxis(parts, width, { before: 100, after: 100, open: null })
          for (const each of moments) {
            expect(axis.toX(each.start)).toBeGreaterThanOrEqual(0)
            expect(axis.toX(each.end)).toBeLessThanOrEqual(width)
          }
          const named = axisTicks(axis).filter(({ parts: words }) => words.length > 0)
          for (const [index, tick] of named.entries())
            expect(tick.x - (named[index - 1]?.x ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(17.9)
          expect(advancePlayback(axis, axis.start, 3)).toBeGreaterThan(axis.start)
          expect(stepMoment(axis, axis.start, 'day', 1)).toBeGreaterThan(axis.start)
        },
      ),
    )
  })

  it('can be stepped to: the window that a step makes is read from the address that it writes', () => {
    fc.assert(
      fc.property(some, (dates) => {
        const moments = dates.map((text, index) => moment(`e${index}`, text))
        const parts = partTime(moments, undefined)
        if (parts === null) throw new Error('no time')
        const axis = planAxis(parts, 900, { before: 100, after: 100, open: null })
        const windows = [
          ...listStops(moments).map((stop) => windowTo(axis, null, stop)),
          ...moments.map((each) => tidyWindow(axis, each)),
          parts,
        ]
        for (const window of windows) {
          if (window === null) continue
          const { start: from, end } = window
          expect(readTimeWindow(writeTimeWindow({ start: from, end })), dates.join(' ')).toEqual({ start: from, end })
        }
        expect(stepFrom(listStops(moments), null, 1)).toBeDefined()
      }),
    )
  })

  it('is listed under its day, month or year', () => {
    fc.assert(
      fc.property(some, (dates) => {
        const moments = dates
          .map((text, index) => moment(`e${index}`, text))
          .toSorted((a, b) => a.start - b.start || b.end - a.end)
        const { days } = listDays(moments)
        expect(days.flatMap((listed) => listed.moments)).toHaveLength(dates.length)
        for (const listed of days)
          for (const each of listed.moments) {
            expect(each.start, listed.date).toBeGreaterThanOrEqual(listed.start)
            expect(each.start, listed.date).toBeLessThan(listed.end)
            expect(timeExtent(listed.date), listed.date).toMatchObject({ start: listed.start, end: listed.end })
          }
      }),
    )
  })

  it('moves a wall from a phone, and can be the window of a scene that the tour keeps', () => {
    fc.assert(
      fc.property(some, (dates) => {
        const moments = dates.map((text, index) => moment(`e${index}`, text))
        const stops = timeStops(moments)
        const window = windowOf({ from: 0, to: stops.length - 1 }, stops)
        if (window === null) throw new Error('no stops')
        const sent = commandSchema.parse({ kind: 'time', window })
        expect(sent).toEqual({ kind: 'time', window })
        expect(spanOf(window, stops)).toEqual({ from: 0, to: stops.length - 1 })
        const written = writeWindow(window)
        expect(windowSchema.safeParse(written).success, written).toBe(true)
        expect(start(written)).toBeLessThanOrEqual(window.start)
        const axis = timeAxis(window, null, moments)
        expect([axis.from, axis.to]).toEqual([0, 1])
      }),
    )
  })
})

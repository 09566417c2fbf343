import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeDays } from '@/lib/derive/calendar'
import type { LinkedCase, LinkedMoment, LinkedPlace } from '@/lib/derive/linked-case'
import { isOutside, marksOf, ringsOutside } from '@/lib/derive/marks-in-time'
import { timeExtent } from '@/lib/derive/time-extent'
import { sceneTime, shownTime, writeWindow } from '@/lib/wall/scene-view'
import { spanOf, stepToEvent, timeAxis, timeStops, titlesOfDay, windowOf } from '@/lib/wall/time-stops'

const DAY_MS = 86_400_000
const day = (text: string) => Date.parse(`${text}T00:00:00Z`)
const timeWindow = { start: day('2022-09-26'), end: day('2022-10-01') }
const playing = { time: { window: '2022-09-26/2022-09-30', play: true as const }, timeWindow }
const standing = { time: { window: '2022-09-26/2022-09-30' }, timeWindow }

const windows = fc
  .tuple(fc.integer({ min: -5e9, max: 7e9 }), fc.integer({ min: 1, max: 4e8 }))
  .map(([start, length]) => ({ start: start * 1000, end: (start + length) * 1000 }))

describe('the time of a scene', () => {
  it('is all of it where the scene says nothing, and its own window where it does not play', () => {
    expect(sceneTime({}, 5000, 20_000)).toBeNull()
    expect(sceneTime(standing, 0, 20_000)).toEqual(timeWindow)
    expect(sceneTime({ timeWindow }, 0, 20_000)).toEqual(timeWindow)
  })

  it('opens from its first second to the whole, and never closes', () => {
    expect(sceneTime(playing, 0, 20_000)).toEqual({ start: timeWindow.start, end: timeWindow.start + 1000 })
    expect(sceneTime(playing, 6000, 20_000)).toEqual({ start: timeWindow.start, end: timeWindow.start + 2.5 * DAY_MS })
    expect(sceneTime(playing, 12_000, 20_000)).toEqual(timeWindow)
    expect(sceneTime(playing, 20_000, 20_000)).toEqual(timeWindow)
    const elapsed = fc.integer({ min: -1000, max: 60_000 })
    fc.assert(
      fc.property(windows, elapsed, elapsed, (window, a, b) => {
        const at = (ms: number) => sceneTime({ ...playing, timeWindow: window }, ms, 20_000)?.end ?? Number.NaN
        const [early, late] = [at(Math.min(a, b)), at(Math.max(a, b))]
        expect(early).toBeGreaterThan(window.start)
        expect(late).toBeGreaterThanOrEqual(early)
        expect(late).toBeLessThanOrEqual(window.end)
      }),
    )
  })

  it('is all that it would play through where the scene does not stay', () => {
    expect(sceneTime(playing, 0, 0)).toEqual(timeWindow)
  })

  it('goes on with the clock while nobody holds the wall', () => {
    const state = { time: null, playedMs: null, since: 1000 }
    expect(shownTime(state, playing, 20_000, 7000)).toEqual(sceneTime(playing, 6000, 20_000))
    expect(shownTime(state, null, 20_000, 7000)).toBeNull()
  })

  it('stands still where the wall is held, and gives way to what someone looks at', () => {
    const state = { time: null, playedMs: 6000, since: 0 }
    expect(shownTime(state, playing, 20_000, 7000)).toEqual(sceneTime(playing, 6000, 20_000))
    expect(shownTime(state, playing, 20_000, 7000)).toEqual(shownTime(state, playing, 20_000, 500_000))
    const looked = { start: 0, end: 1000 }
    expect(shownTime({ ...state, time: looked }, playing, 20_000, 7000)).toBe(looked)
  })

  it('is written as a date that means the same', () => {
    expect(writeWindow(timeWindow)).toBe('2022-09-26/2022-09-30')
    expect(writeWindow({ start: day('2022-09-26'), end: day('2022-09-27') })).toBe('2022-09-26')
    expect(writeWindow({ start: day('2022-09-26'), end: day('2022-09-26') + 3_600_000 })).toBe(
      '2022-09-26T00:00:00Z/2022-09-26T00:59:59Z',
    )
    expect(writeWindow({ start: day('2022-09-26') + 82_800_000, end: day('2022-09-27') })).toBe(
      '2022-09-26T23:00:00Z/2022-09-26T23:59:59Z',
    )
    fc.assert(
      fc.property(windows, (window) => {
        for (const each of [window, wholeDays(window)]) expect(timeExtent(writeWindow(each))).toMatchObject(each)
      }),
    )
  })
})

describe('what a window of time has nothing of', () => {
  const queue = { id: 'queue', from: day('2022-09-25'), to: day('2022-09-28') }
  const places = [{ id: 'claimed', from: day('2022-09-30') }, { id: 'city' }, queue]
  const outside = (start: number, end: number) =>
    places.filter((place) => isOutside(place, { start, end })).map(({ id }) => id)

  it('is a place before it began, and never one of which nobody says when', () => {
    expect(outside(0, day('2022-09-25'))).toEqual(['claimed', 'queue'])
    expect(outside(0, day('2022-09-25') + 1000)).toEqual(['claimed'])
    expect(outside(0, day('2022-09-30'))).toEqual(['claimed'])
    expect(outside(0, day('2022-09-30') + 1000)).toEqual([])
  })

  it('is a place once it has ended, to the second', () => {
    expect(outside(day('2022-09-28') - 1000, day('2022-10-02'))).toEqual([])
    expect(outside(day('2022-09-28'), day('2022-10-02'))).toEqual(['queue'])
    expect(outside(day('2023-01-01'), day('2024-01-01'))).toEqual(['queue'])
  })

  it('is nothing while all of time is shown', () => {
    expect(places.filter((place) => isOutside(place, null))).toEqual([])
  })

  it('is what does not overlap it, whatever both are', () => {
    const edge = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined })
    const window = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
    fc.assert(
      fc.property(edge, fc.integer({ min: 1, max: 20 }), fc.boolean(), window, (from, length, ends, [start, lasts]) => {
        const to = ends ? (from ?? 0) + length : undefined
        const place = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
        const moments = Array.from({ length: lasts }, (_, at) => start + at)
        const seen = moments.some((at) => at >= (from ?? at) && at < (to ?? Number.POSITIVE_INFINITY))
        expect(!isOutside(place, { start, end: start + lasts })).toBe(seen)
      }),
    )
  })
})

describe('the stops of a hand in time', () => {
  const moments = [
    { kind: 'figure' as const, start: day('2014-01-01'), end: day('2015-01-01') },
    { kind: 'event' as const, start: day('2022-09-26') + 123_000, end: day('2022-09-26') + 124_000 },
    { kind: 'quotation' as const, start: day('2022-09-29'), end: day('2022-09-30') },
    { kind: 'event' as const, start: day('2022-09-30'), end: day('2022-10-01') },
  ]
  const stops = ['2014-01-01', '2014-12-31', '2022-09-26', '2022-09-29', '2022-09-30'].map(day)

  it('are the days on which something begins or ends, earliest first', () => {
    expect(timeStops(moments.toReversed())).toEqual(stops)
  })

  it('give a window that gives the same stops back', () => {
    for (let from = 0; from < stops.length; from++)
      for (let to = from; to < stops.length; to++)
        expect(spanOf(windowOf({ from, to }, stops), stops)).toEqual({ from, to })
    expect(spanOf(null, stops)).toEqual({ from: 0, to: 4 })
    expect(windowOf({ from: 0, to: 9 }, stops)).toBeNull()
    expect(windowOf({ from: 9, to: 0 }, stops)).toBeNull()
  })

  it('hold any window, in order', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { from, to } = spanOf(window, stops)
        expect(0 <= from && from <= to && to < stops.length).toBe(true)
      }),
    )
  })

  it('are stepped through event by event', () => {
    expect(stepToEvent(0, 1, stops, moments)).toBe(2)
    expect(stepToEvent(2, 1, stops, moments)).toBe(4)
    expect(stepToEvent(4, 1, stops, moments)).toBeNull()
    expect(stepToEvent(4, -1, stops, moments)).toBe(2)
    expect(stepToEvent(2, -1, stops, moments)).toBeNull()
    expect(stepToEvent(1, -1, stops.slice(2), moments)).toBe(0)
  })

  it('are stepped through row by row too', () => {
    const row = { kind: 'place' as const, start: day('2022-09-29'), end: day('2022-09-30') }
    expect(stepToEvent(2, 1, stops, [...moments, row])).toBe(3)
  })

  const moment = (kind: LinkedMoment['kind'], id: string, at = day('2022-09-26') + 3_600_000): LinkedMoment => {
    return { kind, id, date: '', basis: 'record', start: at, end: at + 1, precision: 'minute', approximate: false }
  }

  it('tell what began on them: events before rows, and of many how many more', () => {
    const ids = Array.from({ length: 9 }, (_, index) => `row-${index}`)
    const begun = {
      moments: [...ids.map((id) => moment('place', id)), moment('event', 'sailed'), moment('figure', 'counted')],
      events: [{ id: 'sailed', title: 'The ferry sails' }],
      places: ids.map((id) => ({ id, name: `Row of ${id}` })),
    } as unknown as Parameters<typeof titlesOfDay>[0]
    const { titles, others } = titlesOfDay(begun, day('2022-09-26'))
    expect(titles.slice(0, 2)).toEqual(['The ferry sails', 'Row of row-0'])
    expect(titles).toHaveLength(8)
    expect(others).toBe(2)
    expect(titlesOfDay(begun, day('2022-09-27'))).toEqual({ titles: [], others: 0 })
  })

  it.each([
    ['with the day', day('2022-09-26'), ['One']],
    ['in its last second', day('2022-09-27') - 1000, ['One']],
    ['in the last second before it', day('2022-09-26') - 1000, []],
    ['with the next day', day('2022-09-27'), []],
  ])('tell of what begins %s what they should', (_, at, titles) => {
    const events = [{ id: 'one', title: 'One' }]
    const begun = { moments: [moment('event', 'one', at)], events, places: [] } as unknown as LinkedCase
    expect(titlesOfDay(begun, day('2022-09-26'))).toEqual({ titles, others: 0 })
  })

  it('do not take a row for an event of the same id', () => {
    const events = [{ id: 'one', title: 'An event' }]
    const places = [{ id: 'one', name: 'A row' }]
    const begun = (kind: LinkedMoment['kind']) =>
      ({ moments: [moment(kind, 'one')], events, places }) as unknown as LinkedCase
    expect(titlesOfDay(begun('place'), day('2022-09-26')).titles).toEqual(['A row'])
    expect(titlesOfDay(begun('event'), day('2022-09-26')).titles).toEqual(['An event'])
  })

  it('have a mark each on their line, up to forty', () => {
    const ticks = (count: number) => {
      const days = Array.from({ length: count }, (_, at) => ({ start: at * DAY_MS, end: (at + 1) * DAY_MS }))
      return timeAxis({ start: 0, end: DAY_MS }, null, days).ticks
    }
    expect(ticks(4)).toEqual([0, 0.25, 0.5, 0.75, 1])
    expect(ticks(40)).toHaveLength(41)
    expect(ticks(41)).toEqual([0, 1])
  })

  it('give way to the days of a scene’s own time, up to forty', () => {
    const ticks = (days: number) => {
      const whole = { start: 0, end: days * DAY_MS }
      return timeAxis(whole, whole, moments).ticks
    }
    expect(ticks(2)).toEqual([0, 0.5, 1])
    expect(ticks(40)).toHaveLength(41)
    expect(ticks(41)).toEqual([0, 1])
    expect(ticks(0.25)).toEqual([0, 1])
  })

  it('stand on the line again where someone looks past the end of a scene’s time', () => {
    const past = { start: timeWindow.start, end: timeWindow.end + DAY_MS }
    expect(timeAxis(past, timeWindow, moments)).toEqual({ ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], from: 0.4, to: 1 })
  })

  it('stand on a line: true to time within a scene, one beside the other elsewhere', () => {
    const half = { start: timeWindow.start, end: timeWindow.start + 2.5 * DAY_MS }
    expect(timeAxis(half, timeWindow, moments)).toEqual({ ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], from: 0, to: 0.5 })
    expect(timeAxis({ start: 0, end: day('2022-09-27') }, timeWindow, moments)).toMatchObject({ from: 0, to: 0.6 })
  })
})

describe('the rings of a place', () => {
  const ring = (figure: string, from: string, to: string) => ({
    figure,
    measures: 'radius' as const,
    from: day(from),
    to: day(to),
  })
  const leak: LinkedPlace = {
    id: 'leak',
    layer: 'nord-stream-leaks',
    name: 'Leak',
    kind: 'Gas leak',
    accuracyKm: 1,
    basis: 'Published',
    sources: ['s'],
    bounds: [0, 0, 1, 1],
    anchor: [0, 0],
    rings: [ring('five', '2022-09-27', '2022-09-29'), ring('seven', '2022-09-29', '2022-10-02')],
    quotations: [],
    figures: [],
    statements: [],
    events: [],
    related: [],
  }

  it('leave the map outside of the days of their own figures, whatever becomes of the place', () => {
    const outside = (start: string, end: string) =>
      ringsOutside([leak], { start: day(start), end: day(end) }).map(({ id }) => id)
    expect(outside('2022-09-27', '2022-09-28')).toEqual(['leak~seven'])
    expect(outside('2022-09-29', '2022-09-30')).toEqual(['leak~five'])
    expect(outside('2022-09-28', '2022-09-30')).toEqual([])
    expect(ringsOutside([leak], null)).toEqual([])
  })

  it('are hidden and highlighted with their place', () => {
    expect(marksOf(leak)).toEqual([
      { id: 'leak', layer: 'nord-stream-leaks' },
      { id: 'leak~five', layer: 'nord-stream-leaks' },
      { id: 'leak~seven', layer: 'nord-stream-leaks' },
    ])
  })
})

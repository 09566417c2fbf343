import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { LinkedMoment } from '@/lib/derive/linked-case'
import { clockTime, zoneCity } from '@/lib/derive/local-time'
import { partTime, planAxis, type TimeAxis } from '@/lib/derive/plan-axis'
import {
  advancePlayback,
  beatUnit,
  isSameWindow,
  listStops,
  shiftWindow,
  snapMoment,
  stepFrom,
  stepMoment,
  type TimeStop,
  tidyWindow,
  windowTo,
} from '@/lib/derive/step-time'
import { timeExtent } from '@/lib/derive/time-extent'
import { createCaseStore } from '@/lib/server/case-store'

const dates = {
  old: '2014',
  year: '2022~',
  invasion: '2022-02-24',
  a: '2022-09-25',
  dayOf: '2022-09-26',
  first: '2022-09-26T02:03:24+02:00',
  second: '2022-09-26T19:03:50+02:00',
  b: '2022-09-27',
  c: '2022-09-28',
  d: '2022-09-29',
  e: '2022-09-30',
}
function momentsOf(dated: Record<string, string>): LinkedMoment[] {
  return Object.entries(dated).map(([id, date]) => ({ kind: 'event', id, date, basis: 'record', ...timeExtent(date) }))
}

const at = Date.parse
let moments: LinkedMoment[]
let axis: TimeAxis
// Planned for each test: what is worked out while the file loads is no test's own.
beforeEach(() => {
  moments = momentsOf(dates)
  const parts = partTime(moments, { start: at('2022-09-21'), end: at('2022-10-03') })
  if (parts === null) throw new Error('no moments')
  axis = planAxis(parts, 1000, { before: 100, after: 100, open: null })
})

describe('stepping from event to event', () => {
  let stops: TimeStop[]
  beforeEach(() => {
    stops = listStops(moments)
  })

  it('tells a day after what is known more finely in it, and does not wait for a year to end', () => {
    expect(stops.map(({ ids }) => ids[0])).toEqual([
      'old',
      'year',
      'invasion',
      'a',
      'first',
      'second',
      'dayOf',
      'b',
      'c',
      'd',
      'e',
    ])
    expect(stops[1]?.end).toBe(at('2022-02-24T00:00Z'))
    expect(stops[4]?.end).toBe(at('2022-09-26T00:03:25Z'))
    expect(stops[6]?.end).toBe(at('2022-09-27T00:00Z'))
  })

  it('is at one stop where several are told, the finer first, and waits for no span to end', () => {
    const dated = {
      span: '2022-09-26/2022-10-02',
      day: '2022-09-26',
      month: '2022-09/2022-09-25',
      minute: '2022-09-26T05:00Z',
    }
    expect(listStops(momentsOf(dated)).map(({ end, ids }) => [end, ids])).toEqual([
      [at('2022-09-26'), ['month']],
      [at('2022-09-26T05:01Z'), ['minute']],
      [at('2022-09-27'), ['day', 'span']],
    ])
  })

  it('walks through rows only where there are no events', () => {
    const rows = momentsOf({ row: '2022-09-26', later: '2022-09-28' }).map((each) => ({
      ...each,
      kind: 'place' as const,
    }))
    const said = momentsOf({ said: '2022-09-27' }).map((each) => ({ ...each, kind: 'quotation' as const }))
    expect(listStops([...rows, ...said]).map(({ ids }) => ids)).toEqual([['row'], ['later']])
    expect(listStops([...rows, ...momentsOf({ event: '2022-09-27' })]).map(({ ids }) => ids)).toEqual([['event']])
    expect(listStops(said)).toEqual([])
  })

  it('tells a month or a year once the next begins, and the last at its end', () => {
    const ends = (dated: Record<string, string>) => listStops(momentsOf(dated)).map(({ at: from, end }) => [from, end])
    expect(ends({ month: '2022-09', next: '2022-09-05' })).toEqual([
      [at('2022-09-01'), at('2022-09-05')],
      [at('2022-09-05'), at('2022-09-06')],
    ])
    expect(ends({ year: '2022' })).toEqual([[at('2022-01-01'), at('2023-01-01')]])
    expect(ends({ span: '2022-09-01/2022-09-10' })).toEqual([[at('2022-09-01'), at('2022-09-02')]])
    expect(ends({ instant: '2022-09-01T10:00:05Z' })).toEqual([
      [at('2022-09-01T10:00:05Z'), at('2022-09-01T10:00:06Z')],
    ])
  })

  it('has the stops in the order of their ends, whatever order the moments are in', () => {
    expect(listStops(moments.toReversed()).map(({ end }) => end)).toEqual(stops.map(({ end }) => end))
  })

  it('rests at no stop twice', () => {
    const [first, second] = stops
    const window = { start: axis.start, end: second?.end ?? 0 }
    expect(stepFrom(stops, window, -1)).toBe(first)
    expect(stepFrom(stops, window, 1)).toBe(stops[2])
  })

  it('goes on, goes back, and ends at either end', () => {
    const window = { start: axis.start, end: at('2022-09-26T00:03:25Z') }
    expect(stepFrom(stops, window, 1)?.ids).toEqual(['second'])
    expect(stepFrom(stops, window, -1)?.ids).toEqual(['a'])
    expect(stepFrom(stops, null, 1)?.ids).toEqual(['old'])
    expect(stepFrom(stops, null, -1)?.ids).toEqual(['e'])
    expect(stepFrom(stops, { start: 0, end: axis.end }, 1)).toBeUndefined()
  })

  it('keeps a window’s start, but never has it after the stop', () => {
    const [, , , , , second] = stops
    if (second === undefined) throw new Error('no stop')
    expect(windowTo(axis, { start: at('2022-09-26'), end: at('2022-09-27') }, second)?.start).toBe(at('2022-09-26'))
    expect(windowTo(axis, { start: at('2022-09-28'), end: at('2022-09-29') }, second)?.start).toBe(axis.start)
    expect(windowTo(axis, { start: second.at, end: at('2022-09-29') }, second)?.start).toBe(
      Math.round(second.at / 1000) * 1000,
    )
    expect(windowTo(axis, { start: second.at + 1, end: at('2022-09-29') }, second)?.start).toBe(axis.start)
    expect(windowTo(axis, null, second)).toEqual({ start: axis.start, end: second.end })
  })
})

describe('the committed case', () => {
  it('has nothing that follows from the first shock before it', async () => {
    const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
    const ids = listStops(loaded?.linked.moments ?? []).flatMap((stop) => stop.ids)
    const after = ['leaks-discovered', 'leak-warning', 'warships-sent', 'norway-security', 'russia-denies']
    const shock = ids.indexOf('explosion-first')
    expect(shock).toBeGreaterThan(0)
    for (const id of after) expect(ids.indexOf(id), id).toBeGreaterThan(shock)
    expect(new Set(ids).size).toBe(loaded?.linked.events.length)
  })
})

describe('moving a window', () => {
  it('keeps its length at the axis’s ends', () => {
    const window = { start: at('2022-09-26'), end: at('2022-09-28') }
    expect(shiftWindow(axis, window, 1e15)).toEqual({ start: axis.end - 2 * 86_400_000, end: axis.end })
    expect(shiftWindow(axis, window, 3_600_000)).toEqual({
      start: at('2022-09-26T01:00Z'),
      end: at('2022-09-28T01:00Z'),
    })
  })

  it('moves back no further than the axis’s start, where it is as long as before', () => {
    const window = { start: at('2022-09-26'), end: at('2022-09-28') }
    expect(shiftWindow(axis, window, -1e15)).toEqual({ start: axis.start, end: axis.start + 2 * 86_400_000 })
  })

  it('is kept in whole seconds, on the axis', () => {
    const tidy = (start: number, end: number) => tidyWindow(axis, { start: axis.start + start, end: axis.start + end })
    expect(tidy(1400, 5600)).toEqual({ start: axis.start + 1000, end: axis.start + 6000 })
    expect(tidy(-5000, 5000)).toEqual({ start: axis.start, end: axis.start + 5000 })
    expect(tidy(5000, 5000)).toEqual({ start: axis.start + 5000, end: axis.start + 6000 })
    expect(tidyWindow(axis, { start: axis.start + 1000, end: 9e15 })).toEqual({
      start: axis.start + 1000,
      end: axis.end,
    })
  })

  it('is the same as another with the same ends', () => {
    expect(isSameWindow({ start: 1, end: 2 }, { start: 1, end: 2 })).toBe(true)
    expect(isSameWindow({ start: 1, end: 2 }, { start: 1, end: 3 })).toBe(false)
    expect(isSameWindow({ start: 1, end: 2 }, { start: 0, end: 2 })).toBe(false)
    expect(isSameWindow(null, { start: 1, end: 2 })).toBe(false)
    expect(isSameWindow({ start: 1, end: 2 }, null)).toBe(false)
    expect(isSameWindow(null, null)).toBe(true)
  })

  it('is nothing where it is the whole axis, and never empty', () => {
    expect(tidyWindow(axis, { start: 0, end: 9e15 })).toBeNull()
    expect(tidyWindow(axis, { start: axis.end + 5, end: axis.end + 9 })).toEqual({
      start: axis.end - 1000,
      end: axis.end,
    })
  })

  it('steps to whole days and hours of UTC, in a fold as elsewhere', () => {
    expect(stepMoment(axis, at('2022-09-26T00:03:24Z'), 'day', 1)).toBe(at('2022-09-27'))
    expect(stepMoment(axis, at('2022-09-26T00:03:24Z'), 'day', -1)).toBe(at('2022-09-26'))
    expect(stepMoment(axis, at('2022-09-26T00:03:24Z'), 'hour', 1)).toBe(at('2022-09-26T01:00Z'))
    expect(stepMoment(axis, at('2022-09-26'), 'week', -1)).toBe(at('2022-09-19'))
    expect(stepMoment(axis, at('2015-01-01'), 'day', 1)).toBe(at('2015-01-02'))
    expect(stepMoment(axis, at('2022-01-01'), 'day', -1)).toBe(at('2021-12-31'))
    expect(stepMoment(axis, axis.end, 'day', 1)).toBe(axis.end)
    expect(stepMoment(axis, axis.start, 'day', -1)).toBe(axis.start)
    expect(stepMoment(axis, at('2022-09-26T01:30:00Z'), 'hour', -1)).toBe(at('2022-09-26T01:00Z'))
    expect(stepMoment(axis, at('2022-09-26T12:00Z'), 'week', 1)).toBe(at('2022-10-03'))
    expect(stepMoment(axis, at('2022-09-28T12:00Z'), 'week', -1)).toBe(at('2022-09-22'))
  })

  it('snaps to hours where days are wide and to days elsewhere', () => {
    expect(snapMoment(axis, at('2022-09-26T10:29:00Z'))).toBe(at('2022-09-26T10:00Z'))
    expect(snapMoment(axis, at('2022-03-05T10:29:00Z'))).toBe(at('2022-03-05'))
    expect(snapMoment(axis, at('2022-09-26T10:31:00Z'))).toBe(at('2022-09-26T11:00Z'))
    expect(snapMoment(axis, axis.end + 86_400_000)).toBe(axis.end)
    expect(snapMoment(axis, axis.start - 86_400_000)).toBe(axis.start)
  })
})

describe('playing', () => {
  it('takes a beat for a day of the period, and four for what is folded', () => {
    expect(advancePlayback(axis, at('2022-09-26'), 1.5)).toBe(at('2022-09-27T12:00Z'))
    expect(advancePlayback(axis, axis.start, 4)).toBe(axis.core.start)
    expect(advancePlayback(axis, axis.start, 1)).toBe(axis.start + (axis.core.start - axis.start) / 4)
  })

  it('takes a beat for a day, a month or a year, as an axis has room for them', () => {
    const unitOf = (from: string, to: string) => {
      const parts = partTime([timeExtent(from), timeExtent(to)], undefined)
      if (parts === null) throw new Error('no moments')
      return beatUnit(planAxis(parts, 700, { before: 0, after: 0, open: null }).core)
    }
    expect(unitOf('2022-09-01', '2022-10-02')).toBe('day')
    expect(unitOf('2022-01-01', '2023-12-31')).toBe('month')
    expect(unitOf('1990', '2022')).toBe('year')
  })

  it('comes to the end and stays', () => {
    expect(advancePlayback(axis, axis.start, 1000)).toBe(axis.end)
    expect(advancePlayback(axis, axis.end, 1)).toBe(axis.end)
  })

  it('comes as far in two goes as in one', () => {
    const inOne = advancePlayback(axis, axis.start, 12.5)
    expect(advancePlayback(axis, advancePlayback(axis, axis.start, 5.25), 7.25)).toBeCloseTo(inOne, -3)
  })
})

describe('clocks', () => {
  it('has the explosion by the clock of the place and by UTC', () => {
    const moment = at(dates.first)
    const copenhagen = { date: '26 September 2022', time: '02:03:24', offset: 'UTC+2' }
    expect(clockTime(moment, 'Europe/Copenhagen', 'en')).toEqual(copenhagen)
    expect(clockTime(moment, 'UTC', 'en')).toMatchObject({ time: '00:03:24', offset: 'UTC' })
    expect(clockTime(moment, 'America/New_York', 'en')).toEqual({
      date: '25 September 2022',
      time: '20:03:24',
      offset: 'UTC−4',
    })
  })

  it('follows the change from summer to winter time', () => {
    expect(clockTime(at('2022-10-30T00:59:59Z'), 'Europe/Copenhagen', 'en')).toMatchObject({
      time: '02:59:59',
      offset: 'UTC+2',
    })
    expect(clockTime(at('2022-10-30T01:00:00Z'), 'Europe/Copenhagen', 'en')).toMatchObject({
      time: '02:00:00',
      offset: 'UTC+1',
    })
  })

  it('has half hours, and midnight as 00', () => {
    expect(clockTime(at('2022-09-25T18:30:00Z'), 'Asia/Kolkata', 'en')).toMatchObject({
      time: '00:00:00',
      offset: 'UTC+5:30',
    })
  })

  it('knows no zone that is none', () => {
    expect(clockTime(0, 'Europe/Atlantis', 'en')).toBeNull()
    expect(zoneCity('America/New_York')).toBe('New York')
  })
})

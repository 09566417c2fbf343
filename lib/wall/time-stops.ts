import { DAY_MS, startOfDay } from '@/lib/derive/calendar'
import type { LinkedCase, LinkedMoment } from '@/lib/derive/linked-case'
import type { TimeWindow } from '@/lib/derive/record-filter'

/**
 * The days, of UTC, on which something of the case begins or ends, earliest first: where a hand that moves through its
 * time can stop. Most of a case's years are empty and a few of its days are full.
 */
export function timeStops(moments: readonly Pick<LinkedMoment, 'start' | 'end'>[]): number[] {
  const days = moments.flatMap(({ start, end }) => [startOfDay(start), startOfDay(end - 1)])
  return [...new Set(days)].sort((a, b) => a - b)
}

/** Kinds of moment that something happened at; the others were said or counted then. */
const happened: readonly LinkedMoment['kind'][] = ['event', 'place']

/** Of many that begin on one day, as rows of a table do, these are named. */
const NAMED = 8

/** What began on the day, of UTC, that begins `at`: events first, then rows; and how many more than are named. */
export function titlesOfDay(
  { moments, events, places }: Pick<LinkedCase, 'moments' | 'events' | 'places'>,
  at: number,
): { titles: string[]; others: number } {
  const begun = moments.filter(({ kind, start }) => happened.includes(kind) && start >= at && start < at + DAY_MS)
  const ids = (wanted: LinkedMoment['kind']) => new Set(begun.filter(({ kind }) => kind === wanted).map(({ id }) => id))
  const [ofEvents, ofRows] = [ids('event'), ids('place')]
  const titles = [
    ...events.filter(({ id }) => ofEvents.has(id)).map(({ title }) => title),
    ...places.filter(({ id }) => ofRows.has(id)).map(({ name }) => name),
  ]
  return { titles: titles.slice(0, NAMED), others: Math.max(0, titles.length - NAMED) }
}

/** Indices of the first and the last stop of a window; of all of time without one. */
export interface StopSpan {
  from: number
  to: number
}

/** The stops that a window holds; the nearest one before its end where it holds none. */
export function spanOf(time: TimeWindow | null, stops: readonly number[]): StopSpan {
  const last = Math.max(0, stops.length - 1)
  if (time === null) return { from: 0, to: last }
  const to = Math.max(
    0,
    stops.findLastIndex((stop) => stop < time.end),
  )
  const from = stops.findIndex((stop) => stop + DAY_MS > time.start)
  return { from: from === -1 ? to : Math.min(from, to), to }
}

/** The window from the beginning of one stop's day to the end of another's; null where there is no such stop. */
export function windowOf({ from, to }: StopSpan, stops: readonly number[]): TimeWindow | null {
  const [first, last] = [stops[from], stops[to]]
  return first === undefined || last === undefined ? null : { start: first, end: last + DAY_MS }
}

/** The next stop after, or before, `at` on which an event or a layer's row begins; null where there is none. */
export function stepToEvent(
  at: number,
  by: 1 | -1,
  stops: readonly number[],
  moments: readonly Pick<LinkedMoment, 'kind' | 'start'>[],
): number | null {
  const days = new Set(moments.filter(({ kind }) => happened.includes(kind)).map(({ start }) => startOfDay(start)))
  for (let index = at + by; index >= 0 && index < stops.length; index += by)
    if (days.has(stops[index] ?? Number.NaN)) return index
  return null
}

const MOST_TICKS = 40

/** A line of time from 0 to 1: its marks, and the part that a window takes. */
export interface UnitAxis {
  ticks: number[]
  from: number
  to: number
}

function daysAxis(time: TimeWindow, { start, end }: TimeWindow): UnitAxis {
  const part = (at: number) => (at - start) / (end - start)
  const days = Math.round((end - start) / DAY_MS)
  const ticks = days > MOST_TICKS ? [0, 1] : Array.from({ length: days + 1 }, (_, day) => Math.min(1, day / days))
  return { ticks: days === 0 ? [0, 1] : ticks, from: part(time.start), to: part(time.end) }
}

/**
 * The line on which a wall shows `time`. Within a scene's own window it is true to time, with a mark for each day.
 * Elsewhere it is a row of the days on which something begins or ends, one as far from the next as any other, as on the
 * phone that moves it: true to time, most of a case would lie in a single point.
 */
export function timeAxis(
  time: TimeWindow,
  own: TimeWindow | null,
  moments: readonly Pick<LinkedMoment, 'start' | 'end'>[],
): UnitAxis {
  if (own !== null && time.start >= own.start && time.end <= own.end) return daysAxis(time, own)
  const stops = timeStops(moments)
  const { from, to } = spanOf(time, stops)
  const count = Math.max(1, stops.length)
  const ticks = count > MOST_TICKS ? [0, 1] : Array.from({ length: count + 1 }, (_, stop) => stop / count)
  return { ticks, from: from / count, to: (to + 1) / count }
}

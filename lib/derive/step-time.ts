import { clamp } from '@/lib/geo/clamp'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './calendar'
import type { LinkedMoment } from './linked-case'
import { type TimePrecision, timePrecision } from './local-time'
import { pxPerDay, type TimeAxis } from './plan-axis'
import type { TimeWindow } from './record-filter'

/** Where a walk through the events rests: what has begun by `end` is seen, and `ids` are new, what came first before. */
export interface TimeStop {
  at: number
  end: number
  ids: readonly string[]
}

/** How long it may be until something that is dated so has happened; what is known to a month or a year is not waited for. */
const waitMs: Record<TimePrecision, number | null> = {
  instant: SECOND_MS,
  minute: MINUTE_MS,
  day: DAY_MS,
  month: null,
  year: null,
  span: null,
}

/** When an event is told: once all that its date, or the first end of it, leaves open is over, or the next ones begin. */
function tellingTime({ date, start, end }: LinkedMoment, next: number): number {
  const wait = waitMs[timePrecision(date.split('/')[0] ?? date)]
  return Math.min(end, wait === null ? next : start + wait)
}

/** Thousands of rows would hide a few events; of a case that is told by rows alone, they are what happened. */
function walkedThrough(moments: readonly LinkedMoment[]): LinkedMoment[] {
  const events = moments.filter(({ kind }) => kind === 'event')
  return events.length > 0 ? events : moments.filter(({ kind }) => kind === 'place')
}

/**
 * The stops of a walk through the events of `moments`, or the dated rows where there are no events, one for each time at which events are told: an event that is dated to a day after
 * all that is dated more finely within it, so that no cause comes after its effect. A year that an event is dated to is not
 * waited for.
 */
export function listStops(moments: readonly LinkedMoment[]): TimeStop[] {
  const events = walkedThrough(moments).toSorted((a, b) => a.start - b.start || a.end - b.end)
  const starts = [...new Set(events.map(({ start }) => start))]
  const nextStart = new Map(starts.map((start, index) => [start, starts[index + 1]]))
  const stops = new Map<number, TimeStop & { ids: string[] }>()
  for (const event of events) {
    const end = tellingTime(event, nextStart.get(event.start) ?? Number.POSITIVE_INFINITY)
    const stop = stops.get(end)
    if (stop === undefined) stops.set(end, { at: event.start, end, ids: [event.id] })
    else stop.ids.push(event.id)
  }
  return [...stops.values()].toSorted((a, b) => a.end - b.end)
}

/** The stop after or before a window's end; undefined where there is none. All of time ends after the last. */
export function stepFrom(stops: readonly TimeStop[], time: TimeWindow | null, by: 1 | -1): TimeStop | undefined {
  if (time === null) return by === 1 ? stops[0] : stops.at(-1)
  return by === 1 ? stops.find(({ end }) => end > time.end) : stops.findLast(({ end }) => end < time.end)
}

/** A window as it is kept: on the axis, at least a second long, in whole seconds; null where it is the whole axis. */
export function tidyWindow(axis: TimeAxis, { start, end }: TimeWindow): TimeWindow | null {
  const second = (ms: number) => Math.round(ms / 1000) * 1000
  const from = clamp(second(start), axis.start, axis.end - 1000)
  const to = Math.max(Math.min(axis.end, second(end)), from + 1000)
  return from <= axis.start && to >= axis.end ? null : { start: from, end: to }
}

/** Whether two windows are the same; null is all of time. */
export function isSameWindow(a: TimeWindow | null, b: TimeWindow | null): boolean {
  return a?.start === b?.start && a?.end === b?.end
}

/** The window that ends with a stop; it keeps its start unless that lies after. */
export function windowTo(axis: TimeAxis, time: TimeWindow | null, { at, end }: TimeStop): TimeWindow | null {
  const start = time === null || time.start >= at + 1 ? axis.start : time.start
  return tidyWindow(axis, { start, end })
}

/** A window moved so that it keeps its length and stays on the axis. */
export function shiftWindow(axis: TimeAxis, { start, end }: TimeWindow, byMs: number): TimeWindow | null {
  const by = clamp(byMs, axis.start - start, axis.end - end)
  return tidyWindow(axis, { start: start + by, end: end + by })
}

export type TimeStep = 'hour' | 'day' | 'week'

const stepMs = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS } as const

/** A moment one step on: to the next whole hour or day of UTC, or a week. */
export function stepMoment(axis: TimeAxis, at: number, step: TimeStep, by: 1 | -1): number {
  const unit = step === 'week' ? DAY_MS : stepMs[step]
  const whole = by === 1 ? Math.floor(at / unit) * unit : Math.ceil(at / unit) * unit
  return clamp(whole + by * stepMs[step], axis.start, axis.end)
}

/** From so many px a day on, a hand can mean an hour. */
const HOURS_PX = 36

/** To whole hours where a day has much room, and to whole days elsewhere: as fine as a hand can mean it. */
export function snapMoment(axis: TimeAxis, at: number): number {
  const piece = axis.pieceAt(at)
  const unit = !piece.folded && pxPerDay(piece) >= HOURS_PX ? HOUR_MS : DAY_MS
  return clamp(Math.round(at / unit) * unit, axis.start, axis.end)
}

/** The unit of the calendar that a beat of playing moves through. */
export type BeatUnit = 'day' | 'month' | 'year'

const YEAR_MS = 365.25 * DAY_MS
const beatMs = { day: DAY_MS, month: YEAR_MS / 12, year: YEAR_MS } as const

/** Px a day from which days, or months, are played: a story of ten years in days would take an hour. */
const PLAYED_PX = { day: 6, month: 0.5 } as const

/** A day, a month or a year, as a piece has room for them. */
export function beatUnit(piece: ReturnType<TimeAxis['pieceAt']>): BeatUnit {
  const px = pxPerDay(piece)
  if (px >= PLAYED_PX.day) return 'day'
  return px >= PLAYED_PX.month ? 'month' : 'year'
}

/** What is folded is over in so many beats, however long it was. */
const FOLD_BEATS = 4

function beatLength(piece: ReturnType<TimeAxis['pieceAt']>): number {
  return piece.folded ? (piece.end - piece.start) / FOLD_BEATS : beatMs[beatUnit(piece)]
}

/** Where playing is after `beats`, not all of one scale; at the axis's end it stays. */
export function advancePlayback(axis: TimeAxis, from: number, beats: number): number {
  let at = from
  let left = beats
  while (left > 0 && at < axis.end) {
    const piece = axis.pieceAt(at)
    const unit = beatLength(piece)
    const toEnd = (piece.end - at) / unit
    if (left < toEnd) return at + left * unit
    at = piece.end
    left -= toEnd
  }
  return Math.min(at, axis.end)
}

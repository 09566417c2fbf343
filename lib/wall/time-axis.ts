import type { LinkedMoment } from '@/lib/derive/linked-case'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { spanOf, timeStops } from './time-stops'

const DAY_MS = 86_400_000
/** More marks than these would run into each other. */
const MOST_TICKS = 40

/** A line of time from 0 to 1: its marks, and the part that a window takes. */
export interface TimeAxis {
  ticks: number[]
  from: number
  to: number
}

function daysAxis(time: TimeWindow, { start, end }: TimeWindow): TimeAxis {
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
): TimeAxis {
  if (own !== null && time.start >= own.start && time.end <= own.end) return daysAxis(time, own)
  const stops = timeStops(moments)
  const { from, to } = spanOf(time, stops)
  const count = Math.max(1, stops.length)
  const ticks = count > MOST_TICKS ? [0, 1] : Array.from({ length: count + 1 }, (_, stop) => stop / count)
  return { ticks, from: from / count, to: (to + 1) / count }
}

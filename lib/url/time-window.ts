import { DAY_MS, SECOND_MS, startOfDay, writeDay, writeSecond } from '@/lib/derive/calendar'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { daysInMonth, pointExtent, utcTime } from '@/lib/schema/plain-dates'

/** What a clock of JavaScript counts, ms since 1970: 271,821 BCE to 275,760. A case may be as old as any date that its schema takes. */
export const timeLimits = { min: -8.64e15, max: 8.64e15 } as const

/** Years of more than four digits have EDTF's `Y`, or ISO 8601's sign. */
const momentPattern =
  /^(?:Y-?\d{5,6}|[+-]?\d{4,6})(?:-\d{2}(?:-\d{2}(?<time>T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** First moment of a text, and the first after it: a date alone lasts its year, month or day, and is one of UTC. */
function readMoment(text: string): [number, number] | null {
  const { time } = momentPattern.exec(text)?.groups ?? { time: null }
  if (time === null) return null
  // A sign before the year and leading zeros belong to ISO 8601; EDTF has a letter before a year of five digits.
  const edtf = text.replace(/^[Y+]*(-?)0*(?=\d{4})(\d+)/, (_, sign: string, year: string) =>
    year.length > 4 ? `Y${sign}${year}` : `${sign}${year}`,
  )
  const extent = pointExtent(edtf)
  if (extent === null) return null
  return [extent.start, time === undefined ? extent.end : extent.start]
}

const durationPattern =
  /^P(?=\d|T\d)(?:(?<years>\d{1,3})Y)?(?:(?<months>\d{1,4})M)?(?:(?<weeks>\d{1,5})W)?(?:(?<days>\d{1,6})D)?(?:T(?=\d)(?:(?<hours>\d{1,7})H)?(?:(?<minutes>\d{1,9})M)?(?:(?<seconds>\d{1,9})S)?)?$/

/** A moment moved on, or back, by a duration of ISO 8601, by the calendar of UTC; null for a text that is none. */
function moveBy(at: number, text: string, sign: 1 | -1): number | null {
  const groups = durationPattern.exec(text)?.groups
  if (groups === undefined) return null
  const count = (unit: string) => sign * Number(groups[unit] ?? 0)
  const from = new Date(at)
  const day = Math.min(
    from.getUTCDate(),
    daysInMonth(from.getUTCFullYear() + count('years'), from.getUTCMonth() + count('months')),
  )
  const moved = utcTime(from.getUTCFullYear() + count('years'), from.getUTCMonth() + count('months'), day)
  const days = 7 * count('weeks') + count('days')
  const seconds = 3600 * count('hours') + 60 * count('minutes') + count('seconds')
  return moved + (at - startOfDay(at)) + days * DAY_MS + seconds * SECOND_MS
}

/** The two ends of an interval of which one may be how long it lasts. */
function readEnds(startText: string, endText: string): [number | null, number | null] {
  const [start, end] = [readMoment(startText), readMoment(endText)]
  const [from, to] = [start?.[0] ?? null, end?.[1] ?? null]
  if (from !== null && endText.startsWith('P')) return [from, moveBy(from, endText, 1)]
  if (to !== null && startText.startsWith('P')) return [moveBy(to, startText, -1), to]
  return [from, to]
}

/**
 * Reads an interval of ISO 8601, `<start>/<end>`, `<start>/<duration>` or `<duration>/<end>`: an end is a year, a month, a
 * day or a moment, all of which is included. Null for anything else, and for days that no calendar has.
 */
export function readTimeWindow(text: string | null): TimeWindow | null {
  // In a query a plus sign stands for a space.
  const [startText, endText, ...rest] = (text ?? '').replaceAll(' ', '+').split('/')
  if (startText === undefined || endText === undefined || rest.length > 0) return null
  const [start, end] = readEnds(startText, endText)
  // A year that no clock reaches is NaN, which is not less than anything.
  return start !== null && end !== null && start >= timeLimits.min && start < end && end <= timeLimits.max
    ? { start, end }
    : null
}

function writeMoment(at: number, isEnd: boolean): string {
  if (at % DAY_MS === 0) return writeDay(isEnd ? at - DAY_MS : at)
  return writeSecond(at).replace(/:00Z$/, 'Z')
}

/** Writes a window as `readTimeWindow` reads it, to the second, the shorter way where whole days allow it. */
export function writeTimeWindow({ start, end }: TimeWindow): string {
  const whole = (at: number) => Math.round(at / SECOND_MS) * SECOND_MS
  return `${writeMoment(whole(start), false)}/${writeMoment(whole(end), true)}`
}

import { DAY_MS, daysInMonth, SECOND_MS, startOfDay, writeDay, writeSecond } from '@/lib/derive/calendar'
import type { TimeWindow } from '@/lib/derive/record-filter'

/** Years that an address may name: no case is older, and no clock of a browser breaks within. */
export const timeLimits = { min: Date.UTC(1800, 0, 1), max: Date.UTC(2200, 0, 1) } as const

const momentPattern =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<time>\d{2}:\d{2}(?::\d{2})?)(?<zone>Z|[+-]\d{2}:\d{2})?)?)?)?$/

/** First moment of a text, and the first after it: a date alone lasts its year, month or day, and is one of UTC. */
function readMoment(text: string): [number, number] | null {
  const { year, month, day, time, zone = 'Z' } = momentPattern.exec(text)?.groups ?? {}
  if (year === undefined) return null
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)]
  const midnight = new Date(Date.UTC(y, m, d))
  // 30 February would roll over into March, and month 13 into the next year: there are no such days.
  if (midnight.getUTCMonth() !== m || midnight.getUTCDate() !== d) return null
  if (time !== undefined) return readClock(`${year}-${month}-${day}T${time}${zone}`)
  const start = midnight.getTime()
  if (month === undefined) return [start, Date.UTC(y + 1, 0)]
  return [start, day === undefined ? Date.UTC(y, m + 1) : start + DAY_MS]
}

function readClock(text: string): [number, number] | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : [at, at]
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
  const moved = Date.UTC(from.getUTCFullYear() + count('years'), from.getUTCMonth() + count('months'), day)
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
  if (start === null || end === null || start >= end) return null
  return start < timeLimits.min || end > timeLimits.max ? null : { start, end }
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

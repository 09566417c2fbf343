import { utcTime } from '@/lib/schema/plain-dates'

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** From `start` to, but not including, `end`: ms since 1970, UTC. */
interface Span {
  start: number
  end: number
}

/** The beginning of the day, of UTC, that a moment is in. */
export function startOfDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS
}

/** The days, of UTC, that a span touches. */
export function wholeDays({ start, end }: Span): Span {
  // Adding zero turns −0 into 0.
  return { start: startOfDay(start), end: Math.ceil(end / DAY_MS) * DAY_MS + 0 }
}

/** The year of UTC that a moment is in. */
export function yearAt(at: number): number {
  return new Date(at).getUTCFullYear()
}

/** The beginning of the year, of UTC, that a moment is in, or of one so many years after. */
export function startOfYear(at: number, by = 0): number {
  return utcTime(yearAt(at) + by)
}

/** The beginning of the month, of UTC, that a moment is in, or of one so many months after. */
export function startOfMonth(at: number, by = 0): number {
  return utcTime(yearAt(at), new Date(at).getUTCMonth() + by)
}

/** A year as EDTF has it, in four digits: `2022`, `-0043`, `Y12345`. */
export function writeYear(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`
}

/** The month of UTC: `2022-09`. */
export function writeMonth(at: number): string {
  return `${writeYear(yearAt(at))}-${String(new Date(at).getUTCMonth() + 1).padStart(2, '0')}`
}

/** The day of UTC, as EDTF and ISO 8601 have it: `2022-09-26`; of a long year with its `Y` before. */
export function writeDay(at: number): string {
  return `${writeMonth(at)}-${String(new Date(at).getUTCDate()).padStart(2, '0')}`
}

/** A moment to the second, in UTC: `2022-09-26T00:03:24Z`. */
export function writeSecond(at: number): string {
  return `${writeDay(at)}${new Date(at).toISOString().slice(-'Thh:mm:ss.sssZ'.length, -'.sssZ'.length)}Z`
}

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

/** How many days a month has; `month` counts from 0 and may lie in another year. */
export function daysInMonth(year: number, month: number): number {
  // The calendar repeats after 400 years, and `Date.UTC` takes the years 0 to 99 for 1900 to 1999.
  return new Date(Date.UTC(2000 + (year % 400), month + 1, 0)).getUTCDate()
}

/** The day of UTC, as EDTF and ISO 8601 have it: `2022-09-26`. */
export function writeDay(at: number): string {
  return new Date(at).toISOString().slice(0, 'yyyy-mm-dd'.length)
}

/** A moment to the second, in UTC: `2022-09-26T00:03:24Z`. */
export function writeSecond(at: number): string {
  return `${new Date(at).toISOString().slice(0, 'yyyy-mm-ddThh:mm:ss'.length)}Z`
}

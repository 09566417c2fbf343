/**
 * Dates of the Extended Date/Time Format taken apart, without a parser that the page would have to load. Years are
 * astronomical, as in ISO 8601: `0000` is 1 BCE, `-0043` is 44 BCE.
 */

const MINUTE_MS = 60_000
const DAY_MS = 1440 * MINUTE_MS

/** Midnight of a day in UTC, ms since 1970; `month` counts from 0, month and day may run over. `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
export function utcTime(year: number, month = 0, day = 1): number {
  return new Date(0).setUTCFullYear(year, month, day)
}

/** How many days a month has; `month` counts from 0 and may lie in another year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcTime(year, month + 1, 0)).getUTCDate()
}

/** An EDTF date without what it says of its certainty: `~`, `?`, `%`, and how many digits of a year are significant. */
export function stripHedges(edtf: string): string {
  return edtf.replace(/[~?%]|(?<=\d)S\d+/g, '')
}

/** What an EDTF date other than an interval gives, as written: each digit that is left open is an `X`. */
export interface DateParts {
  /** Four digits or more, after a minus sign before the year 0; a century is `18XX`. */
  year: string
  month?: string | undefined
  day?: string | undefined
  time?: string | undefined
  zone?: string | undefined
}

const pointPattern =
  /^(?<long>Y)?(?<year>-?[\dX]{2,6})(?:-(?<month>[\dX]{2})(?:-(?<day>[\dX]{2})(?:T(?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Takes one end of an EDTF date apart; null for an open end, a season, a set, and a year that no clock reaches. */
export function readDateParts(edtf: string): DateParts | null {
  const { long, year = '', month, day, time, zone } = pointPattern.exec(stripHedges(edtf))?.groups ?? {}
  const digits = year.replace('-', '').length
  if (digits === 0 || digits > 4 !== (long !== undefined)) return null
  // Two digits are a century, three a decade.
  if (digits < 4) return month === undefined ? { year: year.padEnd(year.length + 4 - digits, 'X') } : null
  // Months above 12 are EDTF's seasons.
  if (month !== undefined && matching(month, 1, 12).length === 0) return null
  // What is left open altogether, and nothing finer is given, is as if it were not there.
  const hasDay = day !== undefined && day !== 'XX'
  const hasMonth = month !== 'XX' || hasDay
  return { year, month: hasMonth ? month : undefined, day: hasDay ? day : undefined, time, zone }
}

/** The numbers of a range that a pattern with `X` for any digit allows. */
function matching(pattern: string, from: number, to: number): number[] {
  if (!pattern.includes('X')) return Number(pattern) >= from && Number(pattern) <= to ? [Number(pattern)] : []
  const form = new RegExp(`^${pattern.replaceAll('X', '\\d')}$`)
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return numbers.filter((number) => form.test(String(number).padStart(pattern.length, '0')))
}

/** The years that a year with open digits may be, earliest first. */
function yearsOf(year: string): number[] {
  const digits = year.replace('-', '')
  const [low, high] = ['0', '9'].map((digit) => Number(digits.replaceAll('X', digit)))
  const years = matching(digits, low ?? 0, high ?? 0)
  return year.startsWith('-') ? years.map((each) => 0 - each).reverse() : years
}

/** The first and the last year that a year with open digits may be. */
export function yearRange({ year }: Pick<DateParts, 'year'>): [first: number, last: number] {
  const years = yearsOf(year)
  return [years[0] ?? 0, years.at(-1) ?? 0]
}

/** The first of the days that the parts allow, in the order given; undefined where no calendar has such a day. */
function findDay({ year, month = 'XX', day = 'XX' }: DateParts, last: boolean): number | undefined {
  const inOrder = (numbers: number[]) => (last ? numbers.reverse() : numbers)
  for (const y of inOrder(yearsOf(year))) {
    for (const m of inOrder(matching(month, 1, 12))) {
      const [d] = inOrder(matching(day, 1, daysInMonth(y, m - 1)))
      if (d !== undefined) return utcTime(y, m - 1, d)
    }
  }
  return undefined
}

/** How long after midnight in UTC, and how long it lasts as it is written; null for a time that no clock shows. */
function readClock(time: string, zone = 'Z'): { afterMs: number; lastsMs: number } | null {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
  const [, sign, zoneHours = 0, zoneMinutes = 0] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  if (hours > 24 || (hours === 24 && minutes + seconds > 0) || minutes > 59 || seconds > 59) return null
  if (Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return null
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1)
  return {
    afterMs: (hours * 60 + minutes - offset) * MINUTE_MS + seconds * 1000,
    lastsMs: time.length > 'hh:mm'.length ? 1000 : MINUTE_MS,
  }
}

/** From `start` to, but not including, `end`, ms since 1970; null for what is no point of EDTF, and for days that no calendar has. */
export function pointExtent(edtf: string): { start: number; end: number } | null {
  const parts = readDateParts(edtf)
  if (parts === null) return null
  const [first, last] = [findDay(parts, false), findDay(parts, true)]
  if (first === undefined || last === undefined) return null
  const clock = parts.time === undefined ? undefined : readClock(parts.time, parts.zone)
  if (clock === null) return null
  const [start, end] =
    clock === undefined ? [first, last + DAY_MS] : [first + clock.afterMs, first + clock.afterMs + clock.lastsMs]
  // Beyond what a clock of JavaScript counts there is no moment.
  return Number.isNaN(new Date(start).getTime() + new Date(end).getTime()) ? null : { start, end }
}

/** Whether an end of an interval is open. */
export function isOpenEnd(text: string): boolean {
  return text === '' || text === '..'
}

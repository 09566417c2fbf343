/** A moment by the clock of a place: "26 September 2022", "02:03:24", and how far that clock is from UTC: "UTC+2". */
export interface ClockTime {
  date: string
  time: string
  offset: string
}

/** How far a clock is from UTC, in words: `+02:00` and the engine's `GMT+02:00` as "UTC+2", `+05:30` as "UTC+5:30", all else as "UTC". */
export function offsetName(offset: string): string {
  const [, sign, hours = '0', minutes = '00'] = /^(?:GMT)?([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? []
  if (sign === undefined || (Number(hours) === 0 && Number(minutes) === 0)) return 'UTC'
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

/**
 * A moment, ms since 1970, in an IANA time zone, with the rules that held there then. The parts are put together by
 * hand: separators differ between the engines of server and browser. Null for a zone that the engine does not know.
 */
export function clockTime(at: number, timeZone: string, locale: string): ClockTime | null {
  try {
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    }).formatToParts(at)
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
    return {
      date: `${part('day')} ${part('month')} ${part('year')}`,
      time: `${part('hour')}:${part('minute')}:${part('second')}`,
      offset: offsetName(part('timeZoneName')),
    }
  } catch {
    return null
  }
}

/** The city that a zone is named after: `America/New_York` is New York. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** How finely a date is known. A `span` has two ends, each as fine as it is written. */
export type TimePrecision = 'instant' | 'minute' | 'day' | 'month' | 'year' | 'span'

/**
 * How finely an EDTF date that `edtfSchema` took is written: `instant` is to the second; what leaves digits open, as
 * `201X`, is a span. Without the parser of such dates, so that the page need not load it.
 */
export function timePrecision(edtf: string): TimePrecision {
  const text = stripHedges(edtf).replace(/(-XX)+$/, '')
  if (/[/X]/.test(text)) return 'span'
  if (text.includes('T')) return /T\d{2}:\d{2}:/.test(text) ? 'instant' : 'minute'
  const parts = text.replace(/^-/, '').split('-').length
  return parts >= 3 ? 'day' : parts === 2 ? 'month' : 'year'
}

/** Whether an EDTF date says itself that it is not certain: `~`, `?` or `%` at either end. */
export function isHedged(edtf: string): boolean {
  return /[~?%]/.test(edtf)
}

/** An EDTF date without what it says of its certainty. */
export function stripHedges(edtf: string): string {
  return edtf.replace(/[~?%]/g, '')
}

/** What an EDTF date other than an interval gives, as written; a year may be a decade, `201X`, and what is left open is not there. */
export interface DateParts {
  year: string
  month?: string | undefined
  day?: string | undefined
  time?: string | undefined
  zone?: string | undefined
}

const pointPattern =
  /^(?<year>\d{4}|\d{3}X)(?:-(?<month>\d{2}|XX)(?:-(?<day>\d{2}|XX)(?:T(?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/

/** Takes one end of an EDTF date apart; null for an open end, a season, and what is written more finely than this reads. */
export function readDateParts(edtf: string): DateParts | null {
  const groups = pointPattern.exec(stripHedges(edtf))?.groups
  if (groups?.year === undefined) return null
  const month = groups.month === 'XX' ? undefined : groups.month
  const day = groups.day === 'XX' || month === undefined ? undefined : groups.day
  // Months above 12 are EDTF's seasons.
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return null
  return { year: groups.year, month, day, time: groups.time, zone: groups.zone }
}

import { readDateParts, stripHedges } from '@/lib/schema/plain-dates'

/** A moment by the clock of a place: "26 September 2022", "02:03:24", and how far that clock is from UTC: "UTC+2". */
export interface ClockTime {
  date: string
  time: string
  offset: string
}

/** How far a clock is from UTC, in words: `+02:00` and the engine's `GMT+02:00` as "UTC+2", `+05:30` as "UTC+5:30", the time of the sun of old, `GMT+00:53:28`, as "UTC+0:53:28", all else as "UTC". */
export function offsetName(offset: string): string {
  const [, sign, hours = '0', minutes = '00', seconds = ''] =
    /^(?:GMT)?([+-])(\d{2}):?(\d{2})?(:\d{2})?$/.exec(offset) ?? []
  if (sign === undefined || [hours, minutes, seconds.slice(1)].every((part) => Number(part) === 0)) return 'UTC'
  const finer = seconds === '' && minutes === '00' ? '' : `:${minutes}${seconds}`
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${finer}`
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
      era: 'short',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    }).formatToParts(at)
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
    const year = Number(part('year'))
    return {
      date: `${part('day')} ${part('month')} ${yearName(part('era').startsWith('B') ? 1 - year : year)}`,
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
  const parts = readDateParts(edtf)
  if (parts === null) return 'span'
  const { year, month, day, time } = parts
  if ([year, month, day].some((part) => part?.includes('X'))) return 'span'
  if (time !== undefined) return time.length > 'hh:mm'.length ? 'instant' : 'minute'
  if (day !== undefined) return 'day'
  return month === undefined ? 'year' : 'month'
}

/** Whether an EDTF date says itself that it is not certain: `~`, `?` or `%` at either end, or digits that are not significant. */
export function isHedged(edtf: string): boolean {
  return edtf !== stripHedges(edtf)
}

const grouped = (year: number) => String(year).replace(/\B(?=(\d{3})+$)/g, ',')

/** A year as people write it: "2022", "99 CE", "44 BCE", "50,001 BCE". */
export function yearName(year: number): string {
  // Astronomical years have a year 0, which people call 1 BCE.
  if (year < 1) return `${1 - year > 9999 ? grouped(1 - year) : 1 - year} BCE`
  if (year < 1000) return `${year} CE`
  return year > 9999 ? grouped(year) : String(year)
}

/** The years from one to another: "2014–2022", "100–44 BCE", "44 BCE – 14 CE". */
export function yearsName(first: number, last: number): string {
  const [from, to] = [yearName(first), yearName(last)]
  if (first === last) return from
  const era = / B?CE$/
  if (era.exec(from)?.[0] !== era.exec(to)?.[0]) return `${from} – ${to}`
  return `${from.replace(era, '')}–${to}`
}

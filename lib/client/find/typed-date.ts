import { writeYear, yearAt } from '@/lib/derive/calendar'
import type { TimeWindow } from '@/lib/derive/record-filter'
import { pointExtent, utcTime } from '@/lib/schema/plain-dates'

/** A day, month or year that was typed. */
export interface TypedDate extends TimeWindow {
  /** As EDTF: `2022-09-26`, `2022-09`, `2022`. */
  edtf: string
}

/** Fewer letters are no month: "ma" may be March or May. */
const SHORTEST_MONTH = 3
const YEARS_NEAR = 500

const months = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]

/** What may be typed, in the order in which it is tried. `name` is a month's name or its beginning, `month` a number. */
const patterns = [
  /^(?<year>-?\d{4})(?:-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?)?$/,
  /^(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})$/,
  /^(?<year>\d{1,6}) (?<era>b?ce|bc|ad)$/,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name>[a-z]+)\.?,?(?: (?:(?<year>\d{4})|(?<eraYear>\d{1,6}) (?<era>b?ce|bc|ad)))?$/,
  /^(?<name>[a-z]+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,?(?: (?:(?<year>\d{4})|(?<eraYear>\d{1,6}) (?<era>b?ce|bc|ad)))?$/,
  /^(?<name>[a-z]+)\.? (?:(?<year>\d{4})|(?<eraYear>\d{1,6}) (?<era>b?ce|bc|ad))$/,
] as const

function monthNumber(name: string | undefined, number: string | undefined): number | null {
  if (name === undefined) return number === undefined ? null : Number(number)
  const found = name.length < SHORTEST_MONTH ? -1 : months.findIndex((month) => month.startsWith(name))
  // "Sept" is a beginning like any other; what begins no month is no month.
  return found < 0 ? 0 : found + 1
}

const pad = (number: number) => String(number).padStart(2, '0')

/** The astronomical year of what was typed: 44 BCE is −43. Null where none was. */
function writtenYear({ year, eraYear = year, era }: Partial<Record<string, string>>): number | null {
  if (eraYear === undefined) return null
  return era?.startsWith('b') ? 1 - Number(eraYear) : Number(eraYear)
}

/** The year in which a day of a month is nearest to `near`. */
function nearestYear(month: number, day: number, near: number): number {
  const year = yearAt(near)
  const away = (each: number) => Math.abs(utcTime(each, month - 1, day) - near)
  return [year - 1, year, year + 1].reduce((best, each) => (away(each) < away(best) ? each : best), year)
}

/**
 * Reads a date as people type it, as "26 September 2022", "Sep 26", "2022-09-26", "26.9.2022" (day first), "September
 * 2022", "2022", "44 BCE"; one without a year is that nearest to `near`, ms since 1970. Days are of UTC. Null for anything else.
 */
export function readTypedDate(typed: string, near: number): TypedDate | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ')
  const groups = patterns.map((pattern) => pattern.exec(text)?.groups).find((each) => each !== undefined)
  if (groups === undefined) return null
  const month = monthNumber(groups.name, groups.month)
  const day = groups.day === undefined ? null : Number(groups.day)
  if (month !== null && (month < 1 || month > 12)) return null
  const written = writtenYear(groups)
  // A number alone is a year only where the case is near it.
  if (written !== null && /^\d+$/.test(text) && Math.abs(written - yearAt(near)) > YEARS_NEAR) return null
  const year = written ?? nearestYear(month ?? 1, day ?? 1, near)
  const parts = [writeYear(year), ...[month, day].filter((part) => part !== null).map(pad)]
  const edtf = parts.join('-')
  // There is no 31 September, and no year beyond a clock's.
  const extent = pointExtent(edtf)
  return extent === null ? null : { edtf, ...extent }
}

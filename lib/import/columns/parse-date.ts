import { daysInMonth, isOpenEnd, pointExtent, readDateParts, utcTime } from '@/lib/schema/plain-dates'
import type { Cell } from '../row'
import { offsetOfZone, plainDateText, writtenSpans, yearPhrase } from './date-phrases'
import { monthOf } from './month-names'
import type { Outcome } from './parse-position'
import { offsetAt } from './zone-offset'

/** How a column's dates are written. */
export interface DateRules {
  /** What comes first in 03/04/2022; null where that is not known. */
  order: 'day' | 'month' | null
  /** An offset, as +02:00, or an IANA name, for times that say none; null: their time is left out. */
  zone: string | null
}

/** A date in EDTF; `lostTime` where a time without its zone was left out. */
export interface ParsedDate {
  edtf: string
  lostTime?: true
}

const two = (number: number | string) => String(number).padStart(2, '0')
const example = 'write it as 2022-09-26, 2022-09 or 2022'
const asksOrder = { reason: 'may begin with its day or its month: say which its column has' }

function dayText(year: number, month: number, day: number): Outcome<string> {
  if (month < 1 || month > 12) return { reason: `has a month ${month}: ${example}` }
  if (day < 1 || day > daysInMonth(year, month - 1))
    return { reason: `is no day: month ${month} of ${year} has ${daysInMonth(year, month - 1)} days` }
  return { value: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` }
}

const clockPattern =
  /(?:[T,\s]|^)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?(?:\s*\(?([A-Z]{2,5})\)?)?\s*$/i

/** What stands behind a time and is no zone. */
const hourWords = /^(?:uhr|hrs?|hours?|horas?|godz|local|lt|time|noon)$/i

interface Clock {
  time: string
  zone: string | null
  /** A zone is named by letters that are not known, or stand for several. */
  isZoneUnknown?: boolean
  /** When it ended, on the same day. */
  until?: string
}

function readClock(match: RegExpExecArray, isIso: boolean): Clock | null {
  const [, hours = '', minutes = '', seconds, half, zone, short] = match
  const base = Number(hours) % (half === undefined ? 100 : 12)
  const hour = half !== undefined && /^p/i.test(half) ? base + 12 : base
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null
  const time = `${two(hour)}:${minutes}${seconds === undefined ? '' : `:${seconds}`}`
  if (zone === undefined) {
    const named = short === undefined ? null : offsetOfZone(short)
    return { time, zone: named, isZoneUnknown: short !== undefined && named === null && !hourWords.test(short) }
  }
  if (/^[a-z]/i.test(zone)) return { time, zone: 'Z' }
  const [, sign, h = '0', m = '00'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? []
  const until = `${two(h)}:${m}`
  // “26.09.2022 10:00-12:00” is from ten to twelve; only ISO 8601 has offsets so.
  if (!isIso && sign === '-' && until > time && Number(h) < 24 && Number(m) < 60) return { time, zone: null, until }
  // No clock is farther ahead than those of Kiribati.
  if (Number(h) > 14 || Number(m) > 59) return null
  return { time, zone: `${sign}${two(h)}:${m}` }
}

/** A moment of a clock whose zone may be said for the whole column. */
function withClock(day: string, clock: Clock | null, { zone }: DateRules): ParsedDate {
  if (clock === null) return { edtf: day }
  const momentOf = (time: string) => {
    const offset = clock.zone ?? (zone === null || clock.isZoneUnknown ? null : offsetAt(zone, `${day}T${time}`))
    return offset === null ? null : `${day}T${time}${offset}`
  }
  const moments = [clock.time, ...(clock.until === undefined ? [] : [clock.until])].map(momentOf)
  return moments.includes(null) ? { edtf: day, lostTime: true } : { edtf: moments.join('/') }
}

const yearOf = (text: string): number | null => (/^\d{4}$/.test(text) ? Number(text) : null)

/** Three numbers between points, slashes or dashes. */
function fromNumbers([one = '', two = '', three = '']: readonly string[], { order }: DateRules): Outcome<string> {
  if (one.length === 4) return dayText(Number(one), Number(two), Number(three))
  const year = yearOf(three)
  if (year === null) return { reason: `has a year of two digits, which may be of either century: ${example}` }
  const [first, second] = [Number(one), Number(two)]
  if (first > 12 && second <= 12) return dayText(year, second, first)
  if (second > 12 && first <= 12) return dayText(year, first, second)
  if (first === second) return dayText(year, first, second)
  if (order === null) return asksOrder
  return order === 'day' ? dayText(year, second, first) : dayText(year, first, second)
}

/** Words: "26 September 2022", "Sept. 26, 2022", "September 2022", "26 вересня 2022 р.". */
function fromWords(text: string): Outcome<string> | null {
  const parts = text
    .replace(/(\d)(st|nd|rd|th)\b/gi, '$1')
    .split(/[\s,./-]+/)
    .filter((part) => part !== '' && !/^(de|of|del|den|the|р|г|року|года)$/i.test(part))
  const months = parts.flatMap((part) => monthOf(part) ?? [])
  const [month] = months
  const numbers = parts.filter((part) => /^\d+$/.test(part))
  if (month === undefined || months.length > 1 || parts.length > numbers.length + 1) return null
  const year = numbers.map(yearOf).find((each) => each !== null) ?? null
  if (year === null) return { reason: `says no year: ${example}` }
  const days = numbers.filter((each) => yearOf(each) === null)
  if (days.length > 1) return null
  return days.length === 0 ? { value: `${year}-${two(month)}` } : dayText(year, month, Number(days[0]))
}

/** An end of a date in EDTF, of the forms that people write: years with open digits or long ones, marks of certainty, moments with a zone. */
const edtfEnd =
  /^(?:-?(?:\d{4}|\d{3}X|\d{2}XX)(?:-\d{2}(?:-\d{2})?)?[~?%]?|Y-?\d{5,6}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))$/

/** Whether a text is EDTF itself: one date, or two with the second not before the first. */
function isEdtf(text: string): boolean {
  const ends = text.split('/')
  if (ends.length > 2 || ends.every(isOpenEnd)) return false
  const known = ends.filter((end) => ends.length === 1 || !isOpenEnd(end))
  if (text.length > 64 || !known.every((end) => edtfEnd.test(end))) return false
  const extents = known.map(pointExtent)
  return extents.every((extent) => extent !== null) && (extents[0]?.start ?? 0) <= (extents.at(-1)?.start ?? 0)
}

/** Seconds or milliseconds since 1970, or a spreadsheet's day. */
function fromNumber(number: number): Outcome<ParsedDate> {
  if (Number.isInteger(number) && number >= 1000 && number <= 2999) return { value: { edtf: String(number) } }
  const digits = String(Math.trunc(number))
  if (/^(1\d{3}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(digits)) {
    const day = dayText(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    return 'reason' in day ? day : { value: { edtf: day.value } }
  }
  const ms = number > 1e11 ? number : number > 1e8 ? number * 1000 : null
  if (ms !== null && ms < 4e12) return { value: { edtf: `${new Date(ms).toISOString().slice(0, 19)}Z` } }
  if (number >= 10_000 && number < 100_000)
    return { value: { edtf: new Date((Math.floor(number) - 25_569) * 86_400_000).toISOString().slice(0, 10) } }
  return { reason: `is no date: ${example}` }
}

/** Something about a date: "c. 1900", "about 1900", "ca. 1900" and "1900?". */
function stripDoubt(text: string): { text: string; mark: string } {
  const about =
    /^(?:(?:circa|approximately|approx\.?|about|around|ca\.?|c\.?|бл\.|um)(?:\s+|(?<=\.)|(?=\d))|~\s*(?=\d))|\s*\((?:circa|ca\.|approx\.?|approximate(?:ly)?)\)$/iu
  if (about.test(text)) return { text: text.replace(about, ''), mark: '~' }
  return /\d\s*\?$/.test(text) ? { text: text.replace(/\s*\?$/, ''), mark: '?' } : { text, mark: '' }
}

function parseText(written: string, rules: DateRules): Outcome<ParsedDate> {
  const { text, mark } = stripDoubt(written)
  const phrase = yearPhrase(text)
  if (phrase !== null && (mark === '' || !phrase.includes('/'))) return { value: { edtf: phrase + mark } }
  const clockMatch = clockPattern.exec(text)
  const date = (clockMatch === null ? text : text.slice(0, clockMatch.index)).trim()
  const clock = clockMatch === null ? null : readClock(clockMatch, /^\d{4}-\d{2}-\d{2}$/.test(date))
  if (clockMatch !== null && clock === null) return { reason: 'has a time that no clock shows' }
  const numbers = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?$/.exec(date)?.slice(1)
  const month = /^(\d{4})[./-](\d{1,2})$/.exec(date) ?? /^(\d{1,2})[./-](\d{4})$/.exec(date)
  if (numbers !== undefined) {
    const day = fromNumbers(numbers, rules)
    return 'reason' in day
      ? day
      : { value: mark === '' ? withClock(day.value, clock, rules) : { edtf: day.value + mark } }
  }
  if (month !== null && clock === null) {
    const [, one = '', other = ''] = month
    const [year, number] = one.length === 4 ? [one, other] : [other, one]
    return Number(number) >= 1 && Number(number) <= 12
      ? { value: { edtf: `${year}-${two(number)}${mark}` } }
      : { reason: `has a month ${number}: ${example}` }
  }
  if (/^\d{4}$/.test(date) && clock === null) return { value: { edtf: date + mark } }
  const quarter = /^(?:Q([1-4])[\s/-]*(\d{4})|(\d{4})[\s/-]*Q([1-4]))$/i.exec(date)
  if (quarter !== null) {
    const [year, number] = [quarter[2] ?? quarter[3] ?? '', Number(quarter[1] ?? quarter[4])]
    return { value: { edtf: `${year}-${two(number * 3 - 2)}/${year}-${two(number * 3)}` } }
  }
  const words = fromWords(date)
  if (words === null) return { reason: `is no date: ${example}` }
  if ('reason' in words) return words
  const isDay = words.value.length === '2022-09-26'.length
  return { value: mark === '' && isDay ? withClock(words.value, clock, rules) : { edtf: words.value + mark } }
}

/**
 * A date as it is written in a table, as precise as it is there, in EDTF: ISO 8601, numbers between points or slashes, a
 * month by its name in several languages, seconds since 1970, a spreadsheet's day, a span, EDTF itself.
 */
export function parseDate(cell: Cell, rules: DateRules): Outcome<ParsedDate> {
  if (typeof cell === 'number') return fromNumber(cell)
  if (String(cell).length > 100) return { reason: `is no date: ${example}` }
  const text = plainDateText(String(cell))
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^-?\d{4}$/.test(text)) return fromNumber(Number(text))
  if (isEdtf(text) && readDateParts(text)?.time === undefined) return { value: { edtf: text } }
  if (isEdtf(text)) return { value: { edtf: text.replace(/\.\d+(?=Z|[+-])/g, '') } }
  const whole = parseText(text, rules)
  if ('value' in whole || whole === asksOrder) return whole
  return parseSpan(text, rules) ?? whole
}

/** Two dates with a word or a mark between them; null where a text is no such thing. */
function parseSpan(text: string, rules: DateRules): Outcome<ParsedDate> | null {
  let isAsked = false
  for (const ends of writtenSpans(text)) {
    const [from, to] = ends.map((end) => parseText(end, rules))
    if (from === undefined || to === undefined) continue
    isAsked ||= [from, to].every((end) => end === asksOrder || 'value' in end)
    if ('reason' in from || 'reason' in to) continue
    const span = `${from.value.edtf}/${to.value.edtf}`
    const lost = from.value.lostTime ?? to.value.lostTime
    if (!isEdtf(span)) return { reason: 'ends before it begins' }
    return { value: { edtf: span, ...(lost === undefined ? {} : { lostTime: lost }) } }
  }
  return isAsked ? asksOrder : null
}

/** Which comes first in the dates of a column, the day or the month, as far as one of them shows it; null where none does. */
export function findDateOrder(values: readonly Cell[]): { order: 'day' | 'month' | null; isAsked: boolean } {
  let [day, month, either] = [0, 0, 0]
  for (const value of values) {
    const [, one, two] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{4}/.exec(String(value).trim()) ?? []
    if (one === undefined || two === undefined) continue
    if (Number(one) > 12) day++
    else if (Number(two) > 12) month++
    else if (one !== two) either++
    // What is parted by points is a day first, wherever dates are written so.
    if (/^\d{1,2}\.\d{1,2}\.\d{4}/.test(String(value))) day++
  }
  if (day > 0 && month === 0) return { order: 'day', isAsked: false }
  if (month > 0 && day === 0) return { order: 'month', isAsked: false }
  return { order: null, isAsked: either + day + month > 0 }
}

/** Whether an EDTF date lies within what a clock counts, ms since 1970; null where it does not. */
export function edtfExtent(edtf: string): { start: number; end: number } | null {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) return pointExtent(from)
  const [start, end] = [isOpenEnd(from) ? null : pointExtent(from), isOpenEnd(to) ? null : pointExtent(to)]
  if (start === null && end === null) return null
  return { start: (start ?? end)?.start ?? utcTime(1970), end: (end ?? start)?.end ?? utcTime(1970) }
}

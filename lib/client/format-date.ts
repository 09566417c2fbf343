import { writeDay, writeMonth } from '@/lib/derive/calendar'
import { offsetName, yearsName } from '@/lib/derive/local-time'
import { type DateParts, isOpenEnd, pointExtent, readDateParts, utcTime, yearRange } from '@/lib/schema/plain-dates'

/** What a date of the case admits about itself: EDTF's `~`, `?` and `%`. */
type DateHedge = 'approximate' | 'uncertain' | 'approximateAndUncertain'

/** One moment, day, month, year or decade, in the reader's words. */
export interface DatePoint {
  kind: 'point'
  text: string
  hedge: DateHedge | null
}

/** From one date to another; `null` is an open end. */
interface DateSpan {
  kind: 'span'
  start: DatePoint | null
  end: DatePoint | null
  /** Both ends in one phrase without what they share: "26–30 September 2022"; null where an end is open or hedged. */
  text: string | null
}

export type DatePhrase = DatePoint | DateSpan

/**
 * An EDTF date, as `lib/schema/edtf-date.ts` accepts them, as words. What is no such date is shown as it stands in the
 * file: a date is never guessed and never dropped. Pure, and far smaller than the `edtf` package.
 */
export function describeDate(edtf: string, locale: string): DatePhrase {
  const slash = edtf.indexOf('/')
  if (slash < 0) return describePoint(edtf, locale)
  const startText = edtf.slice(0, slash)
  const endText = edtf.slice(slash + 1)
  const start = isOpenEnd(startText) ? null : describePoint(startText, locale)
  const end = isOpenEnd(endText) ? null : describePoint(endText, locale)
  const plain = start !== null && end !== null && start.hedge === null && end.hedge === null && !/-\d?X/.test(edtf)
  return { kind: 'span', start, end, text: plain ? joinEnds(startText, endText, locale) : null }
}

function describePoint(edtf: string, locale: string): DatePoint {
  const hedge = hedgeOf(edtf)
  const parts = readDateParts(edtf)
  return {
    kind: 'point',
    text: parts === null ? edtf : writePoint(edtf, parts, locale),
    hedge: parts === null ? null : hedge,
  }
}

/** A month or a day of which one digit is open is some days of several: from the first to the last. */
function writePoint(edtf: string, parts: DateParts, locale: string): string {
  const extent = [parts.month, parts.day].some((part) => part?.includes('X')) ? pointExtent(edtf) : null
  if (extent === null) return writeParts(parts, locale)
  const write = parts.day === undefined ? writeMonth : writeDay
  return joinEnds(write(extent.start), write(extent.end - 1), locale) ?? edtf
}

function hedgeOf(edtf: string): DateHedge | null {
  if (edtf.includes('%') || (edtf.includes('~') && edtf.includes('?'))) return 'approximateAndUncertain'
  if (/~|\dS\d/.test(edtf)) return 'approximate'
  return edtf.includes('?') ? 'uncertain' : null
}

function writeParts({ year, month, day, time, zone }: DateParts, locale: string): string {
  const yearText = writeYears(year)
  if (month === undefined) return yearText
  const monthText = `${monthName(month, locale)} ${yearText}`
  if (day === undefined) return monthText
  const dayText = `${Number(day)} ${monthText}`
  if (time === undefined) return dayText
  return `${dayText}, ${time}${zone === undefined ? '' : ` ${offsetName(zone)}`}`
}

/** "2022", "2010s", "1800–1899"; the first decade of a century has no name that is not the century's as well. */
function writeYears(year: string): string {
  const [first, last] = yearRange({ year })
  const isDecade = /^[1-9]\d[1-9]X$/.test(year)
  return isDecade ? `${first}s` : yearsName(first, last)
}

const monthNames = new Map<string, string>()

/** Kept, since making a date format costs more than all the rest of a date's text. */
function monthName(month: string, locale: string): string {
  const key = `${locale} ${month}`
  const known = monthNames.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const name = format.format(utcTime(2000, Number(month) - 1))
  monthNames.set(key, name)
  return name
}

/**
 * Written by hand rather than with `Intl.DateTimeFormat.formatRange`: its separators differ between the ICU of Node and
 * of Chromium, and the page would not hydrate cleanly.
 */
function joinEnds(startText: string, endText: string, locale: string): string | null {
  const start = readDateParts(startText)
  const end = readDateParts(endText)
  if (start === null || end === null) return null
  const days = start.day !== undefined && end.day !== undefined && start.time === undefined && end.time === undefined
  if (days && start.year === end.year && start.month === end.month)
    return `${Number(start.day)}–${writeParts(end, locale)}`
  if (days && start.year === end.year && start.month !== undefined)
    return `${Number(start.day)} ${monthName(start.month, locale)} – ${writeParts(end, locale)}`
  if (start.month !== undefined && start.year === end.year && start.day === undefined && end.day === undefined)
    return `${monthName(start.month, locale)} – ${writeParts(end, locale)}`
  if (start.month === undefined && end.month === undefined) {
    const named = [writeYears(start.year), writeYears(end.year)]
    if (named.every((name) => name.endsWith('s'))) return named.join('–')
    return yearsName(yearRange(start)[0], yearRange(end)[1])
  }
  return `${writeParts(start, locale)} – ${writeParts(end, locale)}`
}

/** Seconds, minutes, hours or days since a moment, in the largest unit that is at least one. */
export function describeAge(ageMs: number): { unit: 'seconds' | 'minutes' | 'hours' | 'days'; count: number } {
  const seconds = Math.max(0, Math.floor(ageMs / 1000))
  if (seconds < 60) return { unit: 'seconds', count: seconds }
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) }
  return { unit: 'days', count: Math.floor(seconds / 86_400) }
}

import { type DateParts, offsetName, readDateParts, stripHedges } from '@/lib/derive/local-time'

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
 * An EDTF date (levels 0 and 1 as `lib/schema/edtf-date.ts` accepts them: year, month, day, exact second with zone,
 * `~ ? %`, unspecified `X`, intervals with open ends) as words. What is written more finely than this reads is shown as
 * it stands in the file: a date is never guessed and never dropped. Pure, and far smaller than the `edtf` package.
 */
export function describeDate(edtf: string, locale: string): DatePhrase {
  const slash = edtf.indexOf('/')
  if (slash < 0) return describePoint(edtf, locale)
  const startText = edtf.slice(0, slash)
  const endText = edtf.slice(slash + 1)
  const start = isOpen(startText) ? null : describePoint(startText, locale)
  const end = isOpen(endText) ? null : describePoint(endText, locale)
  const plain = start !== null && end !== null && start.hedge === null && end.hedge === null
  return { kind: 'span', start, end, text: plain ? joinEnds(startText, endText, locale) : null }
}

function isOpen(text: string): boolean {
  return text === '' || text === '..'
}

function describePoint(edtf: string, locale: string): DatePoint {
  const hedge = hedgeOf(edtf)
  const parts = readDateParts(edtf)
  return {
    kind: 'point',
    text: parts === null ? edtf : writeParts(parts, locale),
    hedge: parts === null ? null : hedge,
  }
}

function hedgeOf(edtf: string): DateHedge | null {
  if (edtf.includes('%') || (edtf.includes('~') && edtf.includes('?'))) return 'approximateAndUncertain'
  if (edtf.includes('~')) return 'approximate'
  return edtf.includes('?') ? 'uncertain' : null
}

function writeParts({ year, month, day, time, zone }: DateParts, locale: string): string {
  const yearText = year.endsWith('X') ? `${year.slice(0, 3)}0s` : String(Number(year))
  if (month === undefined) return yearText
  const monthText = `${monthName(month, locale)} ${yearText}`
  if (day === undefined) return monthText
  const dayText = `${Number(day)} ${monthText}`
  if (time === undefined) return dayText
  return `${dayText}, ${time}${zone === undefined ? '' : ` ${offsetName(zone)}`}`
}

const monthNames = new Map<string, string>()

/** Kept, since making a date format costs more than all the rest of a date's text. */
function monthName(month: string, locale: string): string {
  const key = `${locale} ${month}`
  const known = monthNames.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  const name = format.format(Date.UTC(2000, Number(month) - 1, 1))
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
  if (start.month === undefined && end.month === undefined)
    return `${writeParts(start, locale)}–${writeParts(end, locale)}`
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

/** Records in the order of their dates, those without one last. */
export function orderByDate<T extends { date?: string | undefined }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => dateOrder(a.date).localeCompare(dateOrder(b.date)))
}

/**
 * A sortable text for chronological order: the earliest moment that the date covers, with hedges taken off. Dates that
 * differ only in precision stand the coarser first, but a day after the times of it: what is told of a day follows what
 * happened at an hour of it. Exact times are turned to UTC.
 */
export function dateOrder(edtf: string | undefined): string {
  // What nobody dates follows all that is dated; a letter, since a collation has signs before digits.
  if (edtf === undefined) return 'z'
  const first = stripHedges(edtf.split('/')[0] ?? '').replace(/X/g, '0')
  if (!first.includes('T')) return first.length === 'yyyy-mm-dd'.length ? `${first}T99` : first
  const moment = Date.parse(first)
  return Number.isNaN(moment) ? first : new Date(moment).toISOString()
}

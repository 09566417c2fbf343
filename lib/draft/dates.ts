import { casual, type ParsedResult } from 'chrono-node/en'
import { months, weekdays } from './english'
import { type ReportText, type Stretch, stretchesWithin } from './report-text'
import { dayBefore, type FoundDate, findDayRanges, findSeasons, findSpans, two } from './spans-of-time'

/** How exactly a date is told; null for a time alone, whose day its sentence tells. */
function writeDate(parts: ParsedResult['start']): string | null {
  const year = String(parts.get('year')).padStart(4, '0')
  if (parts.isCertain('day') || parts.isCertain('weekday'))
    return `${year}-${two(parts.get('month'))}-${two(parts.get('day'))}`
  if (parts.isCertain('month')) return `${year}-${two(parts.get('month'))}`
  return parts.isCertain('year') ? year : null
}

/** What the parser takes for a date and a report does not tell as one: durations, words that are also names, what counts from another date. */
const NO_DATE =
  /^(?:now|tonight|second|may|sun|sat|march|mar|the days? (?:before|after)|(?:\S+ ){0,4}(?:minute|hour|day|night|week|month|year|decade)s?(?: of| in)?|.*\b(?:earlier|later|before|after)|.*\b(?:week|weekend|month|year))$/iu
const AGO = /\bago$/iu

/** What stands right before a day that is still to come. */
const TO_COME = /\b(?:by|until|till|next|before|this coming)\s(?:at least |the end of |early |late |mid-)?$/iu

/** A weekday alone is the last one before the report, or its own day, as a report tells it; the next one where it is told as to come. */
function tellWeekday(words: string, before: string, reported: Date): string | null {
  const found = /(?<when>last|next|this coming|coming)?\s*(?<name>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b/iu.exec(
    words,
  )?.groups
  if (found?.name === undefined || /next|coming/iu.test(found.when ?? '')) return null
  const at = weekdays.findIndex((day) => day.toLowerCase() === found.name?.toLowerCase())
  const back = (reported.getUTCDay() - at + 7) % 7
  if (TO_COME.test(before)) return dayBefore(reported, back - 7)
  return dayBefore(reported, back === 0 && found.when !== undefined ? 7 : back)
}

/** As far before a date as tells whether it is to come, units. */
const BEFORE = 24

/** The year of a month that the report gives without one: the last before the report, unless it is told as to come. */
function withYear(date: string, before: string, reported: string): string {
  const later = (years: number) => `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`
  // “by March” may tell of one that is over, “until at least March” and “next March” hardly.
  const isLater = /\b(?:at least|next|this coming)\s$/iu.test(before) && date < reported.slice(0, date.length)
  if (TO_COME.test(before)) return isLater ? later(1) : date
  if (date <= reported.slice(0, date.length)) return date
  return later(-1)
}

/** A month alone, by its name. */
function readMonth(words: string, index: number, text: string, reported: string): FoundDate | null {
  const number = months.findIndex((month) => month.toLowerCase().startsWith(words.toLowerCase().slice(0, 3))) + 1
  if (number === 0) return null
  const date = withYear(
    `${reported.slice(0, 4)}-${two(number)}`,
    text.slice(Math.max(0, index - BEFORE), index),
    reported,
  )
  return { start: index, end: index + words.length, date, isRelative: true, because: 'counted from the report’s day' }
}

/** What one result of the parser is, if it is a date. */
function readResult(
  { start, end: until, text: words }: ParsedResult,
  index: number,
  text: string,
  reported: string,
): FoundDate | null {
  const day = new Date(`${reported}T12:00:00Z`)
  // “In March, 45 ships passed”: a number that begins what follows, and no year.
  const counted = /^(\p{L}+),? \d{1,2}$/u.exec(words)
  if (counted !== null && start.isCertain('year')) return readMonth(counted[1] ?? '', index, text, reported)
  if (NO_DATE.test(words.trim()) && !AGO.test(words)) return null
  let end = index + words.replace(/[\s,;.]+$/u, '').length
  const before = text.slice(Math.max(0, index - BEFORE), index)
  const weekday = start.isCertain('month') ? null : tellWeekday(words, before, day)
  let date = weekday ?? writeDate(start)
  if (date === null) return null
  const ofYear = start.isCertain('month') ? /^ of (?<year>this year|last year|\d{4})/u.exec(text.slice(end)) : null
  if (ofYear !== null) {
    const said = ofYear.groups?.year ?? ''
    const year = /^\d/u.test(said)
      ? said
      : String(day.getUTCFullYear() - (said === 'last year' ? 1 : 0)).padStart(4, '0')
    end += ofYear[0].length
    date = `${year}${date.slice(4)}`
  } else if (weekday === null && start.isCertain('month') && !start.isCertain('year'))
    date = withYear(date, before, reported)
  const last = until === null || until === undefined || weekday !== null ? null : writeDate(until)
  const isRelative = weekday !== null || !/\d{4}/u.test(text.slice(index, end))
  return {
    start: index,
    end,
    date: last === null || last <= date ? date : `${date}/${last}`,
    isRelative,
    because: isRelative ? 'counted from the report’s day' : 'as the report has it',
  }
}

const MONTH_OF = new RegExp(`(?:${months.join('|')})(?: of)? $`, 'u')

/** “in 2014”: a year alone, which is told from a number by the word before it. */
function findYears(text: string, latest: number): FoundDate[] {
  const pattern =
    /(?<=\b(?:in|since|of|by|until|from|during|after|before|early|late) )(?<year>1[5-9]\d\d|20\d\d)(?![\d,.]\d|[\p{L}-]| (?:people|men|women)\b)/giu
  return [...text.matchAll(pattern)].flatMap(({ index, 0: year }): FoundDate[] => {
    if (Number(year) > latest || MONTH_OF.test(text.slice(Math.max(0, index - 14), index))) return []
    return [{ start: index, end: index + 4, date: year, isRelative: false, because: 'as the report has it' }]
  })
}

/** The parser takes time that grows with the square of a text full of dates: it gets a paragraph, or of a long one each sentence. */
const MOST_PARAGRAPH = 5_000

function listPieces({ paragraphs, sentences }: ReportText): Stretch[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.end - paragraph.start > MOST_PARAGRAPH ? stretchesWithin(sentences, paragraph) : [paragraph],
  )
}

const holds = (outer: Stretch, inner: Stretch) => outer.start <= inner.start && outer.end >= inner.end

/**
 * The dates that a report gives, counted from its day where they are relative. Times of day, durations, and what is counted
 * from another date are left out. Never throws.
 *
 * @param reported The report's day, as `2022-10-02`.
 */
export function findDates(report: ReportText, reported: string): FoundDate[] {
  const { text } = report
  const day = new Date(`${reported}T12:00:00Z`)
  const parsed = listPieces(report).flatMap(({ start, end }) =>
    casual
      .parse(text.slice(start, end), { instant: day, timezone: 0 }, { forwardDate: false })
      .map((result) => ({ result, index: start + result.index })),
  )
  const found = [
    ...findSeasons(text, day),
    ...findSpans(text, day),
    ...findDayRanges(text, day),
    ...parsed.flatMap(({ result, index }) => readResult(result, index, text, reported) ?? []),
    ...findYears(text, day.getUTCFullYear() + 30),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  // Of two that lie in each other the longer one stands first.
  const kept: FoundDate[] = []
  for (const each of found) if (!kept.slice(-3).some((other) => holds(other, each))) kept.push(each)
  return kept
}

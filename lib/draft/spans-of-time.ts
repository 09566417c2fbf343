import { daysInMonth } from '@/lib/schema/plain-dates'
import { months } from './english'
import type { Stretch } from './report-text'

/** A date or time that a report gives. */
export interface FoundDate extends Stretch {
  /** EDTF, as exact as the words are. */
  date: string
  /** It is counted from the report's day. */
  isRelative: boolean
  because: string
}

const DAY_MS = 86_400_000

export const two = (value: number | null) => String(value).padStart(2, '0')
export const dayBefore = (day: Date, days: number) => new Date(day.getTime() - days * DAY_MS).toISOString().slice(0, 10)

/** The month in which each season begins, north of the equator. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }
const SEASON =
  /(?<![\p{L}])(?:(?<when>last|this|next|over the|in the|during the|(?:in )?(?:early|late|mid-)?) )?(?<season>spring|summer|autumn|fall|winter)(?: of| in)? ?(?<year>\d{4})?(?![\p{L}])/giu

/** The three months of a season, each about so: nobody agrees on the days. */
function writeSeason(year: number, begins: number): string {
  const last = begins === 12 ? `${year + 1}-02` : `${year}-${two(begins + 2)}`
  return `${year}-${two(begins)}~/${last}~`
}

/** The year of a season that the report gives without one. */
function yearOfSeason(when: string, begins: number, day: Date): number {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + 1]
  const isOver = begins <= month
  // In January this winter is the one that has begun.
  if (/^this/iu.test(when)) return begins === 12 && month <= 2 ? year - 1 : year
  if (/^next/iu.test(when)) return isOver ? year + 1 : year
  return isOver ? year : year - 1
}

/** “over the summer”, “last winter”, “spring of 2021”: as the months that it is, north of the equator. */
export function findSeasons(text: string, day: Date): FoundDate[] {
  return [...text.matchAll(SEASON)].flatMap((match): FoundDate[] => {
    const { when, season = '', year } = match.groups ?? {}
    const begins = SEASONS[season.toLowerCase()]
    // “in the fall of the house”, “summer rain”: a season is told with its year, or with which it is.
    if (begins === undefined || (when === undefined && year === undefined)) return []
    if (/^fall$/iu.test(season) && !/^(?:last|this|next)$/iu.test(when ?? '') && year === undefined) return []
    return [
      {
        start: match.index,
        end: match.index + match[0].trimEnd().length,
        date: writeSeason(year === undefined ? yearOfSeason(when ?? '', begins, day) : Number(year), begins),
        isRelative: year === undefined,
        because: year === undefined ? 'a season, counted from the report’s day' : 'a season and its year',
      },
    ]
  })
}

const DAYS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:from|between) (?:the )?)?(?<first>\\d{1,2})(?: ?[-–—] ?| (?:to|and|until|till) (?:the )?)(?<last>\\d{1,2}) (?<month>${months.join('|')})(?:,? (?<year>\\d{4}))?(?![\\p{L}\\p{N}])`,
  'gu',
)

/** “from 12 to 14 May”, “2–3 March 2022”: the days that these are; of no year the last before the report, or the one to come. */
export function findDayRanges(text: string, day: Date): FoundDate[] {
  return [...text.matchAll(DAYS)].flatMap((match): FoundDate[] => {
    const { first = '', last = '', month = '', year } = match.groups ?? {}
    const own = two(months.indexOf(month) + 1)
    // What lies more than two months ahead was last year.
    const isLong = Number(own) - (day.getUTCMonth() + 1) > 2
    const of = year ?? String(day.getUTCFullYear() - (isLong ? 1 : 0)).padStart(4, '0')
    const [from, to] = [first, last].map((each) => `${of}-${own}-${two(Number(each))}`)
    if (from === undefined || to === undefined || from > to || Number(first) < 1) return []
    if (Number(last) > daysInMonth(Number(of), Number(own) - 1)) return []
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        date: `${from}/${to}`,
        isRelative: year === undefined,
        because: year === undefined ? 'counted from the report’s day' : 'as the report has it',
      },
    ]
  })
}

const SPAN =
  /(?<![\p{L}])(?:(?<when>last|this|next|over the|at the|during the|on the) )(?<what>week|weekend|month|year)(?![\p{L}])/giu

/** A week, from Monday on, or its end: `weeks` after the report's. */
function writeWeek(day: Date, weeks: number, isEnd: boolean): string {
  const sinceMonday = (day.getUTCDay() + 6) % 7
  const monday = new Date(day.getTime() + (weeks * 7 - sinceMonday) * DAY_MS)
  return `${dayBefore(monday, isEnd ? -5 : 0)}/${dayBefore(monday, -6)}`
}

/** “last week”, “over the weekend”, “next month”: as the days that these are. */
export function findSpans(text: string, day: Date): FoundDate[] {
  return [...text.matchAll(SPAN)].flatMap((match): FoundDate[] => {
    const { when = '', what = '' } = match.groups ?? {}
    const by = /^last/iu.test(when) ? -1 : /^next/iu.test(when) ? 1 : 0
    const month = new Date(Date.parse(`${day.toISOString().slice(0, 7)}-15T00:00:00Z`) + by * 30 * DAY_MS)
    const isWeekend = /weekend/iu.test(what)
    // A weekend is the one before the report, unless that is written on it.
    const weeks = isWeekend && by === 0 && ![0, 6].includes(day.getUTCDay()) ? -1 : by
    const dates: Readonly<Record<string, string | undefined>> = {
      week: writeWeek(day, weeks, false),
      weekend: writeWeek(day, weeks, true),
      month: month.toISOString().slice(0, 7),
      year: String(day.getUTCFullYear() + by).padStart(4, '0'),
    }
    const date = /^(?:last|this|next|over)/iu.test(when) || isWeekend ? dates[what.toLowerCase()] : undefined
    if (date === undefined || (/^over/iu.test(when) && !isWeekend)) return []
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        date,
        isRelative: true,
        because: 'counted from the report’s day',
      },
    ]
  })
}

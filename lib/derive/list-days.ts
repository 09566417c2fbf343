import { writeDay } from './calendar'
import type { LinkedMoment } from './linked-case'
import { timePrecision } from './local-time'

type Kind = LinkedMoment['kind']

/** A day, a month or a year, and what began in it: all of it or, where the list would be too long, how many of each kind. */
export interface ListedDay {
  /** In EDTF. */
  date: string
  start: number
  end: number
  moments: readonly LinkedMoment[]
  counts: ReadonlyMap<Kind, number> | null
}

/** Records that no record dates, by whose date they stand at instead. */
export interface ListedUndated {
  key: string
  moment: LinkedMoment
  ids: readonly string[]
}

interface TimeList {
  days: ListedDay[]
  undated: ListedUndated[]
}

/** More than this would be a page that nobody reads, and thousands of elements. */
const MOST_LISTED = 300

const LENGTH = { day: 'yyyy-mm-dd'.length, month: 'yyyy-mm'.length, year: 'yyyy'.length } as const

/** How finely the beginning of a date is known, as far as a list by days asks. */
function unitOf({ date }: LinkedMoment): keyof typeof LENGTH {
  const precision = timePrecision(date.split('/')[0] ?? date)
  return precision === 'month' || precision === 'year' ? precision : 'day'
}

function nextOf(start: number, length: number): number {
  const date = new Date(start)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (length === LENGTH.year) return Date.UTC(year + 1, 0)
  return length === LENGTH.month ? Date.UTC(year, month + 1) : Date.UTC(year, month, day + 1)
}

/** By day or, with a `longest` name of a date, by no finer a unit than that has. */
function gather(moments: readonly LinkedMoment[], longest: number): { date: string; moments: LinkedMoment[] }[] {
  const days = new Map<string, LinkedMoment[]>()
  for (const moment of moments) {
    const date = writeDay(moment.start).slice(0, Math.min(longest, LENGTH[unitOf(moment)]))
    const day = days.get(date)
    if (day === undefined) days.set(date, [moment])
    else day.push(moment)
  }
  return [...days].map(([date, of]) => ({ date, moments: of }))
}

function countKinds(moments: readonly LinkedMoment[]): Map<Kind, number> {
  const counts = new Map<Kind, number>()
  for (const { kind } of moments) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

function gatherUndated(moments: readonly LinkedMoment[]): ListedUndated[] {
  const groups = new Map<string, ListedUndated & { ids: string[] }>()
  for (const moment of moments) {
    const key = `${moment.kind} ${moment.basis} ${moment.date}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { key, moment, ids: [moment.id] })
    else group.ids.push(moment.id)
  }
  return [...groups.values()]
}

/**
 * The records of a case by the day, month or year that they began in, in the order of time, and those that nobody dates.
 * Where they are many, days have counts; where the days are many too, months or years do. Linear.
 */
export function listDays(moments: readonly LinkedMoment[]): TimeList {
  const dated = moments.filter(({ basis }) => basis === 'record')
  const undated = gatherUndated(moments.filter(({ basis }) => basis !== 'record'))
  const isLong = dated.length > MOST_LISTED
  const lengths = isLong ? [LENGTH.day, LENGTH.month, LENGTH.year] : [LENGTH.day]
  let days = gather(dated, LENGTH.day)
  for (const length of lengths) {
    days = gather(dated, length)
    if (days.length <= MOST_LISTED) break
  }
  return {
    days: days.map(({ date, moments: of }) => {
      const start = Date.parse(date)
      const end = nextOf(start, date.length)
      return { date, start, end, moments: isLong ? [] : of, counts: isLong ? countKinds(of) : null }
    }),
    undated,
  }
}

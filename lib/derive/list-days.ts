import { DAY_MS, startOfDay, startOfMonth, startOfYear, writeDay, writeMonth, writeYear, yearAt } from './calendar'
import type { LinkedMoment } from './linked-case'
import { timePrecision } from './local-time'

type Kind = LinkedMoment['kind']

/** A day, a month or a year, and what began in it: all of it or, where the list would be too long, how many of each kind. */
export interface ListedDay {
  /** In EDTF. */
  date: string
  unit: 'day' | 'month' | 'year'
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

/** The units that a list goes by, each finer than the one after it. */
const units = {
  day: { start: startOfDay, next: (start: number) => start + DAY_MS, write: writeDay },
  month: { start: startOfMonth, next: (start: number) => startOfMonth(start, 1), write: writeMonth },
  year: {
    start: startOfYear,
    next: (start: number) => startOfYear(start, 1),
    write: (at: number) => writeYear(yearAt(at)),
  },
} as const
type Unit = keyof typeof units
const coarser: readonly Unit[] = ['day', 'month', 'year']

/** How finely the beginning of a date is known, as far as a list by days asks. */
function unitOf({ date }: LinkedMoment): Unit {
  const precision = timePrecision(date.split('/')[0] ?? date)
  return precision === 'month' || precision === 'year' ? precision : 'day'
}

interface Gathered extends Pick<ListedDay, 'date' | 'start' | 'end'> {
  unit: Unit
  moments: LinkedMoment[]
}

/** Each by the unit that it is known to, or by a coarser one. */
function gather(moments: readonly LinkedMoment[], finest: Unit): Gathered[] {
  const days = new Map<string, Gathered>()
  for (const moment of moments) {
    const known = unitOf(moment)
    const unit = coarser.indexOf(known) > coarser.indexOf(finest) ? known : finest
    const start = units[unit].start(moment.start)
    const date = units[unit].write(start)
    const day = days.get(date)
    if (day === undefined) days.set(date, { date, unit, start, end: units[unit].next(start), moments: [moment] })
    else day.moments.push(moment)
  }
  return [...days.values()]
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
  let days = gather(dated, 'day')
  for (const unit of ['month', 'year'] as const) {
    if (days.length <= MOST_LISTED) break
    days = gather(dated, unit)
  }
  return {
    days: days.map(({ moments: of, ...day }) => ({
      ...day,
      moments: isLong ? [] : of,
      counts: isLong ? countKinds(of) : null,
    })),
    undated,
  }
}

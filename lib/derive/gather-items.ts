import { utcTime } from '@/lib/schema/plain-dates'
import { DAY_MS, startOfMonth, startOfYear, writeDay, writeMonth, writeYear, yearAt } from './calendar'
import type { LinkedMoment } from './linked-case'
import { pxPerDay, type TimeAxis } from './plan-axis'
import type { TimeItem } from './time-mark'

/** A step of the calendar: where the one begins that a moment is in, and where the next one does. */
interface CalendarStep {
  days: number
  start(at: number): number
  next(start: number): number
  /** In EDTF. */
  write(start: number): string
  precision: LinkedMoment['precision']
}

/** So many years, from a round one on. */
const yearsStep = (years: number): CalendarStep => ({
  days: 365.25 * years,
  start: (at) => utcTime(Math.floor(yearAt(at) / years) * years),
  next: (start) => startOfYear(start, years),
  write: (start) => `${writeYear(yearAt(start))}/${writeYear(yearAt(start) + years - 1)}`,
  precision: 'span',
})

/** 1970 began on a Thursday; weeks are from Monday on. */
const MONDAY_MS = 4 * DAY_MS

const steps: readonly CalendarStep[] = [
  {
    days: 1,
    start: (at) => Math.floor(at / DAY_MS) * DAY_MS,
    next: (start) => start + DAY_MS,
    write: writeDay,
    precision: 'day',
  },
  {
    days: 7,
    start: (at) => Math.floor((at - MONDAY_MS) / (7 * DAY_MS)) * 7 * DAY_MS + MONDAY_MS,
    next: (start) => start + 7 * DAY_MS,
    write: (start) => `${writeDay(start)}/${writeDay(start + 6 * DAY_MS)}`,
    precision: 'span',
  },
  {
    days: 30.4,
    start: (at) => startOfMonth(at),
    next: (start) => startOfMonth(start, 1),
    write: writeMonth,
    precision: 'month',
  },
  {
    days: 365.25,
    start: (at) => startOfYear(at),
    next: (start) => startOfYear(start, 1),
    write: (start) => writeYear(yearAt(start)),
    precision: 'year',
  },
  ...[10, 100, 1000, 10_000].map(yearsStep),
]

/** The finest step of the calendar that is at least so many px wide at a moment; the coarsest where none is. */
function stepAt(axis: TimeAxis, at: number, px: number): CalendarStep {
  const perDay = pxPerDay(axis.pieceAt(at))
  const found = steps.find(({ days }) => days * perDay >= px) ?? steps.at(-1)
  if (found === undefined) throw new Error('there are no steps')
  return found
}

/** Items that share a step of time and a lane, and what that step is. */
export interface Gathered extends TimeItem {
  ids: string[]
  items: TimeItem[]
}

/**
 * Items that `groupOf` has in one group by the step of time that they begin in, at least `px` wide: how many there were
 * when, where they are too many to be told one by one. Linear.
 */
export function gatherBySteps(
  items: readonly TimeItem[],
  axis: TimeAxis,
  px: number,
  groupOf: (item: TimeItem) => string,
): Gathered[] {
  const gathered = new Map<string, Gathered>()
  for (const item of items) {
    const step = stepAt(axis, item.moment.start, px)
    const start = step.start(item.moment.start)
    const key = `${groupOf(item)} ${step.write(start)}`
    const found = gathered.get(key)
    if (found !== undefined) {
      for (const id of item.ids) found.ids.push(id)
      found.items.push(item)
      continue
    }
    const { kind, id } = item.moment
    const moment: LinkedMoment = {
      ...{ kind, id, start, end: step.next(start), date: step.write(start), precision: step.precision },
      ...{ basis: 'record', approximate: false },
    }
    gathered.set(key, { ...item, key, ids: [...item.ids], items: [item], moment })
  }
  return [...gathered.values()]
}

/** Dated rows of one time and lane as one item, in the words of `counted`: a table has many of a day. Linear. */
export function gatherRows(items: readonly TimeItem[], counted: (count: number) => string): TimeItem[] {
  const gathered = new Map<string, TimeItem & { ids: string[] }>()
  for (const item of items) {
    const { kind, lane, moment } = item
    const key = kind === 'place' ? `place ${lane} ${moment.start} ${moment.end}` : item.key
    const found = gathered.get(key)
    if (found === undefined) gathered.set(key, { ...item, key, ids: [...item.ids] })
    else {
      for (const id of item.ids) found.ids.push(id)
    }
  }
  return [...gathered.values()].map((item) =>
    item.ids.length === 1 ? item : { ...item, label: counted(item.ids.length) },
  )
}

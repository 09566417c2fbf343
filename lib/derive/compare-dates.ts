import { isOpenEnd, pointExtent } from '@/lib/schema/plain-dates'
import { timePrecision } from './local-time'

/** When a date is told in a list: of a day after the hours of it, of all else with its beginning; and how long it is. */
function tellingTime(edtf: string): { at: number; lengthMs: number } {
  const [from = '', to = from] = edtf.split('/')
  const point = isOpenEnd(from) ? to : from
  const { start, end } = pointExtent(point) ?? { start: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY }
  return { at: timePrecision(point) === 'day' ? end - 1 : start, lengthMs: end - start }
}

/**
 * Chronological order of EDTF dates, by the earliest moment that they cover; of an interval by its first end that is known.
 * Dates that differ only in precision stand the coarser first, but a day after the times of it: what is told of a day
 * follows what happened at an hour of it. What nobody dates comes last.
 */
export function compareDates(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1
  const [a, b] = [tellingTime(one), tellingTime(other)]
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return b.lengthMs - a.lengthMs || (one < other ? -1 : 1)
}

/** Records in the order of their dates, those without one last. */
export function orderByDate<T extends { date?: string | undefined }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => compareDates(a.date, b.date))
}

import { groupBy } from './arrays'
import { compareDates } from './compare-dates'

/** What was said on one day, or within one stretch of time; `date` is absent of what nobody dates. */
export interface DayGroup<T> {
  date?: string
  said: T[]
}

/** Things that were said, by their date as it is written: earliest first, undated last; each group in the given order. */
export function groupByDay<T extends { said?: string | undefined }>(things: readonly T[]): DayGroup<T>[] {
  const groups = groupBy(things, ({ said }) => said)
  return [...groups]
    .sort(([a], [b]) => compareDates(a, b))
    .map(([date, said]) => (date === undefined ? { said } : { date, said }))
}

import { groupBy } from './arrays'
import { stripHedges } from './local-time'

/** What was said on one day, or within one stretch of time; `date` is absent of what nobody dates. */
export interface DayGroup<T> {
  date?: string
  said: T[]
}

/** Things that were said, by their date as it is written: earliest first, undated last; each group in the given order. */
export function groupByDay<T extends { said?: string | undefined }>(things: readonly T[]): DayGroup<T>[] {
  const groups = groupBy(things, ({ said = '' }) => said)
  const order = (date: string) => (date === '' ? '~' : stripHedges(date))
  return [...groups]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
    .map(([date, said]) => (date === '' ? { said } : { date, said }))
}

import {
  corroborations,
  figureStatuses,
  noFilter,
  partsOfMap,
  type RecordFilter,
  recordKinds,
} from '@/lib/derive/record-filter'
import { placeIdPattern } from '@/lib/schema/plain-values'

/** More would be an address that nobody shares, and a way to make the page work. */
export const filterLimits = { ids: 40 } as const

/** The lists of a filter by their keys in the address, with what they may hold; null: any id. */
const lists = [
  ['kind', 'kinds', recordKinds],
  ['by', 'speakers', null],
  ['side', 'sides', null],
  ['status', 'statuses', figureStatuses],
  ['wording', 'wordings', corroborations],
  ['at', 'places', null],
] as const

/** What older links say, in today's values: one state of comparison became two. */
const formerValues: Readonly<Record<string, readonly string[]>> = { 'not-corroborated': ['not-found', 'not-compared'] }

function readIds(text: string): string[] {
  return [...new Set(text.split(','))].filter((id) => placeIdPattern.test(id)).slice(0, filterLimits.ids)
}

/** Reads the filter from a query's keys; what it does not know is as if it were not there. */
export function readFilter(from: URLSearchParams): RecordFilter {
  const read = lists.flatMap(([key, name, allowed]) => {
    const text = from.get(key)
    if (text === null) return []
    const ids = readIds(text).flatMap((id) => formerValues[id] ?? [id])
    return [[name, allowed === null ? ids : allowed.filter((value) => ids.includes(value))]]
  })
  const within = partsOfMap.find((part) => part === from.get('in')) ?? null
  return { ...noFilter, ...Object.fromEntries(read), within }
}

/** The pairs of key and value that say a filter, in a fixed order; none for one that asks for nothing. */
export function writeFilter(filter: RecordFilter): [string, string][] {
  const pairs = lists.flatMap(([key, name]): [string, string][] =>
    filter[name].length === 0 ? [] : [[key, filter[name].join(',')]],
  )
  return filter.within === null ? pairs : [...pairs, ['in', filter.within]]
}

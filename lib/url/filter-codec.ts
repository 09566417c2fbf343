import {
  corroborations,
  figureStatuses,
  noFilter,
  type RecordFilter,
  recordKinds,
  type WithinPart,
  withinUnit,
} from '@/lib/derive/record-filter'
import { ownValue, placeIdPattern } from '@/lib/schema/plain-values'

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

/** The part of the map that is asked for; whether there is a unit of that code is not known here. */
function readWithin(text: string | null): WithinPart | null {
  if (text === 'view' || text === 'area') return text
  const [part, code = '', ...rest] = text?.split(':') ?? []
  return part === 'unit' && rest.length === 0 && placeIdPattern.test(code) ? withinUnit(code) : null
}

/** Reads the filter from a query's keys; what it does not know is as if it were not there. */
export function readFilter(from: URLSearchParams): RecordFilter {
  const read = lists.flatMap(([key, name, allowed]) => {
    const text = from.get(key)
    if (text === null) return []
    const ids = readIds(text).flatMap((id) => ownValue(formerValues, id) ?? [id])
    return [[name, allowed === null ? ids : allowed.filter((value) => ids.includes(value))]]
  })
  return { ...noFilter, ...Object.fromEntries(read), within: readWithin(from.get('in')) }
}

/** The pairs of key and value that say a filter, in a fixed order; none for one that asks for nothing. */
export function writeFilter(filter: RecordFilter): [string, string][] {
  const pairs = lists.flatMap(([key, name]): [string, string][] =>
    filter[name].length === 0 ? [] : [[key, filter[name].join(',')]],
  )
  return filter.within === null ? pairs : [...pairs, ['in', filter.within]]
}

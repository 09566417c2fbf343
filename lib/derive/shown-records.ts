import type { CaseRecord } from './case-records'
import { passes, type Sieve } from './filter-records'
import type { RecordKind } from './record-filter'

/** Ids of what passes the filter, by kind. */
export type ShownRecords = Readonly<Record<RecordKind, ReadonlySet<string>>>

/**
 * What of a case is shown. A place has no speaker, status, wording or kind of statement of its own: while one of these
 * is asked for, the places are those that a shown quotation, figure or event is about, as far as they have begun.
 */
export function findShown(records: readonly CaseRecord[], sieve: Sieve): ShownRecords {
  const shown: Record<RecordKind, Set<string>> = {
    place: new Set(),
    quotation: new Set(),
    figure: new Set(),
    event: new Set(),
  }
  const named = new Set<string>()
  for (const record of records) {
    if (record.kind === 'place' || !passes(record, sieve)) continue
    shown[record.kind].add(record.id)
    for (const place of record.places) named.add(place)
  }
  const { kinds, speakers, sides, statuses, wordings } = sieve.filter
  const asksStatements = [speakers, sides, statuses, wordings].some((list) => list.length > 0)
  const placesByName = asksStatements || (kinds.length > 0 && !kinds.includes('place'))
  const ignored = placesByName ? (['kind', 'speaker', 'side', 'status', 'wording', 'place'] as const) : []
  for (const record of records) {
    if (record.kind !== 'place') continue
    if (placesByName && !named.has(record.id)) continue
    if (passes(record, sieve, ignored)) shown.place.add(record.id)
  }
  return shown
}

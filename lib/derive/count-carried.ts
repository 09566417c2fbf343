import type { Passage } from '@/lib/schema/passage'
import type { Source } from '@/lib/schema/source'
import type { Carried } from './linked-case'
import { countOrigins } from './origins/count-origins'
import { type Carriage, prepareTies, type SourceTies } from './origins/origin-graph'

/** A record as reports carry it. */
export interface CarriedRecord {
  passage?: Passage | undefined
  /** By way of whom it reached the passage's source, from the maker outwards. */
  via?: readonly string[] | undefined
  records?: readonly { source: string; via?: readonly string[] | undefined }[] | undefined
}

/** The ties among a case's sources: what each takes its words from. */
export function tieSources(sources: readonly Source[]): SourceTies {
  return prepareTies(sources.map(({ id, takesFrom = [] }) => ({ id, takesFrom })))
}

/**
 * The reports that carry a record: the passage's source and every other that has it. What takes its words from another has
 * the record from that one; by way of whom it came there is that one's to say, and would count as a second origin here.
 */
export function listCarriages(
  { at, takesFrom }: SourceTies,
  { passage, via = [], records = [] }: CarriedRecord,
): Carriage[] {
  const own = passage === undefined ? [] : [{ source: passage.source, via }]
  return [...own, ...records.map((record) => ({ source: record.source, via: record.via ?? [] }))].map((carriage) => {
    const copies = (takesFrom[at.get(carriage.source) ?? -1]?.length ?? 0) > 0
    return copies ? { source: carriage.source, via: [] } : carriage
  })
}

/** How many reports carry a record and how many independent origins these have, by the ties that are recorded. */
export function countCarried(ties: SourceTies, record: CarriedRecord): Carried {
  return countOrigins(ties, listCarriages(ties, record))
}

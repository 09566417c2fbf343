import type { Passage } from '@/lib/schema/passage'
import type { Source } from '@/lib/schema/source'
import type { Carried } from './linked-case'

/** A record as reports carry it. */
export interface CarriedRecord {
  passage?: Passage | undefined
  /** By way of whom it reached the passage's source. */
  via?: readonly string[] | undefined
  records?: readonly { source: string; via?: readonly string[] | undefined }[] | undefined
}

/** TODO: origins */
export function countCarried(_sources: readonly Source[]): (record: CarriedRecord) => Carried {
  return ({ passage, records = [] }) => {
    const reports = new Set([
      ...(passage === undefined ? [] : [passage.source]),
      ...records.map(({ source }) => source),
    ])
    return { reports: reports.size, origins: reports.size }
  }
}

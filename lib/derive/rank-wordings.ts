import type { Source } from '@/lib/schema/source'
import type { LinkedQuotation } from './linked-case'

/** One wording of a statement, and the document that has it. */
export interface Wording {
  source: string
  words: string
  /** Its place among the quotation's `records`; null for the report's own. */
  record: number | null
  /** The document has spoiled the words. */
  garbled: boolean
}

/** The nearer a document is to the speaker's mouth, the lower; one of which nobody says what it is stands between. */
const distances: Readonly<Record<NonNullable<Source['kind']>, number>> = {
  original: 0,
  'our-translation': 1,
  'report-of-a-report': 2,
  copy: 3,
}
const UNKNOWN_DISTANCE = 2
const GARBLED_DISTANCE = 4

/**
 * The wordings of a quotation that differ, the better attested first: an original before a report of it, that before a
 * copy, and what is garbled last. One entry where no record has other words.
 */
export function rankWordings(
  { passage, garbled, records }: Pick<LinkedQuotation, 'passage' | 'garbled' | 'records'>,
  source: (id: string) => Pick<Source, 'kind'> | undefined,
): Wording[] {
  const own: Wording = { source: passage.source, words: passage.exact, record: null, garbled: garbled === true }
  const others = records.flatMap(({ status, source: id, words }, record): Wording[] =>
    status === 'differs' ? [{ source: id, words, record, garbled: false }] : [],
  )
  const distance = (wording: Wording) => {
    if (wording.garbled) return GARBLED_DISTANCE
    const kind = source(wording.source)?.kind
    return kind === undefined ? UNKNOWN_DISTANCE : distances[kind]
  }
  // The sort is stable: of equally near ones the report's own comes first.
  return [own, ...others].sort((a, b) => distance(a) - distance(b))
}

/** The two wordings that stand beside each other where there is room for two: the best attested one, and the report's own. */
export function pickWordings([best, ...others]: readonly Wording[]): Wording[] {
  if (best === undefined) return []
  const beside = best.record === null ? others[0] : others.find(({ record }) => record === null)
  return beside === undefined ? [best] : [best, beside]
}

import type { Source } from '@/lib/schema/source'
import type { Closeness } from '@/lib/schema/statement'
import type { LinkedQuotation } from './linked-case'

/** One wording of a statement, and the document that has it. */
export interface Wording {
  source: string
  words: string
  /** Its place among the quotation's `records`; null for the report's own. */
  record: number | null
  /** The document has spoiled the words. */
  garbled: boolean
  /** How near it is to the speaker, where its record says so. */
  closeness?: Closeness
}

type Worded = Pick<LinkedQuotation, 'passage' | 'garbled' | 'records'>
type FindSource = (id: string) => Pick<Source, 'kind'> | undefined

const distances: Readonly<Record<Closeness, number>> = {
  transcript: 0,
  'official-text': 0,
  translation: 1,
  report: 2,
  copy: 3,
}

/** The same of a wording whose record does not say; one of which nobody says what it is stands between. */
const distancesByKind: Readonly<Record<NonNullable<Source['kind']>, number>> = {
  original: 0,
  'our-translation': 1,
  'report-of-a-report': 2,
  copy: 3,
}
const UNKNOWN_DISTANCE = 2
const GARBLED_DISTANCE = 4

function distanceOf({ garbled, closeness, source: id }: Wording, source: FindSource): number {
  if (garbled) return GARBLED_DISTANCE
  if (closeness !== undefined) return distances[closeness]
  const kind = source(id)?.kind
  return kind === undefined ? UNKNOWN_DISTANCE : distancesByKind[kind]
}

function rank({ passage, garbled, records }: Worded, source: FindSource, agreeing: boolean): Wording[] {
  const own: Wording = { source: passage.source, words: passage.exact, record: null, garbled: garbled === true }
  const others = records.flatMap(({ status, source: id, words, closeness }, record): Wording[] => {
    if (status !== 'differs' && !agreeing) return []
    const wording = { source: id, words, record, garbled: false }
    return [closeness === undefined ? wording : { ...wording, closeness }]
  })
  // The sort is stable: of equally near ones the report's own comes first.
  return [own, ...others].sort((a, b) => distanceOf(a, source) - distanceOf(b, source))
}

/**
 * The wordings of a quotation that differ, the nearest to the speaker first: a transcript or an official text before a
 * translation, that before what somebody reports, that before a copy, and what is garbled last. One entry where no record
 * has other words.
 */
export function rankWordings(quotation: Worded, source: FindSource): Wording[] {
  return rank(quotation, source, false)
}

/** The same with the records that have the very words: theirs may be the whole sentence, where the report has one word of it. */
export function rankEveryWording(quotation: Worded, source: FindSource): [Wording, ...Wording[]] {
  const [nearest, ...others] = rank(quotation, source, true)
  if (nearest === undefined) throw new Error('a quotation has at least its own wording')
  return [nearest, ...others]
}

/** The two wordings that stand beside each other where there is room for two: the best attested one, and the report's own. */
export function pickWordings([best, ...others]: readonly Wording[]): Wording[] {
  if (best === undefined) return []
  const beside = best.record === null ? others[0] : others.find(({ record }) => record === null)
  return beside === undefined ? [best] : [best, beside]
}

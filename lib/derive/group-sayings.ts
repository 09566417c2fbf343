import { normaliseWording } from '@/lib/schema/plain-values'
import type { Source } from '@/lib/schema/source'
import type { LinkedQuotation, WordingRun } from './linked-case'
import { rankEveryWording, type Wording } from './rank-wordings'

type FindSource = (id: string) => Pick<Source, 'kind'> | undefined

/** A wording that is not the nearest, with the quotation that it is one of and how it differs from the nearest. */
export interface OtherWording {
  quotation: LinkedQuotation
  wording: Wording
  /** The nearest wording against this one. */
  runs: readonly WordingRun[]
  /** It is the nearest one word for word. */
  isSame: boolean
}

/** What somebody said once: the wording nearest to them, the quotations that are passages of it, and all other wordings. */
export interface Saying {
  nearest: Wording
  quotations: [LinkedQuotation, ...LinkedQuotation[]]
  others: OtherWording[]
}

function othersOf(quotation: LinkedQuotation, source: FindSource): OtherWording[] {
  const [nearest, ...others] = rankEveryWording(quotation, source)
  return others.map((wording, index) => ({
    quotation,
    wording,
    runs: quotation.fromNearest[index] ?? [],
    isSame: normaliseWording(wording.words) === normaliseWording(nearest.words),
  }))
}

/** A quotation by itself. */
export function asSaying(quotation: LinkedQuotation, source: FindSource): Saying {
  const [nearest] = rankEveryWording(quotation, source)
  return { nearest, quotations: [quotation], others: othersOf(quotation, source) }
}

/**
 * Quotations, those together that are passages of one sentence: the same speaker, day and nearest wording. A report may
 * quote two words of a sentence apart, and the sentence is not to be read twice. In the order of the first of each;
 * linear in their number.
 */
export function groupSayings(quotations: readonly LinkedQuotation[], source: FindSource): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const quotation of quotations) {
    const saying = asSaying(quotation, source)
    const { speaker = '', said = '' } = quotation
    const key = JSON.stringify([speaker, said, saying.nearest.source, normaliseWording(saying.nearest.words)])
    const found = sayings.get(key)
    if (found === undefined) {
      sayings.set(key, saying)
      continue
    }
    found.quotations.push(quotation)
    for (const other of saying.others)
      if (!found.others.some(({ wording }) => isAlike(wording, other.wording))) found.others.push(other)
  }
  return [...sayings.values()]
}

function isAlike(a: Wording, b: Wording): boolean {
  return a.source === b.source && a.words === b.words
}

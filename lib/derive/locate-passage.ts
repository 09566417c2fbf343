import { foldText, slicePoints } from './anchor/fold-text'
import { findWords, type IndexedText, indexText, type Span, toPoints } from './anchor/index-text'

/** What is known of a passage: its words, and what of its selectors is given. */
export interface KnownPassage {
  exact: string
  prefix?: string | undefined
  suffix?: string | undefined
  start?: number | undefined
  end?: number | undefined
}

/** Where a passage stands, in code points, and what around it tells it from the same words elsewhere. */
export interface Selectors {
  prefix: string
  suffix: string
  start: number
  end: number
}

/** Whether and where a passage stands in a text; what cannot be said for certain is not said. */
export type Location =
  /** Its selectors are complete and right. */
  | { status: 'stands' }
  | { status: 'located'; selectors: Selectors }
  /** Its words are not in the text; `similar` are the text's own that differ in typography alone, if there is one such place. */
  | { status: 'absent'; similar: (Span & { words: string }) | null }
  /** Its words are there, but none of the `places` is where its selectors say. */
  | { status: 'contradicted'; places: Span[] }
  /** Its words are there more than once, and what is given does not tell which of the `places` is meant. */
  | { status: 'repeated'; places: Span[] }
  /** One place is meant, but as much context as may be kept does not tell it from another. */
  | { status: 'indistinct'; place: Span }

/** Places that are looked at; words that stand more often are no passage that anyone could point to. */
const MAX_PLACES = 10_000

/** How many characters from one place on in a direction another has too; infinite where more than `most` do not part them. */
function countAlike(points: readonly string[], one: number, other: number, step: 1 | -1, most: number): number {
  for (let alike = 0; alike < most; alike++) {
    const point = points[one + step * alike]
    if (point === undefined) break
    if (point !== points[other + step * alike]) return alike
  }
  return Number.POSITIVE_INFINITY
}

const highest = (numbers: readonly number[]) => numbers.reduce((most, number) => Math.max(most, number), 0)

/**
 * How much must stand before and after a place to tell it from the others, in code points: as little as can be and about
 * as much on either side. `null` where `most` on either side is not enough.
 */
function measureContext(
  points: readonly string[],
  place: Span,
  others: readonly Span[],
  most: number,
): { before: number; after: number } | null {
  const alike = others.map((other) => ({
    before: countAlike(points, place.start - 1, other.start - 1, -1, most),
    after: countAlike(points, place.end, other.end, 1, most),
  }))
  const both = highest(alike.map(({ before, after }) => Math.min(before, after) + 1))
  if (both > most) return null
  const after = highest(alike.filter(({ before }) => before >= both).map((each) => each.after + 1))
  const before = highest(alike.filter((each) => each.after >= after).map((each) => each.before + 1))
  return { before, after }
}

function isAt(points: readonly string[], words: string | undefined, at: number, side: 'before' | 'after'): boolean {
  if (words === undefined) return true
  const { length } = Array.from(words)
  const from = side === 'before' ? at - length : at
  return from >= 0 && points.slice(from, from + length).join('') === words
}

/**
 * Takes the text of a source and gives what tells where a passage stands in it: its prefix and suffix, no longer than they
 * must be, and its start and end. What is given of these must hold, and tells the same words in several places apart; what
 * is given of prefix and suffix is kept, and lengthened where it is too short. Of several places none is ever guessed.
 * Near linear in the text for each passage. Never throws.
 *
 * @param maxContext UTF-16 units that a prefix or a suffix may have at most.
 */
export function createLocator(text: string, maxContext: number): (passage: KnownPassage) => Location {
  const points = Array.from(text)
  const hasPairs = points.length !== text.length
  let indexed: IndexedText | undefined

  function findAll(exact: string): Span[] {
    const places: Span[] = []
    const { length } = Array.from(exact)
    let [unit, point] = [0, 0]
    for (let at = text.indexOf(exact); at !== -1 && places.length < MAX_PLACES; at = text.indexOf(exact, at + 1)) {
      point = hasPairs ? point + Array.from(text.slice(unit, at)).length : at
      unit = at
      places.push({ start: point, end: point + length })
    }
    return places
  }

  function findSimilar(exact: string): (Span & { words: string }) | null {
    indexed ??= indexText(text, new Map())
    const [place] = findWords(indexed, foldText(exact).folded, 1) ?? []
    if (place === undefined) return null
    const span = toPoints(indexed, place)
    return { ...span, words: slicePoints(indexed, span.start, span.end) }
  }

  return (passage) => {
    const { exact, prefix, suffix, start, end } = passage
    if (exact === '') return { status: 'absent', similar: null }
    const places = findAll(exact)
    if (places.length === 0) return { status: 'absent', similar: findSimilar(exact) }
    const meant = places.filter(
      (place) =>
        (start === undefined || place.start === start) &&
        (end === undefined || place.end === end) &&
        isAt(points, prefix, place.start, 'before') &&
        isAt(points, suffix, place.end, 'after'),
    )
    const [place, ...more] = meant
    if (place === undefined) return { status: 'contradicted', places }
    if (more.length > 0) return { status: 'repeated', places: meant }
    const context = measureContext(
      points,
      place,
      places.filter((each) => each !== place),
      maxContext,
    )
    const before = Math.max(context?.before ?? 0, Array.from(prefix ?? '').length)
    const after = Math.max(context?.after ?? 0, Array.from(suffix ?? '').length)
    const selectors = {
      prefix: points.slice(place.start - before, place.start).join(''),
      suffix: points.slice(place.end, place.end + after).join(''),
      ...place,
    }
    if (context === null || selectors.prefix.length > maxContext || selectors.suffix.length > maxContext)
      return { status: 'indistinct', place }
    const isComplete =
      selectors.prefix === prefix && selectors.suffix === suffix && start !== undefined && end !== undefined
    return isComplete ? { status: 'stands' } : { status: 'located', selectors }
  }
}

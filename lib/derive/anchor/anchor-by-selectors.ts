import type { Outcome } from './anchor-by-context'
import { MOST_PLACES } from './anchor-by-context'
import { toFolded } from './fold-text'
import { findWords, type IndexedText, indexText, type Span, toPoints, type Vocabulary } from './index-text'
import { isInsideWord } from './word-bounds'

/** Letters and digits around a passage that nobody writes twice by chance. */
const ENOUGH_AROUND = 25

/** A passage as its record keeps it: its words, up to 32 characters on either side, and where it stood, in code points. */
export interface PassageSelectors {
  exact: string
  prefix: string
  suffix: string
  start: number
  end: number
}

/** Fewer of them on one side stand in many places. */
const TELLING = 8

function countLetters(words: string): number {
  return words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function findOnly(text: IndexedText, words: string): Span | null {
  const found = findWords(text, words, 2)
  return found?.length === 1 ? (found[0] ?? null) : null
}

/** What stands between all that is kept of what was around the passage, up to three times as long as that was. */
function findReplaced(before: string, words: string, after: string, now: IndexedText): Span | null {
  if (countLetters(before) < TELLING || countLetters(after) < TELLING) return null
  const [start, end] = [findOnly(now, before)?.end, findOnly(now, after)?.start]
  if (start === undefined || end === undefined || end <= start || end - start > 3 * words.length) return null
  const span = { start, end }
  return countLetters(now.folded.slice(start, end)) > 0 ? span : null
}

/**
 * What became of a passage, by no more than its record keeps of it. Without the old text nothing tells the passage from
 * the same words elsewhere but its prefix and suffix, so both must stand whole around it, and nowhere else in part.
 */
export function anchorBySelectors(selectors: PassageSelectors, now: IndexedText, vocabulary: Vocabulary): Outcome {
  const { prefix, exact, suffix, start } = selectors
  const kept = indexText(prefix + exact + suffix, vocabulary)
  const from = {
    start: toFolded(kept, Array.from(prefix).length),
    end: toFolded(kept, Array.from(prefix + exact).length),
  }
  const words = kept.folded.slice(from.start, from.end)
  const all = findWords(now, words, MOST_PLACES)
  if (all === null) return { kind: 'ambiguous', places: [] }
  const [before, after] = [kept.folded.slice(0, from.start), kept.folded.slice(from.end)]
  if (all.length === 0) {
    const span = findReplaced(before, words, after, now)
    return span === null ? { kind: 'gone', elsewhere: [] } : { kind: 'altered', span }
  }
  const isCutAlike = (span: Span) =>
    isInsideWord(now.folded, span.start) === isInsideWord(kept.folded, from.start) &&
    isInsideWord(now.folded, span.end) === isInsideWord(kept.folded, from.end)
  const isFramed = (span: Span) => now.folded.endsWith(before, span.start) && now.folded.startsWith(after, span.end)
  const [framed, ...others] = all.filter(isFramed)
  if (framed === undefined || others.length > 0 || !isCutAlike(framed)) return { kind: 'ambiguous', places: all }
  const isNearby = (span: Span) => {
    const half = (side: string) => Math.ceil(side.length / 2)
    return (
      (before !== '' && now.folded.endsWith(before.slice(half(before)), span.start)) ||
      (after !== '' && now.folded.startsWith(after.slice(0, half(after)), span.end))
    )
  }
  const isRival = (span: Span) => span !== framed && isNearby(span)
  const isAlone = [before, after].every((side) => countLetters(side) < TELLING || findOnly(now, side) !== null)
  const isEnough = countLetters(before + after) >= ENOUGH_AROUND || toPoints(now, framed).start === start
  const stands = isEnough && isAlone && !all.some(isRival)
  return stands ? { kind: 'stands', span: framed } : { kind: 'ambiguous', places: all }
}

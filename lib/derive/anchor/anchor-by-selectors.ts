import { type Comparison, findTile, growRun } from './compare-places'
import { findAltered, findGap, toSpan } from './find-altered'
import { isInsideWord, toFolded } from './fold-text'
import {
  findWords,
  type IndexedText,
  indexText,
  type Span,
  toPoints,
  toWordRange,
  type Vocabulary,
  type WordRange,
  widenToWords,
} from './index-text'
import { findOwners, isContested, isOthers, isSure, type Search } from './judge-place'

/** Words that stand in more places than these cannot be told apart. */
const MOST_PLACES = 300

/** What became of a passage, in places of the folded new text. */
export type Outcome =
  | { kind: 'stands'; span: Span }
  | { kind: 'altered'; span: Span }
  | { kind: 'gone'; elsewhere: Span[] }
  | { kind: 'ambiguous'; places: Span[] }

/** Where words stand in a text, not inside longer ones. */
function findWhole(text: IndexedText, words: string): Span[] | null {
  const { folded } = text
  const found = findWords(text, words, MOST_PLACES)
  return found?.filter(({ start, end }) => !isInsideWord(folded, start) && !isInsideWord(folded, end)) ?? null
}

/** The passage's words in its tile that are not the passage to the letter: as parts of longer words, or other letters. */
function anchorChanged(comparison: Comparison, whole: Span, tile: WordRange): Outcome {
  const { folded } = comparison.now
  const span = toSpan(comparison, whole, tile)
  const wide = widenToWords(folded, span)
  // A number next to another may be one with it or not.
  const isJoined = (folded.slice(wide.start, span.start) + folded.slice(span.end, wide.end)).includes(' ')
  return isJoined ? { kind: 'ambiguous', places: [span] } : { kind: 'altered', span: wide }
}

/**
 * What became of a passage, by where the words around it in the old text are in the new one. It stands where these stand
 * with it, if they are enough, where they were or moved as whole sentences, and if nothing tells of a copy. Whatever
 * leaves a doubt makes it ambiguous.
 */
export function anchorByContext(comparison: Comparison, from: Span): Outcome {
  const { was, now } = comparison
  const whole = widenToWords(was.folded, from)
  const words = was.folded.slice(whole.start, whole.end)
  const [before, after] = [findWhole(was, words), findWhole(now, words)]
  const inner = ({ start }: Span) => ({
    start: start + from.start - whole.start,
    end: start + from.end - whole.start,
  })
  if (before === null || after === null) return { kind: 'ambiguous', places: (after ?? []).map(inner) }
  const home = toWordRange(was, whole)
  const others = before.filter(({ start }) => start !== whole.start).map((span) => toWordRange(was, span))
  const places = after.map((span) => toWordRange(now, span))
  const search: Search = { comparison, home, others, places, owners: findOwners(comparison, others) }

  const tile = findTile(comparison, home)
  if (tile !== null) {
    const pair = { old: home, now: tile }
    if (!isSure(search, pair, growRun(comparison, pair).old) || isContested(search, pair))
      return { kind: 'ambiguous', places: after.map(inner) }
    const own = after[places.findIndex(({ left }) => left === tile.left)]
    return own === undefined ? anchorChanged(comparison, whole, tile) : { kind: 'stands', span: inner(own) }
  }
  const open = after.filter((_, index) => !isOthers(search, places[index] ?? home))
  if (open.length > 0) return { kind: 'ambiguous', places: open.map(inner) }
  const gap = findGap(comparison, home)
  const altered = gap !== null && isSure(search, gap, gap.old) ? findAltered(comparison, whole, gap) : null
  if (altered !== null) return { kind: 'altered', span: altered }
  // In a longer word or number, or cut from what combines with a letter, they may be it or not.
  const cut = findWords(now, words, MOST_PLACES)
  if (cut === null || cut.length > after.length) return { kind: 'ambiguous', places: (cut ?? []).map(inner) }
  return { kind: 'gone', elsewhere: after.map(inner) }
}

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

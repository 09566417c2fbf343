import { type Comparison, findTile, growRun } from './compare-places'
import { findAltered, findGap, toSpan } from './find-altered'
import { findWords, type IndexedText, type Place, type Span, toPlace, widenToWords } from './index-text'
import { findOwners, isContested, isOthers, isSure, type Search } from './judge-place'
import { isInsideWord } from './word-bounds'

/** Words that stand in more places than these cannot be told apart. */
export const MOST_PLACES = 300

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
function anchorChanged(comparison: Comparison, whole: Span, tile: Place): Outcome {
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
  const home = toPlace(was, whole)
  const others = before.filter(({ start }) => start !== whole.start).map((span) => toPlace(was, span))
  const places = after.map((span) => toPlace(now, span))
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

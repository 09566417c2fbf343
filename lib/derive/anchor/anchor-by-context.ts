import { chooseGap, findAltered } from './find-altered'
import { findGaps } from './find-gaps'
import { findWords, type IndexedText, type Place, type Span, threeAt, toPlace, widenToWords } from './index-text'
import { hasCrossed, outreaches, outweighs, runsOn, type Support, total, weighContext } from './weigh-context'
import { CHANCE, COPIED, isCrowded, isLeft, isStrong, listSeated, type Standing } from './weigh-gap'
import { isInsideWord } from './word-bounds'

/** Words that stand in more places than these cannot be told apart. */
export const MOST_PLACES = 300
/** Support by the next words that no chance gives, by itself or with other evidence, such as that of far words. */
export const [AMPLE_NEAR, SOME_NEAR] = [6, 3]
const AMPLE_WIDE = 8
/** Words that may have been taken out, or stand once more elsewhere, before what was copied goes on. */
const REACH = 24
/** As many more words in a row are beyond what was copied. */
const BEYOND = 8
/** Words that nobody writes twice by chance. */
const [LONG_WORDS, LONG_LETTERS] = [6, 25]

/** What became of a passage, in places of the folded new text. */
export type Outcome =
  | { kind: 'stands'; span: Span }
  | { kind: 'altered'; span: Span }
  | { kind: 'gone'; elsewhere: Span[] }
  | { kind: 'ambiguous'; places: Span[] }

/** Whether a place has fewer of the passage's next words than another on both sides, and no more than are copied. */
function isWithin(theirs: Support, ours: Support): boolean {
  const isLess = (side: 'left' | 'right') =>
    theirs.run[side] === 0 || (theirs.run[side] <= COPIED && theirs.run[side] < ours.run[side])
  return isLess('left') && isLess('right')
}

/** Whether a place has so much of the passage's next words that what another has is a copy of some of them. */
function isClear(ours: Support, theirs: Support): boolean {
  const times = total(ours.near) / total(theirs.near)
  return times >= 1.25 && (runsOn(ours, theirs) || (times >= 2 && outweighs(ours, theirs)))
}

/**
 * How far from a place, on each side, its next words stand in the new text a second time though they stood in the old one
 * once: what is around it was copied, and which is the copy only what is beyond can tell.
 */
function measureDoubled(
  was: IndexedText,
  now: IndexedText,
  { place, support }: Standing,
  most: number,
): { left: number; right: number } {
  const measure = (side: 'left' | 'right') => {
    let [farthest, since] = [0, 0]
    for (let step = 0; step + 3 <= support.run[side]; step++) {
      const key = threeAt(now, side === 'left' ? place.left - step - 3 : place.right + step) ?? ''
      const [before, after] = [was.threes().get(key)?.length ?? 0, now.threes().get(key)?.length ?? 0]
      if (before > most || after <= before) since = step + 1
      else if (since <= farthest + REACH && step + 3 - since > CHANCE) farthest = step + 3
    }
    return farthest
  }
  return { left: measure('left'), right: measure('right') }
}

/** Whether words are so many that the same ones elsewhere are no chance. */
export function isLong(text: IndexedText, span: Span): boolean {
  const { left, right } = toPlace(text, span)
  const letters = text.folded.slice(span.start, span.end).match(/[\p{L}\p{N}]/gu)?.length ?? 0
  return right - left >= LONG_WORDS && letters >= LONG_LETTERS
}

/** Whether part of a passage stands in the new text outside of a place. */
export function hasNearCopy(was: IndexedText, { left, right }: Place, now: IndexedText, place: Place): boolean {
  for (let at = left; at + 3 <= right; at++) {
    const key = threeAt(was, at) ?? ''
    const hits = was.threes().get(key)?.length === 1 ? (now.threes().get(key) ?? []) : []
    if (hits.some((hit) => hit < place.left || hit + 3 > place.right)) return true
  }
  return false
}

/** Where words stand in a text, not inside longer ones. */
function findWhole(text: IndexedText, words: string): Span[] | null {
  const { folded } = text
  const found = findWords(text, words, MOST_PLACES)
  return found?.filter(({ start, end }) => !isInsideWord(folded, start) && !isInsideWord(folded, end)) ?? null
}

/**
 * What became of a passage, by the words around it in the old text. Words that stand in the new text are the passage only
 * if their surroundings support it beyond doubt: against the same words elsewhere in either text, and against places where
 * its surroundings stand without it.
 */
export function anchorByContext(was: IndexedText, from: Span, now: IndexedText): Outcome {
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
  const standing = after.map((span): Standing => {
    const place = toPlace(now, span)
    return { span, place, support: weighContext(was, home, now, place) }
  })
  const gaps = findGaps(
    was,
    home,
    now,
    standing.map(({ place }) => place),
  )
  const isBetter = (ours: Support, theirs: Support) => outweighs(ours, theirs) || outreaches(ours, theirs)
  const long = isLong(was, whole)
  const seated = gaps.flatMap(listSeated)
  /** Which of the same words of the old text a place has rather than the passage, and no other place has better. */
  const ownerOf = ({ place, support }: Standing) =>
    others.find((other) => {
      const own = weighContext(was, other, now, place)
      if (!isBetter(own, support)) return false
      return standing.every(
        (entry) => entry.place === place || !isBetter(weighContext(was, other, now, entry.place), own),
      )
    })
  let known: (Place | undefined)[] | undefined
  /** The owner of each place: many passages need none, and the search grows with the square of their places. */
  const owners = () => {
    known ??= standing.map(ownerOf)
    return known
  }

  const isOurs = (entry: Standing): boolean => {
    const { place, support } = entry
    for (const other of others) if (!isBetter(support, weighContext(was, other, now, place))) return false
    const isMore = Math.max(support.run.left, support.run.right) > COPIED || total(support.near) > 10
    if (gaps.some((gap) => gap.holds.includes(place) && isCrowded(was, home, now, gap, entry))) return false
    const goesOn = (side: 'left' | 'right', doubled: Place) => support.run[side] >= doubled[side] + BEYOND
    const surely = measureDoubled(was, now, entry, 1)
    if (surely.left > COPIED && !goesOn('left', surely)) return false
    if (surely.right > COPIED && !goesOn('right', surely)) return false
    const perhaps = measureDoubled(was, now, entry, Number.POSITIVE_INFINITY)
    const isPlain =
      goesOn('left', perhaps) && goesOn('right', perhaps) && Math.min(support.run.left, support.run.right) > COPIED
    for (const gap of isPlain ? [] : gaps) {
      if (gap.holds.includes(place)) continue
      if (isLeft(was, home, now, gap, entry)) continue
      if (isStrong(gap, support) || !isMore || !isClear(support, gap.support)) return false
    }
    for (const [index, rival] of (isPlain ? [] : standing).entries()) {
      if (rival === entry || owners()[index] !== undefined) continue
      const isCopy = isMore && isWithin(rival.support, support) && !seated.includes(rival.place)
      if (!isCopy || !isClear(support, rival.support)) return false
    }
    const isRepeated = hasNearCopy(was, home, now, place)
    if (long && isRepeated && Math.max(support.run.left, support.run.right) <= COPIED) return false
    if (long && standing.length === 1 && others.length === 0 && !isRepeated) return true
    if (total(support.run) === 0 || hasCrossed(was, home, now, place)) return false
    const [near, wide] = [total(support.near), total(support.wide())]
    if (near >= AMPLE_NEAR || (near >= SOME_NEAR && wide >= AMPLE_WIDE)) return true
    return near >= SOME_NEAR && gaps.some((gap) => isLeft(was, home, now, gap, entry))
  }
  const best = standing.reduce((most, { support }) => Math.max(most, total(support.near)), 0)
  const ours = standing.filter(({ support }) => total(support.near) >= 0.8 * best).filter(isOurs)
  if (ours[0] !== undefined && ours.length === 1) return { kind: 'stands', span: inner(ours[0].span) }

  const open = standing.filter(({ place, support }, index) => {
    const owner = owners()[index]
    if (owner === undefined || owners().indexOf(owner) !== index || owners().lastIndexOf(owner) !== index) return true
    const own = weighContext(was, owner, now, place)
    return Math.min(own.run.left, own.run.right) === 0 || total(support.near) > 0.35 * total(own.near)
  })
  if (open.length > 0) return { kind: 'ambiguous', places: open.map(({ span }) => inner(span)) }
  const gap = chooseGap(gaps, COPIED)
  if (gap === 'several') return { kind: 'ambiguous', places: gaps.map(({ left, right }) => toSpanOf(now, left, right)) }
  const span = gap === null ? null : findAltered(was, whole, now, gap)
  if (span !== null) return { kind: 'altered', span }
  // In a longer word or number, or cut from what combines with a letter, they may be it or not.
  const cut = findWords(now, words, MOST_PLACES)
  if (cut === null || cut.length > standing.length) return { kind: 'ambiguous', places: (cut ?? []).map(inner) }
  return { kind: 'gone', elsewhere: standing.map((entry) => inner(entry.span)) }
}

function toSpanOf({ words, folded }: IndexedText, left: number, right: number): Span {
  const start = words[left]?.start ?? folded.length
  return { start, end: right > left ? (words[right - 1]?.end ?? start) : start }
}

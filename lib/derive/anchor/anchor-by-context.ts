import { chooseGap, findAltered } from './find-altered'
import { findGaps, type Gap } from './find-gaps'
import { findWords, type IndexedText, type Place, type Span, threeAt, toPlace, widenToWords } from './index-text'
import {
  countAligned,
  hasCrossed,
  isDouble,
  outreaches,
  outweighs,
  type Support,
  total,
  weighContext,
} from './weigh-context'
import { isInsideWord } from './word-bounds'

/** Words that stand in more places than these cannot be told apart. */
const MOST_PLACES = 300
/** Support by the next words that no chance gives, by itself or with a support of the other kind. */
const [AMPLE_NEAR, SOME_NEAR, AMPLE_WIDE] = [6, 3, 8]
/** As many words of the surroundings in two places are there twice. */
const TWICE = 3
/** How many words next to a place are looked at for being left behind, or taken along. */
const NEXT = 8
/** Words that nobody writes twice by chance. */
const [LONG_WORDS, LONG_LETTERS] = [6, 25]

/** What became of a passage, in places of the folded new text. */
export type Outcome =
  | { kind: 'stands'; span: Span }
  | { kind: 'altered'; span: Span }
  | { kind: 'gone'; elsewhere: Span[] }
  | { kind: 'ambiguous'; places: Span[] }

interface Standing {
  span: Span
  place: Place
  support: Support
}

/** Whether surroundings without the passage are so much less than those with it that they may well be there twice. */
function isFainter(ours: Support, theirs: Support): boolean {
  if (outreaches(ours, theirs) || total(ours.near) >= 4 * total(theirs.near)) return true
  const half = total(ours.near) >= 2 * total(theirs.near) && total(ours.run) >= total(theirs.run)
  return (half || outweighs(ours, theirs)) && total(theirs.wide()) <= total(ours.wide())
}

/** Whether words of the new text stood in the old one too, and not where the passage with its next words stood. */
function isFromElsewhere(was: IndexedText, block: Place, now: IndexedText, { left, right }: Place): boolean {
  let [known, count] = [0, 0]
  for (let at = Math.max(0, left); at + 3 <= Math.min(right, now.words.length); at++) {
    count++
    const hits = was.threes().get(threeAt(now, at) ?? '') ?? []
    if (hits.some((hit) => hit <= block.left - 3 || hit >= block.right)) known++
  }
  return count > 0 && known >= 0.7 * count
}

/**
 * Whether a gap is what the passage left behind when it went to another place: the words that its surroundings lack here
 * are there, none are in both, and what stands here now stood elsewhere, or nothing does.
 */
function isLeft(was: IndexedText, from: Place, now: IndexedText, gap: Gap, { place, support }: Standing): boolean {
  /** Whether words beyond those that went along are what stood there before, and the same by chance. */
  const isNeighbour = (side: 'left' | 'right', lacks: number) => {
    const [own, there] =
      side === 'left' ? [from.left - lacks - 3, place.left - lacks - 3] : [from.right + lacks, place.right + lacks]
    return (was.threes().get(threeAt(now, there) ?? '') ?? []).some((hit) => hit !== own)
  }
  const goes = (side: 'left' | 'right', lacks: number | null) => {
    if (lacks === null) return true
    if (support.run[side] > lacks && !isNeighbour(side, lacks)) return false
    if (countAligned(was, from, now, place, side, lacks, lacks + NEXT) >= TWICE) return false
    return 2 * countAligned(was, from, now, place, side, 0, Math.min(lacks, NEXT)) >= Math.min(lacks, NEXT)
  }
  const { skippedLeft, skippedRight } = gap
  if (!goes('left', skippedLeft) || !goes('right', skippedRight)) return false
  const block = {
    left: from.left - (skippedLeft ?? support.run.left),
    right: from.right + (skippedRight ?? support.run.right),
  }
  if (skippedLeft !== null && skippedRight !== null)
    return gap.left === gap.right || isFromElsewhere(was, block, now, gap)
  if (skippedLeft !== null)
    return gap.left === now.words.length || isFromElsewhere(was, block, now, { left: gap.left, right: gap.left + NEXT })
  return gap.right === 0 || isFromElsewhere(was, block, now, { left: gap.right - NEXT, right: gap.right })
}

/**
 * Whether what was put in beside the passage's words makes them doubtful: its next words stand a second time, or other
 * words in its place that are like it, as in “400, not 300”.
 */
function isCrowded(was: IndexedText, from: Place, now: IndexedText, gap: Gap, { place, support }: Standing): boolean {
  const isHere = (side: 'left' | 'right', run: number) =>
    run > support.run[side] && run >= 0.6 * total(support.run) && gap.support.near[side] >= 0.5 * support.near[side]
  const before = isHere('left', gap.runLeft) ? place.left - gap.left : 0
  const after = isHere('right', gap.runRight) ? gap.right - place.right : 0
  const [lacksLeft, lacksRight] = [gap.skippedLeft ?? 0, gap.skippedRight ?? 0]
  if ((before > 0 && lacksLeft < support.run.left) || (after > 0 && lacksRight < support.run.right)) return true
  const wordsIn = (text: IndexedText, start: number, end: number) =>
    text.words.slice(Math.max(0, start), end).map(({ word }) => word)
  const known = new Set(wordsIn(was, from.left - lacksLeft, from.left))
  const put = wordsIn(now, place.left - before, place.left).filter((word) => !known.has(word))
  const ours = wordsIn(was, from.left, from.right)
  const hasFigure = (words: readonly string[]) => words.some((word) => /\p{N}/u.test(word))
  if (hasFigure(ours) && hasFigure(put)) return true
  return ours.length > 0 && 2 * ours.filter((word) => put.includes(word)).length >= ours.length
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
    const hits = now.threes().get(threeAt(was, at) ?? '') ?? []
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
  /** Which of the same words of the old text a place has rather than the passage, and no other place has better. */
  const ownerOf = ({ place, support }: Standing) =>
    others.find((other) => {
      const own = weighContext(was, other, now, place)
      if (!isBetter(own, support)) return false
      return standing.every(
        (entry) => entry.place === place || !isBetter(weighContext(was, other, now, entry.place), own),
      )
    })

  const isOurs = (entry: Standing): boolean => {
    const { place, support } = entry
    for (const other of others) if (!isBetter(support, weighContext(was, other, now, place))) return false
    const isBeaten = (rival: Support) => isDouble(support, rival) && total(rival.wide()) <= total(support.wide())
    for (const gap of gaps) {
      if (gap.holds.includes(place)) {
        if (isCrowded(was, home, now, gap, entry)) return false
      } else if (gap.holds.length === 0 && !isLeft(was, home, now, gap, entry) && !isFainter(support, gap.support))
        return false
    }
    const next = total(support.run)
    for (const rival of standing)
      if (
        rival !== entry &&
        (total(rival.support.run) > next || !isBeaten(rival.support)) &&
        ownerOf(rival) === undefined
      )
        return false
    if (isLong(was, whole) && standing.length === 1 && others.length === 0 && !hasNearCopy(was, home, now, place))
      return true
    if (next === 0 || hasCrossed(was, home, now, place)) return false
    const [near, wide] = [total(support.near), total(support.wide())]
    if (near >= AMPLE_NEAR || (near >= SOME_NEAR && wide >= AMPLE_WIDE)) return true
    return near >= SOME_NEAR && gaps.some((gap) => isLeft(was, home, now, gap, entry))
  }
  const best = standing.reduce((most, { support }) => Math.max(most, total(support.near)), 0)
  const ours = standing.filter(({ support }) => total(support.near) >= 0.8 * best).filter(isOurs)
  if (ours[0] !== undefined && ours.length === 1) return { kind: 'stands', span: inner(ours[0].span) }

  const owners = standing.map(ownerOf)
  const open = standing.filter((_, index) => {
    const owner = owners[index]
    return owner === undefined || owners.indexOf(owner) !== index || owners.lastIndexOf(owner) !== index
  })
  if (open.length > 0) return { kind: 'ambiguous', places: open.map(({ span }) => inner(span)) }
  const gap = chooseGap(gaps.filter(({ holds }) => holds.length === 0))
  if (gap === 'several') return { kind: 'ambiguous', places: gaps.map(({ left, right }) => toSpanOf(now, left, right)) }
  const span = gap === null ? null : findAltered(was, whole, now, gap)
  if (span !== null) return { kind: 'altered', span }
  return { kind: 'gone', elsewhere: standing.map((entry) => inner(entry.span)) }
}

function toSpanOf({ words, folded }: IndexedText, left: number, right: number): Span {
  const start = words[left]?.start ?? folded.length
  return { start, end: right > left ? (words[right - 1]?.end ?? start) : start }
}

import { chooseGap, findAltered } from './find-altered'
import { findGaps, type Gap } from './find-gaps'
import { findWords, type IndexedText, type Place, type Span, threeAt, toPlace, widenToWords } from './index-text'
import {
  countAligned,
  hasCrossed,
  outreaches,
  outweighs,
  runAligned,
  runsOn,
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
const TWICE = 4
/** Who copies the passage's next words may copy as many. */
const COPIED = 8
/** Words that may have been taken out next to a passage, and it still is where its surroundings are. */
const FAR = 12
/** Words that may have been taken out, or stand once more elsewhere, before what was copied goes on. */
const REACH = 24
/** As many more words in a row are beyond what was copied. */
const BEYOND = 8
/** Words in a row on both sides that leave no doubt where only one side stands elsewhere too. */
const WHOLE = 20
/** As many words next to a passage are its own, so that more that are the same are its new neighbours'. */
const OWN = 4
/** As many words in a row may be the same by chance, as set phrases are. */
const CHANCE = 5
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
 * Whether so much of the passage's surroundings stands at a gap, and so near to where it would be, that this may be where
 * it was taken out.
 */
function isStrong(gap: Gap, { run }: Support): boolean {
  const isWhole = Math.min(run.left, run.right) >= WHOLE
  if (isWhole && Math.min(gap.runLeft, gap.runRight) <= COPIED) return false
  const isHalf = gap.skippedLeft === null || gap.skippedRight === null
  const isSideStrong = (words: number, lacks: number | null, ours: number, other: number) => {
    if (words <= COPIED || lacks === null || lacks > FAR) return false
    const isOther = (isHalf && other > COPIED) || (lacks > 0 && ours >= WHOLE)
    return !(isOther && ours > lacks + words)
  }
  return (
    isSideStrong(gap.runLeft, gap.skippedLeft, run.left, run.right) ||
    isSideStrong(gap.runRight, gap.skippedRight, run.right, run.left)
  )
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

/** Of the passage's words in a gap those that stand nearest to surroundings of it that are no copy. */
function listSeated({ holds, left, right, runLeft, runRight, skippedLeft, skippedRight }: Gap): Place[] {
  const after = holds.toSorted((a, b) => a.left - b.left).find((place) => place.left >= left)
  const before = holds.toSorted((a, b) => b.right - a.right).find((place) => place.right <= right)
  const isNear = (run: number, lacks: number | null) => lacks !== null && lacks <= FAR && (lacks > 0 || run > COPIED)
  return [isNear(runLeft, skippedLeft) ? after : undefined, isNear(runRight, skippedRight) ? before : undefined].filter(
    (place) => place !== undefined,
  )
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

/** Whether a place has all the words, and more than are copied, that a gap's surroundings on one side lack. */
function isHad(lacks: number | null, run: number): boolean {
  return lacks === null || (lacks > FAR && run >= lacks)
}

/**
 * Whether a gap is what the passage left behind when it went to another place: the words that its surroundings lack here
 * are there, none are in both, and what stands here now stood elsewhere, or nothing does.
 */
function isLeft(was: IndexedText, from: Place, now: IndexedText, gap: Gap, { place, support }: Standing): boolean {
  /** Whether the words in a row at the new place end in what stood elsewhere, so that the last ones are the same by chance. */
  const isNeighbour = (side: 'left' | 'right', lacks: number) => {
    const run = support.run[side]
    const [other, otherLacks] =
      side === 'left' ? [support.run.right, gap.skippedRight] : [support.run.left, gap.skippedLeft]
    const isClean = otherLacks === null ? other > COPIED : other <= otherLacks
    if (run > lacks + (isClean && lacks >= OWN ? CHANCE : 2)) return false
    const at = side === 'left' ? place.left - run - 2 : place.right + run - 1
    return was.threes().has(threeAt(now, at) ?? '')
  }
  const goes = (side: 'left' | 'right', lacks: number | null) => {
    const run = support.run[side]
    if (lacks === null || isHad(lacks, run)) return true
    if (run > lacks ? !isNeighbour(side, lacks) : runAligned(was, from, now, place, side, lacks, lacks + NEXT) >= TWICE)
      return false
    const taken = Math.min(lacks, NEXT)
    const isHalf = gap.skippedLeft === null || gap.skippedRight === null
    if (isHalf && support.run[side === 'left' ? 'right' : 'left'] > COPIED) return true
    return 2 * countAligned(was, from, now, place, side, 0, taken) >= taken
  }
  const { skippedLeft, skippedRight } = gap
  if (!goes('left', skippedLeft) || !goes('right', skippedRight)) return false
  if (isHad(skippedLeft, support.run.left) && isHad(skippedRight, support.run.right)) return true
  const block = {
    left: from.left - (skippedLeft ?? support.run.left),
    right: from.right + (skippedRight ?? support.run.right),
  }
  if (skippedLeft !== null && skippedRight !== null)
    return gap.left === gap.right || isFromElsewhere(was, block, now, gap)
  // The other side went along, so that only what was put in here, or stood elsewhere, parts them.
  const other = skippedLeft === null ? support.run.left : support.run.right
  if (other > COPIED) return true
  const next =
    skippedLeft === null ? { left: gap.right - NEXT, right: gap.right } : { left: gap.left, right: gap.left + NEXT }
  return gap.left === now.words.length || gap.right === 0 || isFromElsewhere(was, block, now, next)
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
    const seated = gaps.flatMap(listSeated)
    for (const rival of isPlain ? [] : standing) {
      if (rival === entry || ownerOf(rival) !== undefined) continue
      const isCopy = isMore && isWithin(rival.support, support) && !seated.includes(rival.place)
      if (!isCopy || !isClear(support, rival.support)) return false
    }
    const isRepeated = hasNearCopy(was, home, now, place)
    if (isLong(was, whole) && isRepeated && Math.max(support.run.left, support.run.right) <= COPIED) return false
    if (isLong(was, whole) && standing.length === 1 && others.length === 0 && !isRepeated) return true
    if (total(support.run) === 0 || hasCrossed(was, home, now, place)) return false
    const [near, wide] = [total(support.near), total(support.wide())]
    if (near >= AMPLE_NEAR || (near >= SOME_NEAR && wide >= AMPLE_WIDE)) return true
    return near >= SOME_NEAR && gaps.some((gap) => isLeft(was, home, now, gap, entry))
  }
  const best = standing.reduce((most, { support }) => Math.max(most, total(support.near)), 0)
  const ours = standing.filter(({ support }) => total(support.near) >= 0.8 * best).filter(isOurs)
  if (ours[0] !== undefined && ours.length === 1) return { kind: 'stands', span: inner(ours[0].span) }

  const owners = standing.map(ownerOf)
  const open = standing.filter(({ place, support }, index) => {
    const owner = owners[index]
    if (owner === undefined || owners.indexOf(owner) !== index || owners.lastIndexOf(owner) !== index) return true
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

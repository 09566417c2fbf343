import type { Gap } from './find-gaps'
import { type IndexedText, type Place, type Span, threeAt } from './index-text'
import { countAligned, runAligned, type Support, total } from './weigh-context'

/** As many words of the surroundings in two places are there twice. */
const TWICE = 4
/** Who copies the passage's next words may copy as many. */
export const COPIED = 8
/** Words that may have been taken out next to a passage, and it still is where its surroundings are. */
const FAR = 12
/** Words in a row on both sides that leave no doubt where only one side stands elsewhere too. */
const WHOLE = 20
/** As many words next to a passage are its own, so that more that are the same are its new neighbours'. */
const OWN = 4
/** As many words in a row may be the same by chance, as set phrases are. */
export const CHANCE = 5
/** How many words next to a place are looked at for being left behind, or taken along. */
const NEXT = 8

/** A place of the new text that has the passage's words, and how its surroundings support it. */
export interface Standing {
  span: Span
  place: Place
  support: Support
}

/**
 * Whether so much of the passage's surroundings stands at a gap, and so near to where it would be, that this may be where
 * it was taken out.
 */
export function isStrong(gap: Gap, { run }: Support): boolean {
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

/** Of the passage's words in a gap those that stand nearest to surroundings of it that are no copy. */
export function listSeated({ holds, left, right, runLeft, runRight, skippedLeft, skippedRight }: Gap): Place[] {
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
export function isLeft(
  was: IndexedText,
  from: Place,
  now: IndexedText,
  gap: Gap,
  { place, support }: Standing,
): boolean {
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
export function isCrowded(
  was: IndexedText,
  from: Place,
  now: IndexedText,
  gap: Gap,
  { place, support }: Standing,
): boolean {
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

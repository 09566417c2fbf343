import type { IndexedText, Place } from './index-text'

type Side = keyof Place

/** How much of one place's surroundings stands around another, on each side. */
type Sides = Record<Side, number>

/** How well two places' surroundings agree. */
export interface Support {
  /** The next words, nearer ones counting more; from 0 to about 13 for both sides together. */
  near: Sides
  /** How many words next to the passage are the same, without a gap. */
  run: Sides
  /** Far surroundings, only looked at where the near ones do not tell. From 0 to about 90 for both sides together. */
  wide: () => Sides
}

interface Scale {
  words: number
  /** How many words more are looked at in the other text, as words may have been put in. */
  slack: number
  /** What a word counts, by its distance. */
  weights: Float64Array
}

const FARTHEST = 160
const CROSSING = 8
/** Words in a row are counted up to as many. */
const RUN = 40
const SHIFT = 3
/** As many words in a row more, and twice as many, are no chance. */
const FAR_MORE = 6
/** Passages with fewer of the same words in a row around them are not in paragraphs that are alike. */
const LONG_RUN = 8

function decaying(by: number): Float64Array {
  return Float64Array.from({ length: FARTHEST }, (_, step) => by ** step)
}

const NEAR: Scale = { words: 20, slack: 8, weights: decaying(0.85) }
const WIDE: Scale = { words: 120, slack: 40, weights: decaying(0.98) }

/** The numbers of the words to one side of a place, nearest first. */
function lookAround(text: IndexedText, { left, right }: Place, side: Side, count: number): Int32Array {
  const around = new Int32Array(count).fill(text.edge)
  const { numbers } = text
  if (side === 'right') around.set(numbers.subarray(right, right + count))
  else for (let step = 0; step < Math.min(count, left); step++) around[step] = numbers[left - 1 - step] ?? text.edge
  return around
}

/**
 * The heaviest common subsequence of two rows of words, nearest first: a word counts by its distance in whichever row it
 * is farther. A lone common word counts nothing, unless it is next to the passage in both: any two texts share such.
 */
function weighCommon(ours: Int32Array, theirs: Int32Array, { weights, slack }: Scale): number {
  // Words that agree from the passage on weigh most where they are.
  const run = countRun(ours, theirs)
  let sum = 0
  for (let step = 0; step < run; step++) sum += weights[step] ?? 0
  const columns = theirs.length - run
  let best = new Float64Array(columns + 1)
  let next = new Float64Array(columns + 1)
  for (let i = run; i < ours.length; i++) {
    const [first, last] = [Math.max(run, i - slack), Math.min(theirs.length, i + slack + 1)]
    next.set(best)
    for (let j = first; j < last; j++) {
      const column = j - run
      let most = Math.max(best[column + 1] ?? 0, next[column] ?? 0)
      if (ours[i] === theirs[j]) {
        const backed = i > 0 && j > 0 && ours[i - 1] === theirs[j - 1]
        const fronted = i + 1 < ours.length && ours[i + 1] === theirs[j + 1]
        if (backed || fronted) most = Math.max(most, (best[column] ?? 0) + (weights[Math.max(i, j)] ?? 0))
      }
      next[column + 1] = most
    }
    next.fill(next[last - run] ?? 0, last - run)
    ;[best, next] = [next, best]
  }
  return sum + (best[columns] ?? 0)
}

function countRun(ours: Int32Array, theirs: Int32Array): number {
  const end = ours.findIndex((word, step) => word !== theirs[step])
  return end === -1 ? ours.length : end
}

function weighSides(was: IndexedText, from: Place, now: IndexedText, to: Place, scale: Scale): Sides {
  const weighAt = (side: Side) =>
    weighCommon(lookAround(was, from, side, scale.words), lookAround(now, to, side, scale.words + scale.slack), scale)
  return { left: weighAt('left'), right: weighAt('right') }
}

/** How well what is around a place in one text agrees with what is around a place in another. */
export function weighContext(was: IndexedText, from: Place, now: IndexedText, to: Place): Support {
  let wide: Sides | undefined
  const runAt = (side: Side) => countRun(lookAround(was, from, side, RUN), lookAround(now, to, side, RUN))
  return {
    near: weighSides(was, from, now, to, NEAR),
    run: { left: runAt('left'), right: runAt('right') },
    wide: () => {
      wide ??= weighSides(was, from, now, to, WIDE)
      return wide
    },
  }
}

/** How many words on, counted from some that are skipped, two places have the same on one side. */
export function countRunFrom(
  was: IndexedText,
  from: Place,
  now: IndexedText,
  to: Place,
  side: Side,
  skipped: number,
): number {
  return countRun(lookAround(was, from, side, RUN + skipped).subarray(skipped), lookAround(now, to, side, RUN))
}

/**
 * Which of a place's next words, from one to another, are as far from another place, give or take three words: the most
 * for any such distance, as it is asked for.
 */
function align(
  was: IndexedText,
  from: Place,
  now: IndexedText,
  to: Place,
  side: Side,
  [first, last]: readonly [number, number],
  measure: (alike: boolean[]) => number,
): number {
  const [ours, theirs] = [lookAround(was, from, side, last), lookAround(now, to, side, last + SHIFT)]
  const steps = Array.from({ length: Math.max(0, last - first) }, (_, step) => first + step)
  const shifts = Array.from({ length: 2 * SHIFT + 1 }, (_, index) => index - SHIFT)
  return Math.max(0, ...shifts.map((shift) => measure(steps.map((step) => ours[step] === theirs[step + shift]))))
}

type Aligned = (
  was: IndexedText,
  from: Place,
  now: IndexedText,
  to: Place,
  side: Side,
  first: number,
  last: number,
) => number

/** How many of a place's next words, from one to another, stand by another place too. */
export const countAligned: Aligned = (was, from, now, to, side, first, last) =>
  align(was, from, now, to, side, [first, last], (alike) => alike.filter(Boolean).length)

/** How many in a row of a place's next words, from one to another, stand by another place too. */
export const runAligned: Aligned = (was, from, now, to, side, first, last) =>
  align(was, from, now, to, side, [first, last], (alike) => {
    let [most, run] = [0, 0]
    for (const same of alike) {
      run = same ? run + 1 : 0
      most = Math.max(most, run)
    }
    return most
  })

/** Whether a word that stood on one side of a place stands on the other side of another: something has changed places. */
export function hasCrossed(was: IndexedText, from: Place, now: IndexedText, to: Place): boolean {
  const around = (text: IndexedText, place: Place, side: Side) => new Set(lookAround(text, place, side, CROSSING))
  const [left, right] = [around(was, from, 'left'), around(was, from, 'right')]
  const [newLeft, newRight] = [around(now, to, 'left'), around(now, to, 'right')]
  const crosses = (here: Set<number>, there: Set<number>, newHere: Set<number>, newThere: Set<number>) =>
    [...here].some((word) => !there.has(word) && newThere.has(word) && !newHere.has(word))
  return crosses(left, right, newLeft, newRight) || crosses(right, left, newRight, newLeft)
}

/** Both sides together. */
export function total({ left, right }: Sides): number {
  return left + right
}

/** Whether one place has twice another's near surroundings, and no less on either side. */
function isDouble(ours: Support, theirs: Support): boolean {
  if (isLonger(theirs, ours, 'left') || isLonger(theirs, ours, 'right')) return false
  return total(ours.near) > 0 && total(ours.near) >= 2 * total(theirs.near)
}

/** Whether next to one place far more of the same words stand in a row, and no fewer on either side. */
export function runsOn(ours: Support, theirs: Support): boolean {
  if (ours.run.left < theirs.run.left || ours.run.right < theirs.run.right) return false
  return total(ours.run) >= 2 * total(theirs.run) + FAR_MORE
}

/** Whether surroundings are those of one of two passages with the same words, beyond doubt. */
export function outweighs(ours: Support, theirs: Support): boolean {
  const isAhead = (side: Side) => ours.run[side] >= theirs.run[side] + 2
  return isDouble(ours, theirs) || runsOn(ours, theirs) || (isAhead('left') && isAhead('right'))
}

/** Whether support is as good by the next words, and clearly better by far ones: of passages in paragraphs that are alike. */
export function outreaches(ours: Support, theirs: Support): boolean {
  if (ours.run.left < theirs.run.left || ours.run.right < theirs.run.right) return false
  if (total(theirs.run) < LONG_RUN) return false
  if (total(ours.near) < 0.95 * total(theirs.near)) return false
  const [wide, other] = [ours.wide(), theirs.wide()]
  return wide.left >= other.left - 1 && wide.right >= other.right - 1 && total(wide) >= total(other) + 3
}

/** Whether one support has clearly more on a side than another: a longer run that is more than a set phrase, or more near. */
function isLonger(one: Support, other: Support, side: Side): boolean {
  return (one.run[side] >= 3 && one.run[side] > other.run[side]) || one.near[side] > other.near[side] + 0.25
}

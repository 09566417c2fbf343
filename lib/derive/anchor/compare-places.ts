import { type IndexedText, threeAt, type WordRange } from './index-text'
import { LEAST_RUN, MOST_HITS, type Tiling } from './tile-texts'

/** Both texts and what of the one stands where in the other. */
export interface Comparison {
  was: IndexedText
  now: IndexedText
  tiling: Tiling
}

/** How many of the words next to a place are alike, on each side. */
interface Sides {
  left: number
  right: number
}

/** A place of the old text, and one of the new text that has its words. */
export interface Pair {
  old: WordRange
  now: WordRange
}

/** Words in a row next to a passage are counted up to as many: more prove nothing more. */
const LONGEST = 40
/** Words that were put in or taken out between neighbours, up to a long sentence. */
const REACH = 24
/** Words between two rows of words that may have changed. */
const FEW_CHANGED = 3
/** How far from the passage its words are looked for elsewhere. */
const NEAR = 12

export function total({ left, right }: Sides): number {
  return left + right
}

function stretch({ left, right }: WordRange, by: Sides): WordRange {
  return { left: left - by.left, right: right + by.right }
}

/** How many words in a row next to a place of the old text stand next to one of the new text too. */
export function countRun({ was, now }: Comparison, { old, now: place }: Pair): Sides {
  const isAlike = (a: number, b: number) => was.numbers[a] !== undefined && was.numbers[a] === now.numbers[b]
  let [left, right] = [0, 0]
  while (left < LONGEST && isAlike(old.left - left - 1, place.left - left - 1)) left++
  while (right < LONGEST && isAlike(old.right + right, place.right + right)) right++
  return { left, right }
}

/** How many of these words are laid out with the place, not with other words of the old text. */
export function countTile({ tiling: { toNew, toOld } }: Comparison, { old, now }: Pair): Sides {
  let [left, right] = [0, 0]
  while (now.left > left && toOld[now.left - left - 1] === old.left - left - 1) left++
  while (old.right + right < toNew.length && toNew[old.right + right] === now.right + right) right++
  return { left, right }
}

/** A pair with all the words next to it that are alike. */
export function growRun(comparison: Comparison, pair: Pair): Pair {
  const run = countRun(comparison, pair)
  return { old: stretch(pair.old, run), now: stretch(pair.now, run) }
}

/** A pair with the words next to it that are laid out with it. */
export function growTile(comparison: Comparison, pair: Pair): Pair {
  const tile = countTile(comparison, pair)
  return { old: stretch(pair.old, tile), now: stretch(pair.now, tile) }
}

/** Where all words of a place of the old text stand in the new one, in a row; `null` where any is lost or elsewhere. */
export function findTile({ tiling }: Comparison, { left, right }: WordRange): WordRange | null {
  const at = tiling.toNew[left] ?? -1
  if (at === -1 || left === right) return null
  for (let word = left; word < right; word++) if (tiling.toNew[word] !== at + word - left) return null
  return { left: at, right: at + right - left }
}

/** The nearest word that is in a tile, from one on; beyond the text's ends -1 or its length; `null` for none in reach. */
export function findNextTiled(tiles: Int32Array, from: number, by: 1 | -1, reach = REACH): number | null {
  for (let step = 0, at = from; step <= reach; step++, at += by) {
    if (at < 0 || at >= tiles.length) return at < 0 ? -1 : tiles.length
    if (tiles[at] !== -1) return at
  }
  return null
}

/**
 * Whether on one side the next words in tiles are the same ones in both texts, or both texts end there. What was put in
 * between where words were taken out must not have words of the block's edge: it may be the passage altered, and the
 * block a copy.
 */
function isNeighboured(
  { was, now: text, tiling: { toNew, toOld } }: Comparison,
  { old, now }: Pair,
  by: 1 | -1,
): boolean {
  const [from, to] = by === 1 ? [old.right, now.right] : [old.left - 1, now.left - 1]
  const [theirs, ours] = [findNextTiled(toNew, from, by), findNextTiled(toOld, to, by)]
  if (theirs === null || ours === null) return false
  if (theirs !== from) {
    const put = by === 1 ? text.numbers.subarray(to, ours) : text.numbers.subarray(ours + 1, to + 1)
    const edge =
      by === 1 ? was.numbers.subarray(Math.max(0, from - NEAR), from) : was.numbers.subarray(from + 1, from + 1 + NEAR)
    if (put.filter((word) => edge.includes(word)).length > 1) return false
  }
  const [isOldEnd, isNewEnd] = [toNew[theirs] === undefined, toOld[ours] === undefined]
  return isOldEnd || isNewEnd ? isOldEnd && isNewEnd : toNew[theirs] === ours
}

/** On which sides a block of tiles has the neighbours that it had. */
export function findNeighboured(comparison: Comparison, block: Pair): Record<keyof WordRange, boolean> {
  return { left: isNeighboured(comparison, block, -1), right: isNeighboured(comparison, block, 1) }
}

/**
 * Where words on and near a passage stand in the new text outside of its tiles, with at least one that is in no tile: what
 * only changed places leaves none, and a copy does.
 */
export function findEchoes(comparison: Comparison, home: WordRange): Pair[] {
  const { was, now, tiling } = comparison
  const seen = new Map<number, number>()
  const echoes: Pair[] = []
  const [first, last] = [Math.max(0, home.left - NEAR), Math.min(was.numbers.length, home.right + NEAR)]
  for (let word = first; word + LEAST_RUN <= last; word++) {
    const hits = now.threes().get(threeAt(was, word) ?? '') ?? []
    for (const hit of hits.length > MOST_HITS ? [] : hits) {
      if (tiling.toOld[hit] === word || (seen.get(hit - word) ?? -1) > word) continue
      const echo = growRun(comparison, { old: { left: word, right: word }, now: { left: hit, right: hit } })
      seen.set(hit - word, echo.old.right)
      const [start, end] = [hit - word + Math.max(echo.old.left, first), hit - word + Math.min(echo.old.right, last)]
      if (tiling.toOld.subarray(start, end).includes(-1)) echoes.push(echo)
    }
  }
  return echoes
}

/** Joins echoes that follow on each other but for a few words: in what was copied or altered some may have changed. */
export function joinEchoes(echoes: readonly Pair[]): Pair[] {
  const joined: Pair[] = []
  for (const echo of echoes.toSorted((a, b) => a.now.left - b.now.left)) {
    const last = joined.at(-1)
    const follows = (side: keyof Pair) => last !== undefined && echo[side].left - last[side].right <= FEW_CHANGED
    if (last === undefined || echo.old.right <= last.old.left || !follows('old') || !follows('now')) joined.push(echo)
    else {
      const hull = (a: WordRange, b: WordRange) => ({
        left: Math.min(a.left, b.left),
        right: Math.max(a.right, b.right),
      })
      joined[joined.length - 1] = { old: hull(last.old, echo.old), now: hull(last.now, echo.now) }
    }
  }
  return joined
}

/** Whether what stands next to an echo stood near the passage too: it may be the passage's own place. */
export function isAtHome({ was, tiling: { toOld } }: Comparison, { old, now }: Pair, own: WordRange): boolean {
  const isNear = (by: 1 | -1) => {
    const next = findNextTiled(toOld, by === 1 ? now.right : now.left - 1, by)
    if (next === null) return false
    const word = next < 0 ? -1 : (toOld[next] ?? was.numbers.length)
    if (word >= own.left && word < own.right) return false
    return by === 1 ? word >= old.right && word < old.right + REACH : word < old.left && word >= old.left - REACH
  }
  return isNear(-1) || isNear(1)
}

/** Words in no tile that go on from a place in the new text as the old one does: the mark of a copy. */
function countDoubled({ was, now, tiling }: Comparison, old: number, at: number, by: 1 | -1): number {
  const isDoubled = (step: number) =>
    tiling.toOld[at + step] === -1 && now.numbers[at + step] === was.numbers[old + step]
  let count = 0
  while (isDoubled(by * count)) count++
  return count
}

/** How many words at the edges of a block, and of the tiles that were next to it, stand a second time. */
export function countSeams(comparison: Comparison, { old, now }: Pair): number {
  const { toNew, toOld } = comparison.tiling
  // Before the first word of a text stands its beginning, and after the last its end.
  const before = old.left === 0 ? -1 : (toNew[old.left - 1] ?? -1)
  const after = old.right === toNew.length ? toOld.length : (toNew[old.right] ?? -1)
  return (
    countDoubled(comparison, old.left - 1, now.left - 1, -1) +
    countDoubled(comparison, old.right, now.right, 1) +
    (before === -1 && old.left > 0 ? 0 : countDoubled(comparison, old.left, before + 1, 1)) +
    (after === -1 ? 0 : countDoubled(comparison, old.right - 1, after - 1, -1))
  )
}

import { type IndexedText, threeAt } from './index-text'

/** Fewer words in a row stand in any two texts. */
export const LEAST_RUN = 3
/** Three words that stand in more places than these tell nothing: it keeps texts of one repeated word from being squared. */
export const MOST_HITS = 100

/** Where each word of the old text stands in the new one, and the other way round; -1 for lost words and for new ones. */
export interface Tiling {
  toNew: Int32Array
  toOld: Int32Array
}

/** Words in a row that stand in both texts, and how many more stand so around them. */
interface Piece {
  old: number
  now: number
  length: number
  runLength: number
}

/** The longest rows of words that stand in both texts, cut where sentences end, by their length. */
function listPieces(was: IndexedText, now: IndexedText): Piece[][] {
  const byLength: Piece[][] = []
  const covered = new Map<number, number>()
  const isAlike = (old: number, at: number) => was.numbers[old] !== undefined && was.numbers[old] === now.numbers[at]
  for (let at = 0; at + LEAST_RUN <= now.numbers.length; at++) {
    const key = threeAt(now, at) ?? ''
    const hits = was.threes().get(key) ?? []
    if (hits.length > MOST_HITS || (now.threes().get(key)?.length ?? 0) > MOST_HITS) continue
    for (const hit of hits) {
      if ((covered.get(hit - at) ?? 0) > at) continue
      let [before, after] = [0, LEAST_RUN]
      while (isAlike(hit - before - 1, at - before - 1)) before++
      while (isAlike(hit + after, at + after)) after++
      covered.set(hit - at, at + after)
      const runLength = before + after
      for (let start = -before, end = start + 1; end <= after; end++) {
        if (end < after && !now.startsSentence(at + end) && !was.startsSentence(hit + end)) continue
        addPiece(byLength, { old: hit + start, now: at + start, length: end - start, runLength })
        start = end
      }
    }
  }
  return byLength
}

function addPiece(byLength: Piece[][], piece: Piece): void {
  if (piece.length < LEAST_RUN) return
  const known = byLength[piece.length]
  if (known === undefined) byLength[piece.length] = [piece]
  else known.push(piece)
}

/**
 * Lays the new text out with rows of words of the old one, each word of either used once: greedy string tiling, which
 * sees blocks that changed places (Wise 1993). The longest go first, of equal ones that with more alike around it. Rows
 * are cut where sentences end, as sentences move whole: else what follows one that moved here, and ends as the one that
 * stood here did, would take its end away. Near linear.
 */
export function tileTexts(was: IndexedText, now: IndexedText): Tiling {
  const toNew = new Int32Array(was.numbers.length).fill(-1)
  const toOld = new Int32Array(now.numbers.length).fill(-1)
  const isFree = (old: number, at: number) => toNew[old] === -1 && toOld[at] === -1
  const join = (old: number, at: number) => {
    toNew[old] = at
    toOld[at] = old
  }
  const byLength = listPieces(was, now)
  for (let length = byLength.length - 1; length >= LEAST_RUN; length--) {
    const pieces = byLength[length] ?? []
    pieces.sort((a, b) => b.runLength - a.runLength)
    for (const { old, now: at, runLength } of pieces) {
      let start = 0
      for (let end = 0; end <= length; end++) {
        if (end < length && isFree(old + end, at + end)) continue
        if (end - start === length) for (let step = 0; step < length; step++) join(old + step, at + step)
        else addPiece(byLength, { old: old + start, now: at + start, length: end - start, runLength })
        start = end + 1
      }
    }
    byLength[length] = []
  }
  const grow = (at: number, by: 1 | -1) => {
    const old = toOld[at] ?? -1
    if (old === -1 || was.numbers[old + by] === undefined || was.numbers[old + by] !== now.numbers[at + by]) return
    if (isFree(old + by, at + by)) join(old + by, at + by)
  }
  for (let at = 0; at < toOld.length; at++) grow(at, 1)
  for (let at = toOld.length - 1; at >= 0; at--) grow(at, -1)
  return { toNew, toOld }
}

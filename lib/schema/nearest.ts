/** Edits between two words, a swap of neighbours being one; `most + 1` where there are more than `most`. */
function countEdits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const at = (list: readonly number[], index: number) => list[index] ?? Number.POSITIVE_INFINITY
      now[column] = Math.min(
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (now.every((edits) => edits > most)) return most + 1
    before = last
    last = now
  }
  return last[other.length] ?? most + 1
}

/**
 * The word of a list that one may have been meant to be: the nearest by edit distance (Damerau–Levenshtein, optimal string
 * alignment), whatever its case, if it is at most a third of the word away and three edits. `null` where none is that near.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | null {
  const small = word.toLowerCase()
  let most = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  let nearest: string | null = null
  for (const candidate of candidates) {
    const edits = countEdits(small, candidate.toLowerCase(), most)
    if (edits > most || candidate === word) continue
    nearest = candidate
    most = edits - 1
    if (most < 0) break
  }
  return nearest
}

/** "; did you mean “…”?", or nothing where no candidate is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const nearest = findNearest(word, candidates)
  return nearest === null ? '' : `; did you mean “${nearest}”?`
}

/** Edits between two words, a swap of neighbours being one; `most + 1` where there are more than `most`. */
function countEdits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
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

/** Keys shorter than this have too many words near them: `node` is not a mistyped `code`. */
const SHORTEST = 5

/** Without what differs between ways of writing the same key: `accuracy_km`, `AccuracyKM`. */
const plain = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether one edit makes one of the other: a letter put in, left out, or another, or two neighbours the other way round. */
function isOneEditAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.slice(at + 1) === long.slice(at + 1) || (swapped && short.slice(at + 2) === long.slice(at + 2))
}

/** The known key that `key` is likely meant for: written another way, or one letter off; undefined where none is. */
export function nearKey(key: string, known: readonly string[]): string | undefined {
  const written = plain(key)
  return (
    known.find((each) => plain(each) === written) ??
    known.find((each) => Math.min(each.length, written.length) >= SHORTEST && isOneEditAway(plain(each), written))
  )
}

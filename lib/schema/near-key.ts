/** Keys shorter than this have too many words near them: `node` is not a mistyped `code`. */
const SHORTEST = 5

/** Without what differs between ways of writing the same key: `accuracy_km`, `AccuracyKM`. */
const plain = (key: string) => key.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Whether one edit makes one of the other: a letter put in, left out, or another, or two neighbours the other way round. */
function isOneEditAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
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

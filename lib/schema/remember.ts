/** What is kept is forgotten at once when it has become this much: a few hundred kilobytes of short texts. */
const MOST = 10_000

/**
 * A pure function of a short text that answers the same text from memory: rows have the same few hundred dates thousands
 * of times over, and reading one takes a tenth of a millisecond. An answer is shared: nobody may change it.
 */
export function remember<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.answer
    const found = { answer: answer(text) }
    if (known.size >= MOST) known.clear()
    known.set(text, found)
    return found.answer
  }
}

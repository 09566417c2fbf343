/**
 * Results by key, of which the `most` that were asked for last are kept: each is made once, whoever asks meanwhile. What
 * failed is not kept, and is made anew for the next who asks.
 */
export function keepLatest<T>(most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key, make) => {
    let result = kept.get(key)
    if (result === undefined) {
      const made = make()
      made.catch(() => kept.get(key) === made && kept.delete(key))
      result = made
    }
    // Put in again, it is the newest: a map is in the order in which its keys came.
    kept.delete(key)
    kept.set(key, result)
    const oldest = kept.keys().next()
    if (kept.size > most && !oldest.done) kept.delete(oldest.value)
    return result
  }
}

/** Makes something when it is first asked for, and keeps it; what failed is made anew for the next who asks. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  const keep = keepLatest<T>(1)
  return () => keep('', make)
}

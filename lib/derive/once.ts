interface Weighed<T> {
  result: Promise<T>
  /** Known once it is made. */
  weight: number
}

/**
 * Results by key, of which the `most` that were asked for last are kept, and together no more of `weigh` than
 * `mostWeight`: each is made once, whoever asks meanwhile. What failed is not kept, and is made anew for the next who asks.
 */
export function keepLatest<T>(
  most: number,
  weigh: (value: T) => number = () => 0,
  mostWeight = 0,
): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Weighed<T>>()
  let weight = 0

  function drop(key: string, own: Weighed<T> | undefined): void {
    if (own === undefined || kept.get(key) !== own) return
    kept.delete(key)
    weight -= own.weight
  }

  function dropOldest(): void {
    const oldest = kept.entries().next()
    if (!oldest.done) drop(oldest.value[0], oldest.value[1])
  }

  return (key, make) => {
    let own = kept.get(key)
    if (own === undefined) {
      const made: Weighed<T> = { result: make(), weight: 0 }
      made.result.then(
        (value) => {
          if (kept.get(key) !== made) return
          made.weight = weigh(value)
          weight += made.weight
          while (weight > mostWeight && kept.size > 0) dropOldest()
        },
        () => drop(key, made),
      )
      own = made
    }
    // Put in again, it is the newest: a map is in the order in which its keys came.
    kept.delete(key)
    kept.set(key, own)
    if (kept.size > most) dropOldest()
    return own.result
  }
}

/** Makes something when it is first asked for, and keeps it; what failed is made anew for the next who asks. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  const keep = keepLatest<T>(1)
  return () => keep('', make)
}

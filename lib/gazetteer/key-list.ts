/** Compares bytes as a sort of UTF-8 does; where one is the beginning of the other, it comes first. */
function compareAt(keys: Uint8Array, from: number, to: number, sought: Uint8Array): number {
  const length = Math.min(to - from, sought.length)
  for (let at = 0; at < length; at += 1) {
    const difference = (keys[from + at] ?? 0) - (sought[at] ?? 0)
    if (difference !== 0) return difference
  }
  return to - from - sought.length
}

/** Texts in the order of their UTF-8 bytes, one after the other in one run of bytes, and where each ends. */
export class KeyList {
  readonly #keys
  readonly #ends
  readonly #encoder = new TextEncoder()

  constructor(keys: Uint8Array, ends: Uint32Array) {
    this.#keys = keys
    this.#ends = ends
  }

  /** The first key that is not before `sought`. */
  #lowerBound(sought: Uint8Array): number {
    let [low, high] = [0, this.#ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareAt(this.#keys, this.#ends[middle - 1] ?? 0, this.#ends[middle] ?? 0, sought) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The number of a key; null where it is none. */
  find(key: string): number | null {
    const sought = this.#encoder.encode(key)
    const at = this.#lowerBound(sought)
    if (at === this.#ends.length) return null
    return compareAt(this.#keys, this.#ends[at - 1] ?? 0, this.#ends[at] ?? 0, sought) === 0 ? at : null
  }

  /** From the first key that begins with `start` to the one behind the last. */
  range(start: string): readonly [from: number, to: number] {
    const sought = this.#encoder.encode(start)
    const beyond = sought.slice()
    // No byte of UTF-8 is 255, so the last one can be counted up.
    beyond[beyond.length - 1] = (beyond.at(-1) ?? 0) + 1
    return [this.#lowerBound(sought), this.#lowerBound(beyond)]
  }
}

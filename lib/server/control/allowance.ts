interface Bucket {
  left: number
  at: number
}

export interface AllowanceOptions {
  /** So many at once. */
  burst: number
  /** And one more after each pause, ms. */
  pauseMs: number
  /** Keys that are remembered; those that were quiet for longest are forgotten first. */
  mostKeys: number
  /** ms, any origin. */
  now?: () => number
}

/** What each of many may do so many times at once, and then once after each pause (a token bucket). */
export interface Allowance {
  /** Takes one; answers how long to wait where there is none, ms, and 0 where there was. */
  take(key: string): number
  /** Gives one back that was not needed. */
  giveBack(key: string): void
  /** How long until there is one, ms; takes none. */
  waitMs(key: string): number
}

export function createAllowance({
  burst,
  pauseMs,
  mostKeys,
  now = () => performance.now(),
}: AllowanceOptions): Allowance {
  const buckets = new Map<string, Bucket>()

  function bucketOf(key: string): Bucket {
    const at = now()
    const known = buckets.get(key)
    const left = known === undefined ? burst : Math.min(burst, known.left + (at - known.at) / pauseMs)
    const bucket = { left, at }
    // Put in again, it is the newest: a map is in the order in which its keys came.
    buckets.delete(key)
    buckets.set(key, bucket)
    const oldest = buckets.keys().next()
    if (buckets.size > mostKeys && !oldest.done) buckets.delete(oldest.value)
    return bucket
  }

  const waitFor = ({ left }: Bucket) => (left < 1 ? (1 - left) * pauseMs : 0)

  return {
    take(key) {
      const bucket = bucketOf(key)
      const waitMs = waitFor(bucket)
      if (waitMs === 0) bucket.left -= 1
      return waitMs
    },
    waitMs: (key) => (buckets.has(key) ? waitFor(bucketOf(key)) : 0),
    giveBack(key) {
      const bucket = bucketOf(key)
      bucket.left = Math.min(burst, bucket.left + 1)
    },
  }
}

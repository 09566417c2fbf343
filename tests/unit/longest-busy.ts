import { existsSync, readFileSync } from 'node:fs'

const LOOK_EVERY_MS = 5
/** Linux tells for how long a thread has run, ns: what other programs do meanwhile is none of it. */
const SCHEDULE = '/proc/thread-self/schedstat'

function ranMs(): number {
  return existsSync(SCHEDULE) ? Number(readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6 : performance.now()
}

/** Does `work`; and the longest that this thread is busy in one go meanwhile, and so answers nobody, ms. */
export async function longestBusy<T>(work: () => Promise<T>): Promise<{ made: T; busyMs: number }> {
  let last = ranMs()
  let longest = 0
  const look = () => {
    const now = ranMs()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  try {
    const made = await work()
    look()
    return { made, busyMs: longest }
  } finally {
    clearInterval(timer)
  }
}

import { isWallSnapshot, readJson } from '@/lib/client/wall/read-wire'
import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import { readEvents } from './read-events'

/** A server that is there answers at once. */
const ANSWER_TIMEOUT_MS = 8_000
/** The server says something every ten seconds: after this it is gone, whatever the connection says. */
const SILENCE_TIMEOUT_MS = 25_000
const RETRY_LIMIT_MS = 5_000

interface WallFollower {
  onSnapshot(snapshot: WallSnapshot): void
  /** Nothing is heard; it is tried again, for ever. */
  onAway(): void
  /** This device is not paired, or no longer: following has ended. */
  onRefused(): void
}

/** Follows a wall over its event stream. */
export interface WallStream {
  /** Asks anew at once: what was heard may be out of date. */
  again(): void
  close(): void
}

/** Reads one connection to its end. Returns false where there is no use in another. Throws when it breaks. */
async function readStream(address: string, attempt: AbortController, follower: WallFollower): Promise<boolean> {
  let watchdog = setTimeout(() => attempt.abort(), ANSWER_TIMEOUT_MS)
  try {
    // EventSource would not say why it was refused.
    const response = await fetch(address, { cache: 'no-store', signal: attempt.signal })
    if (response.status === 401) return false
    if (!response.ok || response.body === null) throw new Error(`${response.status}`)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      clearTimeout(watchdog)
      watchdog = setTimeout(() => attempt.abort(), SILENCE_TIMEOUT_MS)
      const { events, rest } = readEvents(text + read.value)
      text = rest
      for (const { event, data } of events) {
        if (event === 'gone') return false
        const said = event === 'wall' ? readJson(data) : undefined
        if (isWallSnapshot(said)) follower.onSnapshot(said)
      }
    }
    return true
  } finally {
    clearTimeout(watchdog)
    attempt.abort()
  }
}

/** Starts following; it goes on until it is closed or refused. */
export function followWall(address: string, follower: WallFollower): WallStream {
  let attempt = new AbortController()
  let closed = false
  let hurried = false
  let failures = 0
  let wake: (() => void) | null = null
  const counting: WallFollower = {
    ...follower,
    onSnapshot(snapshot) {
      failures = 0
      if (!closed) follower.onSnapshot(snapshot)
    },
  }

  async function run() {
    while (!closed) {
      hurried = false
      attempt = new AbortController()
      const going = await readStream(address, attempt, counting).catch(() => true)
      if (closed) return
      if (!going) return follower.onRefused()
      if (hurried) continue
      follower.onAway()
      const waitMs = Math.min(RETRY_LIMIT_MS, 250 * 2 ** failures++)
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, waitMs)
      })
    }
  }
  void run()

  return {
    again() {
      hurried = true
      failures = 0
      attempt.abort()
      wake?.()
    },
    close() {
      closed = true
      attempt.abort()
      wake?.()
    },
  }
}

import { createParser } from 'eventsource-parser'
import { addressBelow } from '@/lib/url/base-path'

/** A server that is there answers at once. */
const ANSWER_TIMEOUT_MS = 8_000
/** The server says something every ten seconds: after this it is gone, whatever the connection says. */
const SILENCE_TIMEOUT_MS = 25_000
const FIRST_RETRY_MS = 250
const RETRY_LIMIT_MS = 5_000

export interface StreamFollower {
  /** Goes before each connection; false where the server did not take it. `signal` ends it. */
  register?(signal: AbortSignal): Promise<boolean>
  /** The server has said something; false where that ends the stream. */
  onEvent(event: string | undefined, data: string): boolean
  /** Nothing is heard; it is tried again, for ever. */
  onAway(): void
  /** The server will not have this device, or no longer: following has ended. Without this it is tried again. */
  onRefused?(): void
}

/** An event stream that is followed. */
export interface FollowedStream {
  /** Connects anew at once: what was heard may be out of date, and a stream that was cut off may seem open for long. */
  again(): void
  close(): void
}

/** Reads one connection until it or `signal` ends it. Returns false where the server wants none. Throws when it breaks. */
async function readStream(address: `/${string}`, signal: AbortSignal, onEvent: StreamFollower['onEvent']) {
  const connection = new AbortController()
  const end = () => connection.abort()
  signal.addEventListener('abort', end)
  let watchdog = setTimeout(end, ANSWER_TIMEOUT_MS)
  const watch = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(end, SILENCE_TIMEOUT_MS)
  }
  let wanted = true
  const parser = createParser({
    onEvent({ event, data }) {
      wanted = onEvent(event, data) && wanted
    },
  })
  try {
    // EventSource would not say why it was refused.
    const response = await fetch(addressBelow(address), { cache: 'no-store', signal: connection.signal })
    if (response.status === 401) return false
    if (!response.ok || response.body === null) throw new Error(`${response.status}`)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    while (wanted) {
      watch()
      const { done, value } = await reader.read()
      if (done) break
      parser.feed(value)
    }
    return wanted
  } finally {
    clearTimeout(watchdog)
    signal.removeEventListener('abort', end)
    end()
  }
}

function rest(durationMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, durationMs)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}

/**
 * Starts following; it goes on until it is closed or refused. Whenever a connection ends, for whatever reason, it begins
 * anew, at most five seconds later, and at once when the browser says that the network is back or the page is seen again.
 */
export function followStream(address: `/${string}`, follower: StreamFollower): FollowedStream {
  const closed = new AbortController()
  /** Ends what is being waited for, to begin anew. */
  let hurry = new AbortController()
  let failures = 0

  function again(): void {
    failures = 0
    hurry.abort()
  }
  const onReturn = () => {
    if (document.visibilityState === 'visible') again()
  }
  window.addEventListener('online', onReturn, { signal: closed.signal })
  document.addEventListener('visibilitychange', onReturn, { signal: closed.signal })

  function onEvent(event: string | undefined, data: string): boolean {
    if (closed.signal.aborted) return false
    const goesOn = follower.onEvent(event, data)
    if (goesOn) failures = 0
    return goesOn
  }

  async function run(): Promise<void> {
    while (!closed.signal.aborted) {
      hurry = new AbortController()
      const { signal } = hurry
      const isKnown = (await follower.register?.(signal)) ?? true
      const goesOn = !isKnown || (await readStream(address, signal, onEvent).catch(() => true))
      if (closed.signal.aborted) return
      if (!goesOn && follower.onRefused !== undefined) {
        closed.abort()
        return follower.onRefused()
      }
      // Whether the server is out of reach is not known then.
      if (signal.aborted) continue
      follower.onAway()
      await rest(Math.min(RETRY_LIMIT_MS, FIRST_RETRY_MS * 2 ** failures++), signal)
    }
  }
  void run()

  return {
    again,
    close() {
      closed.abort()
      again()
    },
  }
}

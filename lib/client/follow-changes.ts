import { isObject, readJson } from '@/lib/schema/plain-values'
import { type FollowedStream, followStream } from './follow-stream'

/** Told the version that a case has on the server. */
type OnVersion = (version: string) => void

const NAME = 'caseboard-changes'

const followers = new Map<string, Set<OnVersion>>()
let stop: (() => void) | null = null

function announce(versions: unknown): void {
  if (!isObject(versions)) return
  for (const [id, version] of Object.entries(versions))
    if (typeof version === 'string') for (const onVersion of followers.get(id) ?? []) onVersion(version)
}

/** Follows the server, and tells the browser's other pages what it says. */
function openStream(channel: BroadcastChannel | null): FollowedStream {
  return followStream('/changes', {
    onEvent(event, data) {
      if (event !== 'versions') return true
      const versions = readJson(data)
      announce(versions)
      channel?.postMessage(versions)
      return true
    },
    // Each page asks for its case every ten seconds in any case, and so learns that nobody is there.
    onAway() {},
  })
}

/** As many connections as a browser has to a server are soon used up: where it can, one page follows for all of them. */
function begin(): () => void {
  const ended = new AbortController()
  let stream: FollowedStream | null = null
  let channel: BroadcastChannel | null = null
  try {
    channel = new BroadcastChannel(NAME)
    channel.onmessage = ({ data }) => announce(data)
  } catch {
    // A frame that is of no origin has none.
  }
  const lead = () => {
    if (!ended.signal.aborted) stream = openStream(channel)
    return new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()))
  }
  // There are locks where the page is safe from being listened to, and not in such a frame.
  const { locks } = navigator
  const led = locks === undefined || channel === null ? lead() : locks.request(NAME, { signal: ended.signal }, lead)
  led.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'SecurityError') void lead()
  })
  return () => {
    ended.abort()
    stream?.close()
    channel?.close()
  }
}

/** Calls `onVersion` soon after a case has another version on the server. Answers how to stop. */
export function followChanges(caseId: string, onVersion: OnVersion): () => void {
  const own = followers.get(caseId) ?? new Set()
  followers.set(caseId, own.add(onVersion))
  stop ??= begin()
  return () => {
    own.delete(onVersion)
    if (own.size === 0) followers.delete(caseId)
    if (followers.size > 0) return
    stop?.()
    stop = null
  }
}

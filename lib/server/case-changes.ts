import { setTimeout as delay } from 'node:timers/promises'
import { limits } from '@/lib/limits'
import { type CaseSummary, listCases } from './case-store'
import { type EventStream, openEventStream } from './control/event-stream'
import { createStreamSlots, type StreamSlots, slotLimits } from './control/stream-slots'
import { noteError } from './health'

/** How long a case that is being built is waited for before the others are looked at. */
const LOOK_MS = 1000
const PAUSE_MS = 250
/** A client takes it that the server is gone after 25 seconds without a word. */
const HEARTBEAT_MS = 10_000
/** A client that has not read for so long is cut off. */
const UNREAD_MS = 30_000

const encoder = new TextEncoder()
const heartbeat = encoder.encode(': still here\n\n')

/** Versions of cases by their ids. */
type Versions = Readonly<Record<string, string>>

/** What of `now` is not in `before`. */
function listChanged(before: Versions, now: Versions): Versions {
  return Object.fromEntries(Object.entries(now).filter(([id, version]) => before[id] !== version))
}

/** Tells every page that is open which cases have another version. */
export interface CaseChanges {
  /** A stream of server-sent events: `versions`, of all cases first and then of those that have another one. */
  open(closed: () => void): ReadableStream<Uint8Array>
  /** Streams that are open. */
  count(): number
  /** Ends every stream at once. */
  close(): void
}

interface ChangesOptions {
  list(mostMs: number): Promise<readonly Pick<CaseSummary, 'id' | 'version'>[]>
  /** Milliseconds; need not be wall time. */
  now?: () => number
  /** Between two looks. */
  pause?: () => Promise<void>
}

const shortPause = () => delay(PAUSE_MS, undefined, { ref: false })

/** One look for all streams, and none while there are none. */
export function createCaseChanges(options: ChangesOptions): CaseChanges {
  const { list, now = () => performance.now(), pause = shortPause } = options
  const streams = new Set<EventStream>()
  let versions: Versions | null = null
  let isLooking = false

  async function look(): Promise<void> {
    const listed = await list(LOOK_MS)
    const before: Versions = versions ?? {}
    versions = Object.fromEntries(listed.map(({ id, version }) => [id, version]))
    if (Object.keys(listChanged(before, versions)).length > 0) for (const stream of streams) stream.push()
  }

  async function lookWhileFollowed(): Promise<void> {
    if (isLooking) return
    isLooking = true
    while (streams.size > 0) {
      await look().catch((error: unknown) => noteError('The cases cannot be looked at', error))
      await pause()
    }
    isLooking = false
    // Out of date by the time that somebody follows again.
    versions = null
  }

  return {
    open(closed) {
      let sent: Versions = {}
      const frame = () => {
        const changed = listChanged(sent, versions ?? {})
        sent = versions ?? sent
        // Nothing new is a heartbeat: a client is never told the same twice.
        if (Object.keys(changed).length === 0) return heartbeat
        return encoder.encode(`event: versions\ndata: ${JSON.stringify(changed)}\n\n`)
      }
      const stream = openEventStream(
        frame,
        () => {
          clearInterval(beat)
          streams.delete(stream)
          closed()
        },
        now,
      )
      const beat = setInterval(() => {
        const since = stream.waitingSince
        if (since !== null && now() - since > UNREAD_MS) stream.end()
        else stream.push()
      }, HEARTBEAT_MS)
      beat.unref()
      streams.add(stream)
      // The first word says at once that somebody listens, and what is known already.
      stream.push()
      void lookWhileFollowed()
      return stream.body
    },
    count: () => streams.size,
    close() {
      for (const stream of streams) stream.end()
    },
  }
}

declare global {
  // Route handlers are bundled apart, and look and count together.
  var caseboardChanges: { changes: CaseChanges; slots: StreamSlots } | undefined
}

/** The one of this process, with the places that its streams take. */
export function caseChanges(): { changes: CaseChanges; slots: StreamSlots } {
  globalThis.caseboardChanges ??= {
    changes: createCaseChanges({ list: listCases }),
    slots: createStreamSlots(slotLimits(limits.changes)),
  }
  return globalThis.caseboardChanges
}

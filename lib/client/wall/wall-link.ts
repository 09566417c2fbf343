import { createLatestQueue } from '@/lib/client/latest-queue'
import { NewestSnapshot } from '@/lib/client/newest-snapshot'
import type { WallCommand } from '@/lib/wall/wall-command'
import type { ScreenRole, WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { WireState } from '@/lib/wall/wall-state'
import { isWallSnapshot, readJson } from './read-wire'

/** The server says something every ten seconds: after this long it is away, whatever the connection says; ms. */
const SILENCE_MS = 25_000
/** Together less than ten seconds: so long after the server's return the wall is joined, packets swallowed or not. */
const ANSWER_TIMEOUT_MS = 4_000
const RETRY_LIMIT_MS = 5_000

interface LinkEvents {
  /** What this display shows now, for a server that knows nothing of this wall. */
  state(): WireState
  /** `stateHolds` is false while a command of this display's own is on its way: the state is older than it. */
  onSnapshot(snapshot: WallSnapshot, stateHolds: boolean): void
  onJoined(joined: boolean): void
}

const movedBitByBit: readonly WallCommand['kind'][] = ['look', 'point', 'time']
/** What may replace its own kind while it waits: where a hand has led the map or the time, and what it points at. */
const kindOf = ({ kind }: WallCommand) => (movedBitByBit.includes(kind) ? kind : null)

/**
 * A display's connection to its wall. It registers, listens and, whenever that ends for whatever reason, begins anew,
 * at most five seconds apart and for ever; at once when the browser says that the network is back or the page is seen
 * again. A display that was taken off its wall registers as a wall of its own.
 */
export class WallLink {
  readonly #caseId: string
  readonly #role: ScreenRole
  readonly #events: LinkEvents
  readonly #stopped = new AbortController()
  /** Ends what is being waited for, to begin anew. */
  #hurry = new AbortController()
  #joined = false
  readonly #newest = new NewestSnapshot()
  readonly #queue = createLatestQueue<WallCommand>({
    kindOf,
    send: (command) => this.#send(command),
    // The stream notices by itself when the server is away.
    onFailure: () => {},
  })

  constructor(caseId: string, role: ScreenRole, events: LinkEvents) {
    this.#caseId = caseId
    this.#role = role
    this.#events = events
    const { signal } = this.#stopped
    window.addEventListener('online', this.#again, { signal })
    document.addEventListener('visibilitychange', this.#again, { signal })
    void this.#keepJoined()
  }

  stop(): void {
    this.#stopped.abort()
  }

  /** Tells the wall. A server that is away is not told later: by then the command has lost its meaning. */
  send(command: WallCommand): void {
    if (!this.#joined) return
    this.#queue.push(command)
  }

  offerPairing(on: boolean): void {
    void this.#ask(on ? 'POST' : 'DELETE', `/control/offers?${this.#query}`, {}).then((said) => this.#hear(said))
  }

  drop(id: string): void {
    void this.#ask('DELETE', `/control/pairings/${encodeURIComponent(id)}?${this.#query}`, {}).then((said) =>
      this.#hear(said),
    )
  }

  get #query(): string {
    return `case=${this.#caseId}`
  }

  /** A stream that was cut off may seem open for long: a new one tells. */
  readonly #again = (): void => {
    if (document.visibilityState === 'visible') this.#hurry.abort()
  }

  async #keepJoined(): Promise<void> {
    for (let failures = 0; !this.#stopped.signal.aborted; failures += 1) {
      this.#hurry = new AbortController()
      const signal = AbortSignal.any([this.#stopped.signal, this.#hurry.signal])
      const registration = { case: this.#caseId, role: this.#role, state: this.#events.state() }
      const snapshot = await this.#ask('POST', '/control/screens', registration, signal)
      if (snapshot !== null && !signal.aborted) {
        this.#setJoined(true)
        this.#hear(snapshot)
        if (await this.#listen(signal)) failures = 0
      }
      // Whether the wall is out of reach is not known then.
      if (!this.#hurry.signal.aborted) this.#setJoined(false)
      await this.#rest(Math.min(RETRY_LIMIT_MS, 500 * 2 ** Math.min(failures, 4)), signal)
      if (this.#hurry.signal.aborted) failures = 0
    }
  }

  #rest(durationMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, durationMs)
      if (signal.aborted) end()
      else signal.addEventListener('abort', end)
    })
  }

  /** Listens until the stream ends, falls silent or is ended by `signal`; says whether it said anything. */
  #listen(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const source = new EventSource(`/control/stream?as=screen&${this.#query}`)
      let heard = false
      let silence: ReturnType<typeof setTimeout> | undefined
      const end = () => {
        clearTimeout(silence)
        source.close()
        signal.removeEventListener('abort', end)
        resolve(heard)
      }
      const watch = () => {
        clearTimeout(silence)
        silence = setTimeout(end, SILENCE_MS)
      }
      watch()
      source.addEventListener('wall', (event: MessageEvent<string>) => {
        watch()
        const snapshot = readJson(event.data)
        if (!isWallSnapshot(snapshot)) return
        heard = true
        this.#hear(snapshot)
      })
      source.addEventListener('gone', end)
      // Also where the browser would try again by itself: registering first tells whether the pairing still holds.
      source.addEventListener('error', end)
      signal.addEventListener('abort', end)
    })
  }

  async #send(command: WallCommand): Promise<void> {
    const said = await this.#ask('POST', `/control/commands?as=screen&${this.#query}`, command)
    if (said === null) throw new Error('The server did not take the command')
    this.#hear(said, this.#queue.waiting === 0)
  }

  /** The snapshot that the server answers with; null where it answers otherwise or not at all. */
  async #ask(
    method: 'POST' | 'DELETE',
    address: string,
    body: unknown,
    ended = this.#stopped.signal,
  ): Promise<WallSnapshot | null> {
    try {
      const response = await fetch(address, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([AbortSignal.timeout(ANSWER_TIMEOUT_MS), ended]),
      })
      const said = readJson(await response.text())
      return response.ok && isWallSnapshot(said) ? said : null
    } catch {
      return null
    }
  }

  /** What was answered before the server went away may come after that was noticed, and then says nothing of now. */
  #hear(snapshot: WallSnapshot | null, stateHolds = !this.#queue.busy): void {
    if (snapshot === null || !this.#joined || this.#stopped.signal.aborted) return
    this.#events.onSnapshot(this.#newest.take(snapshot, performance.now()), stateHolds)
  }

  #setJoined(joined: boolean): void {
    if (joined === this.#joined || this.#stopped.signal.aborted) return
    this.#joined = joined
    this.#events.onJoined(joined)
  }
}

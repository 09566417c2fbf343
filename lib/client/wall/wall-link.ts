import type { FollowedStream } from '@/lib/client/follow-stream'
import type { ScreenRole, WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { WallCommand, WireState } from '@/lib/wall/wall-state'
import { followWall } from './follow-wall'
import { createLatestQueue, NewestSnapshot } from './latest-queue'
import { askSnapshot } from './wire'

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
 * A display's connection to its wall: it registers, listens and, whenever that ends for whatever reason, begins anew. A
 * display that was taken off its wall registers as a wall of its own.
 */
export class WallLink {
  readonly #caseId: string
  readonly #role: ScreenRole
  readonly #events: LinkEvents
  readonly #stopped = new AbortController()
  readonly #stream: FollowedStream
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
    this.#stream = followWall(`/control/stream?as=screen&${this.#query}`, {
      register: (signal) => this.#register(signal),
      onSnapshot: (snapshot) => this.#hear(snapshot),
      onAway: () => this.#setJoined(false),
    })
  }

  stop(): void {
    this.#stopped.abort()
    this.#stream.close()
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

  /** Going before each stream, it also tells whether the pairing still holds. */
  async #register(signal: AbortSignal): Promise<boolean> {
    const registration = { case: this.#caseId, role: this.#role, state: this.#events.state() }
    const snapshot = await this.#ask('POST', '/control/screens', registration, signal)
    if (snapshot === null || signal.aborted) return false
    this.#setJoined(true)
    this.#hear(snapshot)
    return true
  }

  async #send(command: WallCommand): Promise<void> {
    const address: `/${string}` = `/control/commands?as=screen&${this.#query}`
    this.#hear(await askSnapshot('POST', address, command, this.#stopped.signal), this.#queue.waiting === 0)
  }

  /** The snapshot that the server answers with; null where it answers otherwise or not at all. */
  #ask(method: 'POST' | 'DELETE', address: `/${string}`, body: unknown, ended = this.#stopped.signal) {
    return askSnapshot(method, address, body, ended).catch(() => null)
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

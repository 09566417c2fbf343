import type { FollowedStream } from '@/lib/client/follow-stream'
import { followWall } from '@/lib/client/wall/follow-wall'
import { createLatestQueue, NewestSnapshot } from '@/lib/client/wall/latest-queue'
import { askControl, askSnapshot, confirm, NotPairedError } from '@/lib/client/wall/wire'
import type { ScreenRole, WallSnapshot } from '@/lib/wall/wall-snapshot'
import { applyCommand, fromWire, type TourStop, type WallCommand, type WallState } from '@/lib/wall/wall-state'

/** Where a locked wall does not say for how long. */
const LOCKED_SECONDS = 60

/** What a device becomes by pairing. */
export type DeviceUse = 'remote' | ScreenRole

/** What came of a code. Wrong, used and out of date are one answer: which of them it is helps only who guesses. */
export type PairingResult =
  | { kind: 'remote' }
  | { kind: 'screen'; caseId: string; role: ScreenRole }
  | { kind: 'refused' }
  | { kind: 'locked'; forSeconds: number }
  | { kind: 'away' }

/** Ends this device's own pairing. Throws when the server does not confirm it. */
async function endPairing(id: string): Promise<void> {
  confirm(await askControl('DELETE', `/control/pairings/${encodeURIComponent(id)}?as=remote`))
}

/** Pairs this device by the code that a wall shows. Never throws. */
export async function pairDevice(code: string, use: DeviceUse, name: string): Promise<PairingResult> {
  try {
    const response = await askControl('POST', '/control/pairings', { code, as: use, name })
    if (response.status === 429)
      return { kind: 'locked', forSeconds: Number(response.headers.get('retry-after')) || LOCKED_SECONDS }
    if (response.status >= 500) return { kind: 'away' }
    if (!response.ok) return { kind: 'refused' }
    const paired: { kind: 'remote' } | { kind: 'screen'; case: string; role: ScreenRole } = await response.json()
    return paired.kind === 'remote' ? paired : { kind: 'screen', caseId: paired.case, role: paired.role }
  } catch {
    return { kind: 'away' }
  }
}

/** How this device stands to a wall. */
export type RemoteStatus =
  /** Whether it is paired is not known yet; `away` while the server does not answer. */
  | { kind: 'asking'; away: boolean }
  /** `dropped`: it was paired until the wall, or time, ended it. */
  | { kind: 'unpaired'; dropped: boolean }
  /** `state` is on the clock of `performance.now()`; while not `connected` it is the last that was heard. */
  | { kind: 'paired'; snapshot: WallSnapshot; state: WallState; connected: boolean }

/** What may replace its own kind while it waits: all but steps, of which each counts. */
const kindOf = ({ kind }: WallCommand) => (kind === 'step' ? null : kind)

/** This device's connection to the wall that it steers. Nothing of the browser is touched before it is started. */
export class RemoteLink {
  #status: RemoteStatus = { kind: 'asking', away: false }
  #stream: FollowedStream | null = null
  readonly #newest = new NewestSnapshot()
  readonly #listeners = new Set<() => void>()
  readonly #queue = createLatestQueue<WallCommand>({
    kindOf,
    send: (command) => this.#send(command),
    onFailure: (error) => this.#onFailure(error),
  })

  readonly current = (): RemoteStatus => this.#status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Follows the wall, if there is one. */
  start(): void {
    this.stop()
    if (this.#status.kind !== 'paired') this.#change({ kind: 'asking', away: false })
    this.#stream = followWall('/control/stream?as=remote', {
      onSnapshot: (snapshot) => this.#take(snapshot, !this.#queue.busy),
      onAway: () => {
        const status = this.#status
        this.#change(status.kind === 'paired' ? { ...status, connected: false } : { kind: 'asking', away: true })
      },
      onRefused: () => this.#change({ kind: 'unpaired', dropped: this.#status.kind === 'paired' }),
    })
  }

  stop(): void {
    this.#stream?.close()
    this.#stream = null
  }

  /** Asks anew at once. */
  again(): void {
    this.#stream?.again()
  }

  /** Tells the wall; `tour` lets its effect be seen here before the answer. */
  command(command: WallCommand, tour: readonly TourStop[]): void {
    const status = this.#status
    if (status.kind !== 'paired') return
    // A finger moves sixty times a second and its own surface shows where it is.
    if (command.kind !== 'point')
      this.#change({ ...status, state: applyCommand(status.state, command, tour, performance.now()) })
    this.#queue.push(command)
  }

  /** Ends the pairing; false when the server did not answer, and it goes on. */
  readonly disconnect = async (): Promise<boolean> => {
    if (this.#status.kind !== 'paired') return true
    const { self } = this.#status.snapshot
    // The stream would say that the wall has dropped this device.
    this.stop()
    try {
      await endPairing(self)
    } catch (error) {
      if (!(error instanceof NotPairedError)) {
        this.start()
        return false
      }
    }
    this.#change({ kind: 'unpaired', dropped: false })
    return true
  }

  async #send(command: WallCommand): Promise<void> {
    const snapshot = await askSnapshot('POST', '/control/commands?as=remote', command)
    if (this.#status.kind === 'paired') this.#take(snapshot, this.#queue.waiting === 0)
  }

  #onFailure(error: unknown): void {
    if (error instanceof NotPairedError) {
      this.stop()
      this.#change({ kind: 'unpaired', dropped: true })
    } else this.again()
  }

  /** While commands of our own are under way, what is heard is older than what the thumb has done already. */
  #take(said: WallSnapshot, stateHolds: boolean): void {
    const status = this.#status
    const now = performance.now()
    const snapshot = this.#newest.take(said, now)
    const state = stateHolds || status.kind !== 'paired' ? fromWire(snapshot.state, now) : status.state
    this.#change({ kind: 'paired', snapshot, state, connected: true })
  }

  #change(status: RemoteStatus): void {
    this.#status = status
    for (const listener of this.#listeners) listener()
  }
}

import { isOutdated, type WallSnapshot } from '@/lib/wall/wall-snapshot'
import { fromWire, toWire } from '@/lib/wall/wall-state'

/** The newest that was heard of a wall, whichever way it came. */
export class NewestSnapshot {
  #newest: WallSnapshot | null = null
  #heardAt = 0

  /** Takes what has come at `now`, ms; answers the newest of all so far, with the times of its state as they are now. */
  take(said: WallSnapshot, now: number): WallSnapshot {
    if (this.#newest !== null && isOutdated(said, this.#newest))
      return { ...this.#newest, state: toWire(fromWire(this.#newest.state, this.#heardAt), now) }
    this.#newest = said
    this.#heardAt = now
    return said
  }
}

/** Sends one thing after another, and of what waits only the newest of a kind. */
export interface LatestQueue<T> {
  push(item: T): void
  /** Whether anything waits or is under way. */
  readonly busy: boolean
  /** How many wait. */
  readonly waiting: number
}

interface LatestQueueOptions<T> {
  /** Carries one thing over. What it throws goes to `onFailure`. */
  send(item: T): Promise<void>
  /** Things of the same kind replace each other while they wait; null never does. */
  kindOf(item: T): string | null
  onFailure(error: unknown): void
}

/**
 * A queue with one request under way at a time, so that things arrive in the order in which they were done. A finger
 * says where it is sixty times a second: of those that wait only the last counts, so a slow connection shows fewer
 * positions, never old ones. After a failure nothing that waited is sent: it would come as a surprise.
 */
export function createLatestQueue<T>({ send, kindOf, onFailure }: LatestQueueOptions<T>): LatestQueue<T> {
  let waiting: T[] = []
  let running = false

  async function run() {
    running = true
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await send(item)
      } catch (error) {
        waiting = []
        onFailure(error)
      }
    }
    running = false
  }

  return {
    push(item) {
      const kind = kindOf(item)
      if (kind !== null) waiting = waiting.filter((other) => kindOf(other) !== kind)
      waiting.push(item)
      if (!running) void run()
    },
    get busy() {
      return running
    },
    get waiting() {
      return waiting.length
    },
  }
}

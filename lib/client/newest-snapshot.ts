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

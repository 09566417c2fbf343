import type { WallCommand } from '@/lib/wall/wall-command'
import {
  advance,
  applyCommand,
  nextChangeAt,
  startTour,
  type TourStop,
  toWire,
  type WallState,
  type WireState,
} from '@/lib/wall/wall-state'
import { reconcileState } from './reconcile-state'

/**
 * Plays the tour on this display's own clock, `performance.now()`, which no change of the wall clock moves: with no
 * server it goes on all the same. One timer, set to when the state will next change by itself.
 */
export class WallPlayer {
  #tour: readonly TourStop[]
  #state: WallState
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #listeners = new Set<() => void>()

  constructor(tour: readonly TourStop[], state: WallState) {
    this.#tour = tour
    this.#state = state
  }

  /** Runs while someone listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#listeners.size === 1) this.#set(advance(this.#state, this.#tour, performance.now()))
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) clearTimeout(this.#timer)
    }
  }

  readonly current = (): WallState => this.#state

  /** The state as it is sent. */
  wire(): WireState {
    return toWire(this.#state, performance.now())
  }

  /** The case has changed, and its tour with it. */
  follow(tour: readonly TourStop[]): void {
    this.#tour = tour
    const now = performance.now()
    this.#set(tour.length === 0 ? startTour(tour, now) : advance(this.#state, tour, now))
  }

  apply(command: WallCommand): void {
    if (this.#tour.length > 0) this.#set(applyCommand(this.#state, command, this.#tour, performance.now()))
  }

  /** The wall's state as the server has it. */
  hear(wire: WireState): void {
    if (this.#tour.length > 0) this.#set(reconcileState(this.#state, wire, this.#tour, performance.now()))
  }

  #set(state: WallState): void {
    const changed = state !== this.#state
    this.#state = state
    this.#plan()
    if (changed) for (const listener of this.#listeners) listener()
  }

  #plan(): void {
    clearTimeout(this.#timer)
    if (this.#listeners.size === 0 || this.#tour.length === 0) return
    const wait = nextChangeAt(this.#state, this.#tour) - performance.now()
    this.#timer = setTimeout(() => this.#set(advance(this.#state, this.#tour, performance.now())), Math.max(0, wait))
  }
}

import {
  advance,
  applyCommand,
  fromWire,
  nextChangeAt,
  startTour,
  type TourStop,
  toWire,
  type WallCommand,
  type WallState,
  type WireState,
} from '@/lib/wall/wall-state'

/** Two clocks that differ by less than this are the same moment, told with the wire's delay; ms. */
const SAME_MOMENT_MS = 1500

const isNear = (a: number | null, b: number | null) => a !== null && b !== null && Math.abs(a - b) < SAME_MOMENT_MS

/** Whether this display has only gone on to the next scene a moment before the other clock will. */
function isAhead(own: WallState, heard: WallState, tour: readonly TourStop[], now: number): boolean {
  if (own.heldUntil !== null || heard.heldUntil !== null || now - own.since >= SAME_MOMENT_MS) return false
  return advance(heard, tour, now + SAME_MOMENT_MS).scene === own.scene
}

function isSame(a: WallState, b: WallState): boolean {
  return (
    a.scene === b.scene &&
    a.since === b.since &&
    a.heldUntil === b.heldUntil &&
    a.holdKind === b.holdKind &&
    a.playedMs === b.playedMs &&
    a.blank === b.blank &&
    a.place === b.place &&
    a.spot?.x === b.spot?.x &&
    a.spot?.y === b.spot?.y &&
    a.time?.start === b.time?.start &&
    a.time?.end === b.time?.end &&
    a.camera?.lng === b.camera?.lng &&
    a.camera?.lat === b.camera?.lat &&
    a.camera?.zoom === b.camera?.zoom
  )
}

/** What was heard; with this display's own scene where it has not that of the wall: its case is older or newer by seconds. */
function inOwnTour(own: WallState, heard: WallState, tour: readonly TourStop[]): WallState {
  if (tour.some(({ id }) => id === heard.scene)) return heard
  return { ...heard, scene: own.scene, since: own.since }
}

/**
 * What a display shows after it has heard the wall's state: that state, but on its own phase where the two are the same
 * moment, so that nothing on screen twitches with the wire's delay. Answers `own` itself where nothing changes.
 */
export function reconcileState(own: WallState, wire: WireState, tour: readonly TourStop[], now: number): WallState {
  const heard = advance(inOwnTour(own, fromWire(wire, now), tour), tour, now)
  if (heard.scene !== own.scene) return isAhead(own, heard, tour, now) ? own : heard
  const since = isNear(heard.since, own.since) ? own.since : heard.since
  const heldUntil = isNear(heard.heldUntil, own.heldUntil) ? own.heldUntil : heard.heldUntil
  const playedMs = isNear(heard.playedMs, own.playedMs) ? own.playedMs : heard.playedMs
  const merged = { ...heard, since, heldUntil, playedMs }
  return isSame(merged, own) ? own : merged
}

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

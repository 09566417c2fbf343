import type { Camera } from '@/lib/url/view'
import type { Spot, WallCommand } from './wall-command'

/** A stop of the tour: a scene and how long it stays, ms. */
export interface TourStop {
  id: string
  durationMs: number
}

/**
 * What all displays of a wall show. Times are ms on the clock of whoever holds the state, which nobody else has: over
 * the wire they go as how long ago and how long until (`toWire`, `fromWire`).
 */
export interface WallState {
  /** Id of the scene; one that the case no longer has is replaced by the first at the next look. */
  scene: string
  /** When the scene came on, or was taken up again. */
  since: number
  /** Null while the tour plays; else when it goes on by itself. */
  heldUntil: number | null
  blank: boolean
  spot: Spot | null
  /** Where someone looks instead of where the scene does. */
  camera: Camera | null
  /** The place whose evidence is open. */
  place: string | null
}

/** `WallState` with times that hold on any clock. */
export interface WireState extends Omit<WallState, 'since' | 'heldUntil'> {
  elapsedMs: number
  resumesInMs: number | null
}

/** Nobody has said to stop, only looked at something: the tour goes on when they seem to be done. */
export const LOOK_HOLD_MS = 45_000
/** Someone has said to stop. Not for ever: a wall that was left held would stand still for days. */
export const HOLD_MS = 600_000

/** The tour from its first scene, or from `scene`. Throws a RangeError for a tour without stops. */
export function startTour(tour: readonly TourStop[], now: number, scene?: string): WallState {
  const [first] = tour
  if (first === undefined) throw new RangeError('a tour needs a scene')
  const start = tour.find((stop) => stop.id === scene) ?? first
  return { scene: start.id, since: now, heldUntil: null, blank: false, spot: null, camera: null, place: null }
}

/** The state with nothing left on screen of what someone did to the scene. */
function plain(state: WallState, scene: string, since: number): WallState {
  return { ...state, scene, since, heldUntil: null, blank: false, spot: null, camera: null, place: null }
}

/** When the state will next change by itself. */
export function nextChangeAt(state: WallState, tour: readonly TourStop[]): number {
  if (state.heldUntil !== null) return state.heldUntil
  return state.since + (tour.find((stop) => stop.id === state.scene)?.durationMs ?? 0)
}

/** The state as it is at `now`: a hold that has run out ends, scenes that have been on long enough give way. */
export function advance(state: WallState, tour: readonly TourStop[], now: number): WallState {
  if (tour.length === 0) return state
  if (state.heldUntil !== null) {
    if (now < state.heldUntil) return state
    return advance(plain(state, state.scene, state.heldUntil), tour, now)
  }
  const at = tour.findIndex((stop) => stop.id === state.scene)
  if (at === -1) return startTour(tour, now)
  const round = tour.reduce((sum, stop) => sum + stop.durationMs, 0)
  // Whole rounds change nothing, however long nobody has looked.
  let since = state.since + Math.max(0, Math.floor((now - state.since) / round)) * round
  let index = at
  for (let stop = tour[index]; stop !== undefined && now - since >= stop.durationMs; stop = tour[index]) {
    since += stop.durationMs
    index = (index + 1) % tour.length
  }
  const scene = tour[index]?.id ?? state.scene
  if (scene === state.scene && since === state.since) return state
  return plain(state, scene, since)
}

/** The state after a command at `now`. A scene that the tour does not have changes nothing. */
export function applyCommand(
  before: WallState,
  command: WallCommand,
  tour: readonly TourStop[],
  now: number,
): WallState {
  const state = advance(before, tour, now)
  /** Looking at something holds the tour, but never shortens a hold that someone asked for. */
  const looking = () => ({ heldUntil: Math.max(state.heldUntil ?? 0, now + LOOK_HOLD_MS) })
  switch (command.kind) {
    case 'step': {
      const at = tour.findIndex((stop) => stop.id === state.scene)
      const next = tour[(at + command.by + tour.length) % tour.length]
      return next === undefined ? state : moveTo(state, next.id, now)
    }
    case 'go':
      return tour.some((stop) => stop.id === command.scene) ? moveTo(state, command.scene, now) : state
    case 'play':
      return plain(state, state.scene, now)
    case 'hold':
      return { ...state, heldUntil: now + HOLD_MS }
    case 'blank':
      return command.on ? { ...state, blank: true, heldUntil: now + HOLD_MS } : { ...state, blank: false }
    case 'point':
      return command.at === null ? { ...state, spot: null } : { ...state, spot: command.at, ...looking() }
    case 'look':
      return command.camera === null ? { ...state, camera: null } : { ...state, camera: command.camera, ...looking() }
    case 'select':
      return command.place === null ? { ...state, place: null } : { ...state, place: command.place, ...looking() }
  }
}

/** Another scene; a presenter who holds the tour goes on holding it. */
function moveTo(state: WallState, scene: string, now: number): WallState {
  return { ...plain(state, scene, now), heldUntil: state.heldUntil === null ? null : now + HOLD_MS }
}

/** The state as it is sent. */
export function toWire({ since, heldUntil, ...rest }: WallState, now: number): WireState {
  return { ...rest, elapsedMs: now - since, resumesInMs: heldUntil === null ? null : heldUntil - now }
}

/** The state as it was sent, on the receiver's clock. */
export function fromWire({ elapsedMs, resumesInMs, ...rest }: WireState, now: number): WallState {
  return { ...rest, since: now - elapsedMs, heldUntil: resumesInMs === null ? null : now + resumesInMs }
}

import type { TimeWindow } from '@/lib/derive/record-filter'
import type { Camera } from '@/lib/url/view'

/** A point of the picture that the displays show: fractions of its width and height, from the top left. */
export interface PicturePoint {
  x: number
  y: number
}

/**
 * Everything that a wall can be told, by its own keyboard or touch, by a phone or by a presenter. The list is closed:
 * the server refuses all else.
 */
export type WallCommand =
  | { kind: 'step'; by: 1 | -1 }
  | { kind: 'go'; scene: string }
  | { kind: 'play' }
  | { kind: 'hold' }
  | { kind: 'blank'; on: boolean }
  /** Shows the audience a spot; null takes it away. */
  | { kind: 'point'; at: PicturePoint | null }
  /** Leaves the scene's camera for this one, in the frame of `sceneFrame`; null goes back to the scene's. */
  | { kind: 'look'; camera: Camera | null }
  /** Shows this window of time instead of the scene's; null goes back to the scene's. */
  | { kind: 'time'; window: TimeWindow | null }
  /** Opens a place's evidence; null closes it. */
  | { kind: 'select'; place: string | null }

/** A stop of the tour: a scene and how long it stays, ms. */
export interface TourStop {
  id: string
  durationMs: number
}

/** Why the tour stands still: someone asked for it, looks at something, or has blanked the wall. */
export type HoldKind = 'asked' | 'looking' | 'blank'

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
  /** Null exactly where `heldUntil` is. */
  holdKind: HoldKind | null
  /** How far a scene that plays through time had come when the tour was first held, ms; null while it plays. */
  playedMs: number | null
  blank: boolean
  spot: PicturePoint | null
  /** Where someone looks instead of where the scene does. */
  camera: Camera | null
  /** The window of time that someone looks at instead of the scene's. */
  time: TimeWindow | null
  /** The place whose evidence is open. */
  place: string | null
}

/** `WallState` with times that hold on any clock. */
export interface WireState extends Omit<WallState, 'since' | 'heldUntil'> {
  elapsedMs: number
  resumesInMs: number | null
}

/**
 * How long the tour stands still after the last command. Nobody who only looks has said to stop: it goes on when they
 * seem to be done. And no hold is for ever: a wall that was left held would stand still for days.
 */
export const holdMs: Record<HoldKind, number> = { asked: 600_000, looking: 45_000, blank: 600_000 }

/** How long a hold of this kind lasts; a wall that is dark does not light up by itself because someone had looked before. */
export function holdLengthMs(holdKind: HoldKind, blank: boolean): number {
  return holdMs[blank ? 'blank' : holdKind]
}

const untouched = {
  heldUntil: null,
  holdKind: null,
  playedMs: null,
  blank: false,
  spot: null,
  camera: null,
  time: null,
  place: null,
} as const

/** The tour from its first scene, or from `scene`; a case without scenes stands still, with none on. */
export function startTour(tour: readonly TourStop[], now: number, scene: string | null = null): WallState {
  const start = tour.find((stop) => stop.id === scene) ?? tour[0]
  return { scene: start?.id ?? '', since: now, ...untouched }
}

/** When the state will next change by itself. */
export function nextChangeAt(state: WallState, tour: readonly TourStop[]): number {
  if (state.heldUntil !== null) return state.heldUntil
  return state.since + (tour.find((stop) => stop.id === state.scene)?.durationMs ?? 0)
}

/** The state as it is at `now`: a hold that has run out ends, scenes that have been on long enough give way. */
export function advance(state: WallState, tour: readonly TourStop[], now: number): WallState {
  if (tour.length === 0) return state
  const at = tour.findIndex((stop) => stop.id === state.scene)
  if (at === -1) return startTour(tour, now)
  if (state.heldUntil !== null) {
    if (now < state.heldUntil) return state
    return advance({ scene: state.scene, since: state.heldUntil, ...untouched }, tour, now)
  }
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
  return { scene, since, ...untouched }
}

/** Held as it was, or by whoever looks now; the time runs anew, since someone is there. */
function held(state: WallState, now: number): Pick<WallState, 'heldUntil' | 'holdKind' | 'playedMs'> {
  const holdKind = state.holdKind ?? 'looking'
  return {
    holdKind,
    heldUntil: now + holdLengthMs(holdKind, state.blank),
    playedMs: state.playedMs ?? now - state.since,
  }
}

/** Another scene, as it was made; a tour that plays goes on from there. */
function moveTo(state: WallState, stop: TourStop | undefined, now: number): WallState {
  if (stop === undefined) return state
  const moved = { scene: stop.id, since: now, ...untouched }
  if (state.holdKind === null || state.holdKind === 'blank') return moved
  // Whoever goes through a held tour by hand sees each scene at its end: nothing of it would come by itself.
  return { ...moved, ...held({ ...state, blank: false }, now), playedMs: stop.durationMs }
}

function setBlank(state: WallState, on: boolean, now: number): WallState {
  if (on) return { ...state, blank: true, ...held({ ...state, blank: true, holdKind: state.holdKind ?? 'blank' }, now) }
  // Whoever blanked a playing tour wants to see it play again.
  if (state.holdKind === 'blank') return { ...state, since: now, ...untouched }
  return state.blank ? { ...state, blank: false, ...held({ ...state, blank: false }, now) } : state
}

/** The state after a command at `now`. A scene that the tour does not have changes nothing. */
export function applyCommand(
  before: WallState,
  command: WallCommand,
  tour: readonly TourStop[],
  now: number,
): WallState {
  const state = advance(before, tour, now)
  switch (command.kind) {
    case 'step': {
      const at = tour.findIndex((stop) => stop.id === state.scene)
      return moveTo(state, tour[(at + command.by + tour.length) % tour.length], now)
    }
    case 'go':
      return moveTo(
        state,
        tour.find((stop) => stop.id === command.scene),
        now,
      )
    case 'play':
      return { scene: state.scene, since: now, ...untouched }
    case 'hold':
      return { ...state, ...held({ ...state, holdKind: 'asked' }, now) }
    case 'blank':
      return setBlank(state, command.on, now)
    case 'point':
      return command.at === null ? { ...state, spot: null } : { ...state, spot: command.at, ...held(state, now) }
    case 'look':
      return command.camera === null
        ? { ...state, camera: null }
        : { ...state, camera: command.camera, ...held(state, now) }
    case 'time':
      return command.window === null
        ? { ...state, time: null }
        : { ...state, time: command.window, ...held(state, now) }
    case 'select':
      return command.place === null
        ? { ...state, place: null }
        : { ...state, place: command.place, ...held(state, now) }
  }
}

/** The state as it is sent. */
export function toWire({ since, heldUntil, ...rest }: WallState, now: number): WireState {
  return { ...rest, elapsedMs: now - since, resumesInMs: heldUntil === null ? null : heldUntil - now }
}

/** The state as it was sent, on the receiver's clock. */
export function fromWire({ elapsedMs, resumesInMs, ...rest }: WireState, now: number): WallState {
  return { ...rest, since: now - elapsedMs, heldUntil: resumesInMs === null ? null : now + resumesInMs }
}

import { advance, fromWire, type TourStop, type WallState, type WireState } from '@/lib/wall/wall-state'

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

import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import {
  advance,
  applyCommand,
  holdLengthMs,
  startTour,
  type TourStop,
  toWire,
  type WallCommand,
  type WallState,
} from '@/lib/wall/wall-state'
import type { WallDocument } from './wall-document'
import { connectedMembers, type Member } from './wall-members'
import { offerOf } from './wall-pairing'

/** How long whoever gave the last command is said to steer. */
export const STEERING_MS = 30_000

/**
 * The wall's state at `now`; the tour's beginning where nobody has said any. A time that this clock has not reached is
 * one of a clock that has been set back since: it is taken for now, or the wall would stand still until then.
 */
export function stateAt(wall: WallDocument, tour: readonly TourStop[], now: number): WallState {
  if (wall.state === null) return startTour(tour, now)
  const { since, heldUntil, holdKind, blank } = wall.state
  const told = {
    ...wall.state,
    since: Math.min(since, now),
    heldUntil: heldUntil === null ? null : Math.min(heldUntil, now + holdLengthMs(holdKind ?? 'asked', blank)),
  }
  return advance(told, tour, now)
}

/** The wall after a command of one of its members: a remote steers from then on, a display takes the wheel back. */
export function obey(
  wall: WallDocument,
  command: WallCommand,
  by: Member,
  tour: readonly TourStop[],
  now: number,
): WallDocument {
  const state = applyCommand(stateAt(wall, tour, now), command, tour, now)
  return { ...wall, state, steering: by.kind === 'remote' ? { remote: by.id, at: now } : null }
}

/** The remote that steers at `now`, or null. */
export function steeringAt({ steering }: WallDocument, now: number): string | null {
  return steering !== null && now - steering.at < STEERING_MS ? steering.remote : null
}

/** A snapshot without what differs between its receivers. */
export type SharedSnapshot = Omit<WallSnapshot, 'offer' | 'self'>

/** What all are told of the wall at `now`. */
export function sharedSnapshot(
  wall: WallDocument,
  tour: readonly TourStop[],
  release: string,
  now: number,
): SharedSnapshot {
  const connected = connectedMembers(wall, now)
  return {
    wall: wall.id,
    caseId: wall.caseId,
    release,
    epoch: wall.epoch,
    revision: wall.revision,
    state: toWire(stateAt(wall, tour, now), now),
    screens: wall.screens.map(({ id, role, name }) => ({ id, role, name, connected: connected.has(id) })),
    remotes: wall.remotes.map(({ id, name }) => ({ id, name, connected: connected.has(id) })),
    steering: steeringAt(wall, now),
  }
}

/** What `member` is told of the wall at `now`; the pairing code only to displays. */
export function snapshotFor(
  wall: WallDocument,
  member: Member,
  tour: readonly TourStop[],
  release: string,
  now: number,
): WallSnapshot {
  const offer = member.kind === 'screen' ? offerOf(wall, now) : null
  return { ...sharedSnapshot(wall, tour, release, now), offer, self: member.id }
}

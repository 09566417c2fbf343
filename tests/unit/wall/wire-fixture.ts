import type { WallSnapshot } from '@/lib/wall/wall-snapshot'
import type { WireState } from '@/lib/wall/wall-state'

/** A wall at the beginning of its first scene, which nobody has touched. */
export const untouchedState: WireState = {
  scene: 'first',
  elapsedMs: 0,
  resumesInMs: null,
  holdKind: null,
  playedMs: null,
  blank: false,
  spot: null,
  camera: null,
  time: null,
  place: null,
}

/** What the server says of that wall, but for what is given. */
export function snapshotOf(given: Partial<WallSnapshot> = {}): WallSnapshot {
  return {
    wall: 'w',
    caseId: 'c',
    release: 'r',
    epoch: 'e',
    revision: 0,
    state: untouchedState,
    screens: [],
    remotes: [],
    steering: null,
    offer: null,
    self: 's',
    ...given,
  }
}

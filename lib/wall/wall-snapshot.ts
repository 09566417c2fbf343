import type { WireState } from './wall-state'

/** What a screen of a wall shows: the whole composition, the map alone, or what is said and counted alone. */
export const screenRoles = ['mirror', 'map', 'evidence'] as const
export type ScreenRole = (typeof screenRoles)[number]

export function isScreenRole(text: string): text is ScreenRole {
  return screenRoles.some((role) => role === text)
}

/** A phone or a presenter's computer that is paired with the wall. */
interface PairedRemote {
  id: string
  /** What it called itself: "Anna’s phone". */
  name: string
  connected: boolean
}

/** A screen of the wall. */
interface WallScreen {
  id: string
  role: ScreenRole
  name: string
  connected: boolean
}

/** How a wall stands to being paired; only its own displays learn the code. */
export type PairingOffer =
  /** `address` is what the phone opens: it ends in `/remote` and reaches this server from the local network. */
  | { kind: 'open'; code: string; expiresInMs: number; address: string }
  /** Too many wrong codes. */
  | { kind: 'locked'; forMs: number }

/** Everything that a display or a remote of a wall is told, whole each time: whoever joins late has caught up. */
export interface WallSnapshot {
  wall: string
  caseId: string
  /** The release that the server runs. */
  release: string
  /** Within one epoch a snapshot of a lower revision is older, whichever comes first; another epoch counts anew. */
  epoch: string
  revision: number
  state: WireState
  screens: WallScreen[]
  remotes: PairedRemote[]
  /** Id of the remote that gave the last command within the last half minute. */
  steering: string | null
  /** Null for remotes, and while nobody has asked for a code. */
  offer: PairingOffer | null
  /** The receiver's own id among `screens` or `remotes`. */
  self: string
}

/**
 * Whether `said` was made before `heard`, though it comes later: a command's answer and the stream overtake each other.
 * A server of an earlier release tells no revisions: of what it says nothing counts as older.
 */
export function isOutdated(said: WallSnapshot, heard: WallSnapshot): boolean {
  return said.wall === heard.wall && said.epoch === heard.epoch && said.revision < heard.revision
}

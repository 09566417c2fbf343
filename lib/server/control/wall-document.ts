import { z } from 'zod'
import { DAY_MS } from '@/lib/derive/calendar'
import { noteError } from '@/lib/server/health'
import { screenRoles } from '@/lib/wall/wall-snapshot'
import type { WallState } from '@/lib/wall/wall-state'
import type { Change } from './backend'
import { createId } from './token'
import { restoreGuard } from './wall-pairing'
import { cameraSchema, holdKinds, spotSchema, timeWindowSchema } from './wire-schema'

/** As long as its cookies last. Every write begins it anew. */
const PAIRED_KEEP_MS = 366 * DAY_MS
/** Of walls that this process begins, or takes over from one before it without their state: their revisions count anew. */
const EPOCH = createId()

/** A display alone has nothing to lose: it begins a wall anew. So walls that nobody comes back to go. */
const LONE_KEEP_MS = DAY_MS
/** A display opens its stream at once, which changes its wall: whoever only begins walls fills nothing with them. */
const BEGUN_KEEP_MS = 120_000

const stateSchema = z.strictObject({
  scene: z.string(),
  since: z.number(),
  heldUntil: z.number().nullable(),
  holdKind: z.enum(holdKinds).nullable(),
  // What an earlier release kept has none of these two.
  playedMs: z.number().nullable().default(null),
  blank: z.boolean(),
  spot: spotSchema.nullable(),
  camera: cameraSchema.nullable(),
  time: timeWindowSchema.nullable().default(null),
  place: z.string().nullable(),
}) satisfies z.ZodType<WallState>

const memberSchema = z.strictObject({ id: z.string(), name: z.string(), tokenHash: z.string() })

const wallSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  /** Within one epoch, whatever has the higher revision is newer. */
  epoch: z.string().default(EPOCH),
  revision: z.number().default(1),
  /** Null until a display has said what it shows: after a restart they know and the server does not. */
  state: stateSchema.nullable(),
  screens: z.array(memberSchema.extend({ role: z.enum(screenRoles) })),
  remotes: z.array(memberSchema),
  steering: z.strictObject({ remote: z.string(), at: z.number() }).nullable(),
  offer: z.strictObject({ code: z.string(), expiresAt: z.number(), address: z.string() }).nullable(),
  guard: z.strictObject({
    wrongTries: z.number(),
    lastWrongAt: z.number(),
    /** How often the pairing was locked; each time for longer. */
    locks: z.number(),
    lockedUntil: z.number(),
  }),
  /** Which members are connected to which process, and until when that is known. */
  /** Whether two of its members were ever connected at once: whoever only asks to be paired fills nothing with it. */
  met: z.boolean().default(true),
  presence: z.record(z.string(), z.strictObject({ members: z.array(z.string()), until: z.number() })),
})

/** A wall as the control plane keeps it: times in ms on the backend's clock, tokens only as their hashes. */
export type WallDocument = z.infer<typeof wallSchema>
export type ScreenEntry = WallDocument['screens'][number]
export type RemoteEntry = WallDocument['remotes'][number]

const PREFIX = 'wall:'

/** The key that a wall is kept under. */
export function wallKey(id: string): string {
  return PREFIX + id
}

/** A wall of one case without members. */
export function createWall(id: string, caseId: string): WallDocument {
  const guard = { wrongTries: 0, lastWrongAt: 0, locks: 0, lockedUntil: 0 }
  const empty = { state: null, screens: [], remotes: [], steering: null, offer: null, met: false, presence: {} }
  return { id, caseId, epoch: EPOCH, revision: 0, ...empty, guard }
}

/** Reads a wall; null for none and for what is no wall, which is noted. */
export function readWall(text: string | null): WallDocument | null {
  if (text === null) return null
  try {
    return wallSchema.parse(JSON.parse(text))
  } catch (error) {
    noteError('A wall as it was kept cannot be read', error)
    return null
  }
}

/** Whether nothing has happened to a wall since it was begun. */
function isBegun({ revision }: WallDocument): boolean {
  return revision === 0
}

/** What a change made of a wall, as its next revision: what was made before it may be heard after it. */
export function revise(wall: WallDocument): WallDocument {
  return { ...wall, revision: wall.revision + 1 }
}

/** The change that keeps `wall`, or ends it where it has no screen left. */
export function keepWall(wall: WallDocument): Change {
  if (wall.screens.length === 0) return { text: null }
  const text = JSON.stringify(wall)
  if (wall.met && wall.screens.length + wall.remotes.length > 1) return { text, keepMs: PAIRED_KEEP_MS }
  return { text, keepMs: isBegun(wall) ? BEGUN_KEEP_MS : LONE_KEEP_MS, expendable: true }
}

/** What of a document outlives the process: who belongs to a wall, and how it is locked. Null for what does not. */
export function lastingPart(key: string, text: string): string | null {
  const wall = key.startsWith(PREFIX) ? readWall(text) : null
  if (wall === null || isBegun(wall)) return null
  const { epoch: _epoch, ...empty } = revise(createWall(wall.id, wall.caseId))
  const { screens, remotes, guard, met } = wall
  return JSON.stringify({ ...empty, screens, remotes, guard, met })
}

/** What a process makes, at `now`, of what lasted of a document. */
export function restoredPart(text: string, now: number): string {
  const wall = readWall(text)
  return wall === null ? text : JSON.stringify({ ...wall, guard: restoreGuard(wall.guard, now) })
}

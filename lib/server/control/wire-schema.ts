import { z } from 'zod'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { recordIdSchema } from '@/lib/schema/identifier'
import { screenRoles } from '@/lib/wall/wall-snapshot'
import { fromWire, holdMs, type WallState, type WireState } from '@/lib/wall/wall-state'
import { cameraSchema, holdKinds, spotSchema, timeWindowSchema } from './command-schema'

/** What a browser calls itself: one short line. */
const nameSchema = z
  .string()
  .transform((name) => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(40))

/** A span of time, ms, brought within `max`. */
function span(max: number) {
  return z.number().transform((value) => Math.min(max, Math.max(0, value)))
}

const wireStateSchema = z
  .strictObject({
    scene: z.string().max(64),
    elapsedMs: span(3_600_000),
    resumesInMs: span(holdMs.asked).nullable(),
    holdKind: z.enum(holdKinds).nullable(),
    // A display of an earlier release does not say these two.
    playedMs: span(3_600_000).nullable().default(null),
    blank: z.boolean(),
    spot: spotSchema.nullable(),
    camera: cameraSchema.nullable(),
    time: timeWindowSchema.nullable().default(null),
    place: z.string().max(64).nullable(),
  })
  .refine(
    ({ holdKind, resumesInMs }) => (holdKind === null) === (resumesInMs === null),
    'held without a reason',
  ) satisfies z.ZodType<WireState>

/** What a display says of itself. */
export const screenSchema = z.strictObject({
  case: recordIdSchema,
  role: z.enum(screenRoles),
  name: nameSchema.optional(),
  state: wireStateSchema.optional(),
})
export type ScreenWish = z.infer<typeof screenSchema>

/** What a browser asks to be: paired with a code, or by the display whose browser it is. */
export const pairingSchema = z.union([
  z.strictObject({ code: z.string().max(40), as: z.enum(['remote', ...screenRoles]), name: nameSchema }),
  z.strictObject({ case: recordIdSchema, as: z.literal('remote'), name: nameSchema }),
])
export type PairingWish = z.infer<typeof pairingSchema>

/** The state that a display shows, on the clock of `now`; null where the case has no such scene. */
export function receiveState(
  wire: WireState | undefined,
  linked: Pick<LinkedCase, 'scenes' | 'places'>,
  now: number,
): WallState | null {
  if (wire === undefined || !linked.scenes.some(({ id }) => id === wire.scene)) return null
  const place = linked.places.some(({ id }) => id === wire.place) ? wire.place : null
  return { ...fromWire(wire, now), place }
}

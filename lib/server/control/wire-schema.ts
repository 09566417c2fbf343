import { z } from 'zod'
import { SECOND_MS } from '@/lib/derive/calendar'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { clamp, wrapLongitude } from '@/lib/geo/clamp'
import { limits } from '@/lib/limits'
import { placeIdSchema, recordIdSchema } from '@/lib/schema/identifier'
import { timeLimits } from '@/lib/url/time-window'
import { screenRoles } from '@/lib/wall/wall-snapshot'
import {
  fromWire,
  type HoldKind,
  holdMs,
  type TourStop,
  type WallCommand,
  type WallState,
  type WireState,
} from '@/lib/wall/wall-state'

/** A finite number, brought within limits: a thumb that slides over an edge means the edge. */
function within(min: number, max: number) {
  return z.number().transform((value) => clamp(value, min, max))
}

/** A longitude; whoever pans across the antimeridian comes out on its other side. */
const longitude = z.number().transform((lng) => (lng >= -180 && lng <= 180 ? lng : wrapLongitude(lng)))

/** Every kind of hold. */
export const holdKinds = ['asked', 'looking', 'blank'] as const satisfies readonly HoldKind[]

export const spotSchema = z.strictObject({ x: within(0, 1), y: within(0, 1) })
/** Limits as a scene's camera has them. */
export const cameraSchema = z.strictObject({ zoom: within(0, 12), lat: within(-85, 85), lng: longitude })

const moment = within(timeLimits.min, timeLimits.max).transform((at) => Math.round(at / SECOND_MS) * SECOND_MS)
/** Whole seconds within the years that an address may name, the first before the second. */
export const timeWindowSchema = z
  .strictObject({ start: moment, end: moment })
  .refine(({ start, end }) => start < end, 'ends before it begins')

/** The closed list of commands: exactly these, with nothing else in them. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), by: z.union([z.literal(1), z.literal(-1)]) }),
  z.strictObject({ kind: z.literal('go'), scene: recordIdSchema }),
  z.strictObject({ kind: z.literal('play') }),
  z.strictObject({ kind: z.literal('hold') }),
  z.strictObject({ kind: z.literal('blank'), on: z.boolean() }),
  z.strictObject({ kind: z.literal('point'), at: spotSchema.nullable() }),
  z.strictObject({ kind: z.literal('look'), camera: cameraSchema.nullable() }),
  z.strictObject({ kind: z.literal('time'), window: timeWindowSchema.nullable() }),
  z.strictObject({ kind: z.literal('select'), place: placeIdSchema.nullable() }),
]) satisfies z.ZodType<WallCommand>

/** What a command names that the case does not have; null where it has all. */
export function missingFromCase(
  command: WallCommand,
  linked: Pick<LinkedCase, 'places'>,
  tour: readonly TourStop[],
): string | null {
  if (command.kind === 'go' && !tour.some(({ id }) => id === command.scene)) return `scene “${command.scene}”`
  if (command.kind === 'select' && command.place !== null && !linked.places.some(({ id }) => id === command.place))
    return `place “${command.place}”`
  return null
}

/** What a browser calls itself: one short line. */
const nameSchema = z
  .string()
  .transform((name) => name.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(limits.control.nameCharacters))

const wireStateSchema = z
  .strictObject({
    scene: z.string().max(64),
    elapsedMs: within(0, 3_600_000),
    resumesInMs: within(0, holdMs.asked).nullable(),
    holdKind: z.enum(holdKinds).nullable(),
    // A display of an earlier release does not say these two.
    playedMs: within(0, 3_600_000).nullable().default(null),
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

/** The state that a display shows, on the clock of `now`; null where its tour has no such scene. */
export function receiveState(
  wire: WireState | undefined,
  linked: Pick<LinkedCase, 'places'>,
  tour: readonly TourStop[],
  now: number,
): WallState | null {
  if (wire === undefined || !tour.some(({ id }) => id === wire.scene)) return null
  const place = linked.places.some(({ id }) => id === wire.place) ? wire.place : null
  return { ...fromWire(wire, now), place }
}

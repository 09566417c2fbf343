import { z } from 'zod'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { placeIdSchema, recordIdSchema } from '@/lib/schema/identifier'
import { timeLimits } from '@/lib/url/time-window'
import type { WallCommand } from '@/lib/wall/wall-command'
import type { HoldKind } from '@/lib/wall/wall-state'

const SECOND_MS = 1000

/** A finite number, brought within limits: a thumb that slides over an edge means the edge. */
function within(min: number, max: number) {
  return z.number().transform((value) => Math.min(max, Math.max(min, value)))
}

/** A longitude; whoever pans across the antimeridian comes out on its other side. */
const longitude = z
  .number()
  .transform((lng) => (lng >= -180 && lng <= 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180))

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
export function missingFromCase(command: WallCommand, linked: Pick<LinkedCase, 'scenes' | 'places'>): string | null {
  if (command.kind === 'go' && !linked.scenes.some(({ id }) => id === command.scene)) return `scene “${command.scene}”`
  if (command.kind === 'select' && command.place !== null && !linked.places.some(({ id }) => id === command.place))
    return `place “${command.place}”`
  return null
}

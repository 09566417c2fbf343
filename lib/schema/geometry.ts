import { booleanClockwise } from '@turf/turf'
import { z } from 'zod'
import { forms } from './forms'

const LONGITUDE = 'must be a longitude from -180 to 180, in degrees (WGS 84)'
const LATITUDE =
  'must be a latitude from -90 to 90, in degrees (WGS 84): a position is [longitude, latitude], as [32.6, 46.6], so the two may be swapped'

/** What is wrong with a number of a position, and what to do about it. */
function numberError(otherwise: string) {
  return ({ input }: { input?: unknown }) => {
    if (typeof input === 'string') return 'is text: write it as a number, without quotation marks'
    return input === undefined ? 'is missing' : otherwise
  }
}

const notNumber = 'is not a number'
const lngSchema = z
  .number({ error: numberError(notNumber) })
  .min(-180, LONGITUDE)
  .max(180, LONGITUDE)
const latSchema = z
  .number({ error: numberError(notNumber) })
  .min(-90, LATITUDE)
  .max(90, LATITUDE)

/**
 * `[lng, lat]` in degrees, WGS 84 (RFC 7946 §3.1.1). A third number, an altitude, is not ours to draw: it is read over.
 */
export const positionSchema = z
  .tuple([lngSchema, latSchema, z.number({ error: numberError(notNumber) }).nullish()], {
    error: ({ code }) => {
      if (code === 'too_big')
        return 'has more than three numbers: a position is [longitude, latitude] and may have an altitude'
      return 'is not a position: [longitude, latitude]'
    },
  })
  .transform(([lng, lat]): [number, number] => [lng, lat])
  .register(forms, { form: '[longitude, latitude] in degrees, as [32.6, 46.6]' })

/**
 * Two neighbours more than half the globe apart are neighbours over the antimeridian, where a line ought to be cut (RFC
 * 7946 §3.1.9): it goes on beyond 180° and not back around the world.
 */
function overAntimeridian(line: [number, number][]): [number, number][] {
  let turns = 0
  return line.map(([lng, lat], index) => {
    const step = lng - (line[index - 1]?.[0] ?? lng)
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [lng + 360 * turns, lat]
  })
}

const lineSchema = z.array(positionSchema).min(2).transform(overAntimeridian)

/** A closed ring of at least four positions (RFC 7946 §3.1.6). */
const ringSchema = z
  .array(positionSchema)
  .min(4)
  .refine((ring) => {
    const first = ring[0]
    const last = ring.at(-1)
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  }, 'ring is not closed: first and last position must be the same: repeat the first at the end')

/**
 * Outer ring counterclockwise, holes clockwise: the right-hand rule of RFC 7946 §3.1.6. Most tools write rings as they
 * come, so that which way one runs says nothing; those that run the other way are turned.
 */
const polygonSchema = z
  .array(ringSchema)
  .min(1)
  .transform((rings) => rings.map((ring, index) => (booleanClockwise(ring) === index > 0 ? ring : ring.toReversed())))

/** One shape of lines, areas or a point: what can be measured, laid over another and drawn in one piece. */
const shapes = [
  z.strictObject({ type: z.literal('Point'), coordinates: positionSchema }),
  z.strictObject({ type: z.literal('LineString'), coordinates: lineSchema }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema).min(1) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygonSchema }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema).min(1) }),
] as const

const multiPointSchema = z.strictObject({
  type: z.literal('MultiPoint'),
  coordinates: z.array(positionSchema).min(1),
})

const typeNames = [...shapes, multiPointSchema].map(({ shape: { type } }) => type.value)

/** Names the type that is not one of GeoJSON's, and those that are. */
const unknownType = (known: readonly string[]) => ({
  error: ({ code, input }: { code?: string | undefined; input?: unknown }) => {
    if (code !== 'invalid_union') return undefined
    const type = typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
    if (type === 'GeometryCollection')
      return 'is a GeometryCollection within another: put its members into the outer one'
    return `must be one of ${known.map((name) => `“${name}”`).join(', ')}`
  },
})

const collectionSchema = z.strictObject({
  type: z.literal('GeometryCollection'),
  geometries: z.array(z.discriminatedUnion('type', [...shapes, multiPointSchema], unknownType(typeNames))).min(1),
})

/** Geometry of a place, as RFC 7946 has it. */
export const geometrySchema = z.discriminatedUnion(
  'type',
  [...shapes, multiPointSchema, collectionSchema],
  unknownType([...typeNames, 'GeometryCollection']),
)

export type PlaceGeometry = z.infer<(typeof shapes)[number]>
/** All that a place's geometry can be: one shape, several points, or several of these. */
export type AnyGeometry = z.infer<typeof geometrySchema>
export type LngLat = z.infer<typeof positionSchema>

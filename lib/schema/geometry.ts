import { booleanClockwise } from '@turf/turf'
import { z } from 'zod'

/** `[lng, lat]` in degrees, WGS 84 (RFC 7946 §3.1.1). A third number, an altitude, is not ours to draw. */
export const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

const lineSchema = z.array(positionSchema).min(2)

/** A closed ring of at least four positions (RFC 7946 §3.1.6). */
const ringSchema = z
  .array(positionSchema)
  .min(4)
  .refine((ring) => {
    const first = ring[0]
    const last = ring.at(-1)
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  }, 'ring is not closed: first and last position must be the same')

/** Outer ring counterclockwise, holes clockwise: the right-hand rule of RFC 7946 §3.1.6. */
const polygonSchema = z
  .array(ringSchema)
  .min(1)
  .refine(
    (rings) => rings.every((ring, index) => booleanClockwise(ring) === index > 0),
    'ring breaks the right-hand rule: outer rings run counterclockwise, holes clockwise',
  )

/** Geometry of a place, as RFC 7946 has it. */
export const geometrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: positionSchema }),
  z.strictObject({ type: z.literal('LineString'), coordinates: lineSchema }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema).min(1) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: polygonSchema }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema).min(1) }),
])

export type PlaceGeometry = z.infer<typeof geometrySchema>
export type LngLat = z.infer<typeof positionSchema>

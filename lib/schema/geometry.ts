import { booleanClockwise } from '@turf/turf'
import { z } from 'zod'
import { forms } from './forms'

const LONGITUDE = 'must be a longitude from -180 to 180, in degrees (WGS 84)'
const LATITUDE =
  'must be a latitude from -90 to 90, in degrees (WGS 84): a position is [longitude, latitude], as [32.6, 46.6], so the two may be swapped'

/** `[lng, lat]` in degrees, WGS 84 (RFC 7946 §3.1.1). A third number, an altitude, is not ours to draw. */
export const positionSchema = z
  .tuple([z.number().min(-180, LONGITUDE).max(180, LONGITUDE), z.number().min(-90, LATITUDE).max(90, LATITUDE)])
  .register(forms, { form: '[longitude, latitude] in degrees, as [32.6, 46.6]' })

const lineSchema = z.array(positionSchema).min(2)

/** A closed ring of at least four positions (RFC 7946 §3.1.6). */
const ringSchema = z
  .array(positionSchema)
  .min(4)
  .refine((ring) => {
    const first = ring[0]
    const last = ring.at(-1)
    return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
  }, 'ring is not closed: first and last position must be the same: repeat the first at the end')

/** Outer ring counterclockwise, holes clockwise: the right-hand rule of RFC 7946 §3.1.6. */
const polygonSchema = z
  .array(ringSchema)
  .min(1)
  .refine(
    (rings) => rings.every((ring, index) => booleanClockwise(ring) === index > 0),
    'ring breaks the right-hand rule: outer rings run counterclockwise, holes clockwise; reverse its positions',
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

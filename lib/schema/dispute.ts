import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { addressSchema, recordIdSchema, wordsSchema } from './identifier'

const disputeSourceSchema = z.strictObject({ title: wordsSchema, address: addressSchema })

const disputeSchema = z.strictObject({
  id: recordIdSchema,
  /** The part of the map under which it is listed. */
  region: wordsSchema,
  name: wordsSchema,
  /** One line: what the line or the area is, and is not. */
  status: wordsSchema,
  /** Who administers it, in words. */
  administered: wordsSchema,
  /** Who claims it, in words. */
  claimed: wordsSchema,
  note: wordsSchema.optional(),
  asOf: edtfSchema,
  /** Keys of the file's sources. */
  sources: z.array(recordIdSchema).min(1),
  /** Ids of its features in `borders.geojson` and `disputed-areas.geojson`. */
  lines: z.array(wordsSchema),
  areas: z.array(wordsSchema),
})

/** `basemap/disputes.json`: the disputed lines and areas of the basemap, and who says so. */
export const disputesSchema = z.strictObject({
  sources: z.record(recordIdSchema, disputeSourceSchema),
  disputes: z.array(disputeSchema),
})

/** A disputed line or area as the page shows it. */
export interface Dispute extends Omit<z.infer<typeof disputeSchema>, 'sources' | 'lines' | 'areas'> {
  sources: z.infer<typeof disputeSourceSchema>[]
  /** `[west, south, east, north]` of its lines and areas, degrees. */
  bounds: readonly [number, number, number, number]
}

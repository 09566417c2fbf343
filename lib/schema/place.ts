import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { geometrySchema, positionSchema } from './geometry'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { upgradePlace, upgrading } from './upgrade'

/** A place: one GeoJSON feature of one layer file. Its geometry stands there and nowhere else. */
export const placeSchema = z.strictObject({
  type: z.literal('Feature'),
  id: placeIdSchema,
  geometry: geometrySchema,
  properties: upgrading(
    upgradePlace,
    z.strictObject({
      name: wordsSchema,
      /** The name as people there write it, with its language (BCP 47). */
      localName: z.strictObject({ text: wordsSchema, language: z.string().min(2).max(35) }).optional(),
      /** Its names in other languages and spellings, to be found by. */
      otherNames: z.array(z.strictObject({ text: wordsSchema, language: z.string().min(2).max(35) })).optional(),
      /** When what it stands for began; without it and without a claim, it was always there. */
      since: edtfSchema.optional(),
      /** When it ended; without it, it still stands. */
      until: edtfSchema.optional(),
      /** IANA name of the zone whose clocks were kept there: `Europe/Copenhagen`. */
      timeZone: z
        .string()
        .regex(/^[A-Z][A-Za-z]+(\/[A-Za-z_+-]+){1,2}$/, 'is not an IANA time zone')
        .optional(),
      /** What it is, in words that stand above its name: "Oblast of Ukraine". */
      kind: wordsSchema,
      code: z.string().max(12).optional(),
      /** How far the drawn position may be from the true one, in km; `null`: not known. */
      accuracyKm: z.number().nonnegative().max(500).nullable(),
      /** How the position is known. */
      basis: wordsSchema,
      /** Drawn after a scheme rather than surveyed; the map and the panel say so. */
      schematic: z.boolean().optional(),
      note: wordsSchema.optional(),
      sources: z.array(recordIdSchema).min(1),
      claim: recordIdSchema.optional(),
      /** The figures that the drawn size comes from: a queue's length in km, people who arrived, two readings of one shock. */
      sizedBy: z.array(recordIdSchema).min(1).max(4).optional(),
      /** True-size circles around a point: the figure gives the length in km or nautical miles, across or as radius. */
      rings: z
        .array(
          z.strictObject({
            figure: recordIdSchema,
            measures: z.enum(['radius', 'diameter']),
            /** Drawn though the source does not say that it holds for this place. */
            tentative: z.literal(true).optional(),
          }),
        )
        .optional(),
      /** Where the name is written; without it, a point inside the geometry. */
      label: positionSchema.optional(),
      /**
       * What the map draws of a country, a sea or a union, which are areas and no points: its name alone, as land or water
       * is named, or, where it has no one place for a name, nothing. Without it, what the layer draws of its geometry.
       */
      drawn: z.enum(['name', 'water-name', 'nothing']).optional(),
      /** [west, south, east, north] of what a view of it shows, where that is not the geometry's own extent. */
      frame: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      /** What else its row or feature says: a layer sizes and sorts its marks by these. */
      fields: z.record(z.string().max(64), z.union([z.string().max(1000), z.number(), z.boolean()])).optional(),
      /** The records that put it on the map. */
      shownFor: z
        .array(z.strictObject({ kind: z.enum(['event', 'figure', 'quotation', 'statement']), id: recordIdSchema }))
        .optional(),
    }),
  ),
})

export type Place = z.infer<typeof placeSchema>
export type PlaceProperties = Place['properties']

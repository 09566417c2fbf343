import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { fieldsSchema } from './fields'
import { forms } from './forms'
import { geometrySchema, positionSchema } from './geometry'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { upgradePlace, upgrading } from './upgrade'

/** What to do about what a place lacks. */
const forAll = 'Say it here or, for all places, under “all” of the layer in layers.json'

const propertiesSchema = z.strictObject({
  name: wordsSchema,
  localName: z
    .strictObject({ text: wordsSchema, language: z.string().min(2).max(35) })
    .optional()
    .describe('The name as people there write it, with its language (BCP 47).'),
  otherNames: z
    .array(z.strictObject({ text: wordsSchema, language: z.string().min(2).max(35) }))
    .optional()
    .describe('Its names in other languages and spellings, to be found by.'),
  since: edtfSchema
    .optional()
    .describe('When what it stands for began; without it and without a claim, it was always there.'),
  until: edtfSchema.optional().describe('When it ended; without it, it still stands.'),
  timeZone: z
    .string()
    .regex(/^[A-Z][A-Za-z]+(\/[A-Za-z_+-]+){1,2}$/, 'must be an IANA time zone, as “Europe/Copenhagen”')
    .optional()
    .describe('IANA name of the zone whose clocks were kept there: `Europe/Copenhagen`.'),
  kind: wordsSchema.describe('What it is, in words that stand above its name: "Harbour".'),
  code: z.string().max(12).optional(),
  accuracyKm: z
    .number()
    .nonnegative()
    .max(500)
    .register(forms, { form: 'a number of km, as 0.5, or null where it is not known' })
    .nullable()
    .describe('How far the drawn position may be from the true one, in km; `null`: not known.'),
  basis: wordsSchema.optional().describe('How the position is known; only what has none needs no basis.'),
  schematic: z
    .boolean()
    .optional()
    .describe('Drawn after a scheme rather than surveyed; the map and the panel say so.'),
  note: wordsSchema.optional(),
  notHeld: wordsSchema
    .optional()
    .describe('What a reader would look for here and no record of the case says: "how many people lived here".'),
  sources: z
    .array(recordIdSchema)
    .min(1)
    .register(forms, { form: `a list of ids of sources, as [“report”]. ${forAll}` }),
  claim: recordIdSchema.optional(),
  sizedBy: z
    .array(recordIdSchema)
    .min(1)
    .max(4)
    .optional()
    .describe(
      'The figures that the drawn size comes from: a queue’s length in km, people who arrived, two readings of one shock.',
    ),
  rings: z
    .array(
      z.strictObject({
        figure: recordIdSchema,
        measures: z.enum(['radius', 'diameter']),
        tentative: z
          .literal(true)
          .optional()
          .describe('Drawn though the source does not say that it holds for this place.'),
      }),
    )
    .optional()
    .describe(
      'True-size circles around a point: the figure gives the length in km or nautical miles, across or as radius.',
    ),
  label: positionSchema.optional().describe('Where the name is written; without it, a point inside the geometry.'),
  drawn: z
    .enum(['basemap-name', 'name', 'water-name', 'town-name', 'nothing'])
    .optional()
    .describe(
      'What the map draws of a country, a sea, a city or a union: the name that the basemap itself has for it, which must be spelled as this one is, and is written as one of its own where the basemap has none; a name of its own, as land, water or a town is named; or, where it has no one place for a name, nothing. Without it, what the layer draws of its geometry.',
    ),
  frame: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .optional()
    .describe('[west, south, east, north] of what a view of it shows, where that is not the geometry’s own extent.'),
  shownFor: z
    .array(z.strictObject({ kind: z.enum(['event', 'figure', 'quotation', 'statement']), id: recordIdSchema }))
    .optional()
    .describe('The records that put it on the map.'),
  fields: fieldsSchema.optional().describe('What its row holds beside all this.'),
})

/** The properties that have a meaning of their own; all others of a feature are its fields. */
export const placeKeys: readonly string[] = Object.keys(propertiesSchema.shape)

/** A feature as its file has it: what its layer says for all need not stand in it, and its own fields may. */
export const featureSchema = z.object({
  type: z.literal('Feature'),
  id: z.union([placeIdSchema, z.int().nonnegative()]).nullish(),
  geometry: geometrySchema.nullable(),
  properties: propertiesSchema
    .omit({ fields: true })
    .partial({ kind: true, accuracyKm: true, sources: true })
    .catchall(z.unknown()),
})

/** A place: one GeoJSON feature of one layer file. Its geometry stands there and nowhere else. */
export const placeSchema = z
  .strictObject({
    type: z.literal('Feature'),
    id: placeIdSchema,
    /** `null` (RFC 7946 §3.2): it is told of everywhere but on the map. */
    geometry: geometrySchema.nullable(),
    properties: upgrading(upgradePlace, propertiesSchema),
  })
  .refine(({ geometry, properties: { basis } }) => geometry === null || basis !== undefined, {
    path: ['properties', 'basis'],
    error: `is missing: how is the position known? ${forAll}`,
  })

export type Place = z.infer<typeof placeSchema>
export type PlaceProperties = Place['properties']

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { forms } from './forms'
import { recordIdSchema, wordsSchema } from './identifier'
import { noteSchema } from './note'
import { hues } from './plain-values'

/** A claim to territory: who declared it, who rejected it, in what words, as of when. */
const claimSchema = z.strictObject({
  id: recordIdSchema,
  words: wordsSchema.describe('The status in one line: "claimed by … on …; not recognised".'),
  by: recordIdSchema,
  declared: edtfSchema,
  precedent: z.boolean().describe('True for an earlier claim that is shown for comparison, paler.'),
  rejections: z.array(
    z.strictObject({
      by: recordIdSchema,
      date: edtfSchema,
      words: wordsSchema.describe('Its words between “ and ”, and whose or which they are.'),
      source: recordIdSchema,
    }),
  ),
  extent: wordsSchema
    .optional()
    .describe('How far the claim goes and what the claimant left undefined, and the document that says so.'),
  extentSource: recordIdSchema.optional(),
  asOf: edtfSchema,
})

/**
 * What the answers to a question measure, and so how two of them are told apart: a magnitude is a logarithm and has no
 * percentages, votes are parts of one count and do not disagree.
 */
const measureSchema = z.enum(['count', 'rate', 'length', 'area', 'share', 'magnitude', 'vote'])

/**
 * A chart of figures: `bars` on one scale, one bar a figure; `pairs` groups by the figures' event, one dot a maker;
 * `numbers` stand side by side without a scale, as they may not be compared.
 */
const chartSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  form: z.enum(['bars', 'pairs', 'numbers']),
  figures: z.array(recordIdSchema).min(1),
  note: wordsSchema.optional(),
})

const boundsForm =
  '[west, south, east, north] in degrees, south below north, as [9, 41, 57, 62]; over the antimeridian west lies above east, as [177, -20, -178, -16]'

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-85).max(85)

const boundsSchema = z
  .tuple([longitude, latitude, longitude, latitude])
  // More than half the globe over the antimeridian are two numbers that were swapped.
  .refine(
    ([west, south, east, north]) => (west < east || (west > east && east + 360 - west <= 180)) && south < north,
    `must be ${boundsForm}`,
  )
  // RFC 7946 §5.2: over the antimeridian they run on to its other side, and from here on east is always above west.
  .transform(([west, south, east, north]): [number, number, number, number] => [
    west,
    south,
    east < west ? east + 360 : east,
    north,
  ])
  .register(forms, { form: boundsForm })

/** One of the few strands of a story: a heading, its hue, the figure that stands for it, a sentence, and where it is. */
export const threadSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  hue: z.enum(hues),
  figure: recordIdSchema.describe('The figure that stands for it.').optional(),
  sentence: wordsSchema,
  bounds: boundsSchema.describe('What of the map it is about, [west, south, east, north] in degrees.'),
})

/** A part of the map that is shown larger in a frame of its own, as what happened there is too small beside the rest. */
export const insetSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  bounds: boundsSchema.describe('What it shows, [west, south, east, north] in degrees.'),
  thread: recordIdSchema.describe('The thread that it belongs to, whose number and hue it has.').optional(),
  side: z
    .enum(['left', 'right'])
    .describe('The lower corner of the map that its frame stands in; left, if nothing is said.')
    .optional(),
})

/** What a case is, and what its records share. */
export const caseSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  summary: wordsSchema,
  period: edtfSchema,
  reported: edtfSchema.describe('The date of the report that the case is made from.'),
  updated: edtfSchema.describe(
    'The date to which the case has been brought: later records and corrections are in it up to here.',
  ),
  source: recordIdSchema.describe('The report that the case is made from.'),
  bounds: boundsSchema.describe('First view, [west, south, east, north] in degrees.'),
  emphasis: z
    .array(z.string().regex(/^[A-Z]{2}$/, 'must be a country’s two letters, as “FR”'))
    .max(30)
    .describe('ISO 3166-1 codes of the countries that it is about: they stand out from the others on the map.')
    .optional(),
  placeNames: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language by its tag, as “uk” or “zh-Hant”'))
    .min(1)
    .max(6)
    .describe(
      'The languages (BCP 47) in which a place is named beside its English name, in this order; without it, each place’s `localName` alone is shown.',
    )
    .optional(),
  attribution: z
    .array(wordsSchema)
    .max(12)
    .describe('Who made the data of the case’s layers, in the words that they ask for: printed on every map.')
    .optional(),
  threads: z
    .array(threadSchema)
    .max(12)
    .describe('The few headings under which a case groups its layers, events and scenes, in their order.')
    .optional(),
  insets: z
    .array(insetSchema)
    .max(4)
    .describe('Parts of the map that are shown larger in a frame of their own, as they lie far from the rest.')
    .optional(),
  notes: z
    .array(noteSchema)
    .max(60)
    .describe('What is written on the map beside its marks: figures with their words, names of areas.')
    .optional(),
  sides: z.array(z.strictObject({ id: recordIdSchema, name: wordsSchema })),
  questions: z.array(z.strictObject({ id: recordIdSchema, title: wordsSchema, measures: measureSchema.optional() })),
  claims: z.array(claimSchema),
  charts: z.array(chartSchema),
  secondSignature: z
    .literal(true)
    .optional()
    .describe('What one person saves in the editor is not public until another has signed it.'),
  withoutRecord: z
    .array(z.strictObject({ paragraph: z.int().positive(), why: wordsSchema }))
    .optional()
    .describe('Paragraphs of the report, counted from 1, that carry no record, and why.'),
})

export type CaseHead = z.infer<typeof caseSchema>
export type Measure = z.infer<typeof measureSchema>
export type Claim = z.infer<typeof claimSchema>
export type Chart = z.infer<typeof chartSchema>
export type Thread = z.infer<typeof threadSchema>
export type Inset = z.infer<typeof insetSchema>

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { recordIdSchema, wordsSchema } from './identifier'

/** A claim to territory: who declared it, who rejected it, in what words, as of when. */
const claimSchema = z.strictObject({
  id: recordIdSchema,
  /** The status in one line: "claimed by Russia on 30 September 2022; not recognised". */
  words: wordsSchema,
  by: recordIdSchema,
  declared: edtfSchema,
  /** True for an earlier claim that is shown for comparison, paler. */
  precedent: z.boolean(),
  rejections: z.array(
    z.strictObject({
      by: recordIdSchema,
      date: edtfSchema,
      /** Its words between “ and ”, and whose or which they are. */
      words: wordsSchema,
      source: recordIdSchema,
    }),
  ),
  /** What the claimant left undefined. */
  extent: wordsSchema.optional(),
  asOf: edtfSchema,
})

/**
 * A chart of figures: `bars` on one scale, one bar a figure; `pairs` groups by the figures' event, one dot a maker.
 */
const chartSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  form: z.enum(['bars', 'pairs']),
  figures: z.array(recordIdSchema).min(1),
  note: wordsSchema.optional(),
})

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-85).max(85)

/** What a case is, and what its records share. */
export const caseSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  summary: wordsSchema,
  period: edtfSchema,
  asOf: edtfSchema,
  /** The report that the case is made from. */
  source: recordIdSchema,
  /** First view, [west, south, east, north] in degrees. */
  bounds: z
    .tuple([longitude, latitude, longitude, latitude])
    .refine(([west, south, east, north]) => west < east && south < north, 'must be [west, south, east, north]'),
  sides: z.array(z.strictObject({ id: recordIdSchema, name: wordsSchema })),
  questions: z.array(z.strictObject({ id: recordIdSchema, title: wordsSchema })),
  claims: z.array(claimSchema),
  charts: z.array(chartSchema),
})

export type CaseHead = z.infer<typeof caseSchema>
export type Claim = z.infer<typeof claimSchema>
export type Chart = z.infer<typeof chartSchema>

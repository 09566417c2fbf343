import { z } from 'zod'
import { forms } from './forms'
import { recordIdSchema, wordsSchema } from './identifier'

/** Kinds of record that can be corrected. */
const correctedKinds = [
  'source',
  'actor',
  'quotation',
  'statement',
  'figure',
  'event',
  'scene',
  'claim',
  'chart',
  'place',
] as const

/** What was wrong in the case, what is right, and why: kept for good, so that an old link can say what changed since. */
export const correctionSchema = z.strictObject({
  id: recordIdSchema,
  date: z.iso.date().register(forms, { form: 'a day, as “2022-09-26”' }).describe('The day on which it was mended.'),
  records: z
    .array(z.strictObject({ kind: z.enum(correctedKinds), id: z.string().min(1).max(64) }))
    .describe(
      'The records that it mended; empty where it mended the map or the page itself. A record may since have been taken out.',
    ),
  wrong: wordsSchema,
  right: wordsSchema,
  why: wordsSchema,
})

export type Correction = z.infer<typeof correctionSchema>
/** A record as a correction names it. */
export type CorrectedRecord = Correction['records'][number]

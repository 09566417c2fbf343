import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { addressSchema, recordIdSchema, wordsSchema } from './identifier'

/** How near a document is to what it tells: the thing itself, a copy of it, a report of it, or our own translation. */
const sourceKindSchema = z.enum(['original', 'copy', 'report-of-a-report', 'our-translation'])

/** What a source may lack; the reason stands where the thing would. */
const lackingSchema = z.enum(['address', 'archived', 'author', 'published', 'retrieved', 'sha256', 'takesFrom'])

/** A document that words, figures, dates or positions come from. */
export const sourceSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  publisher: wordsSchema,
  author: wordsSchema.optional(),
  kind: sourceKindSchema.optional(),
  address: addressSchema.optional(),
  archived: addressSchema.optional().describe('The same document in an archive, where it stays as it was.'),
  via: wordsSchema
    .optional()
    .describe('How we saw it where that is not the publisher’s own page: "archived copy at …".'),
  published: edtfSchema.optional(),
  retrieved: edtfSchema.optional(),
  licence: wordsSchema.optional(),
  takesFrom: z
    .array(recordIdSchema)
    .optional()
    .describe('The sources that it takes its words from. An original takes them from none.'),
  missing: z
    .partialRecord(lackingSchema, wordsSchema)
    .optional()
    .describe('Why something is not there: `retrieved: "only its opening was seen"`.'),
  sha256: z
    .string()
    .regex(
      /^[0-9a-f]{64}$/,
      'must be the sha-256 of the source’s text, 64 digits from 0 to f: “npm run case -- locate” fills it in',
    )
    .optional()
    .describe('Of the text that the selectors count in, as UTF-8; only where that text was held.'),
  note: wordsSchema.optional(),
})

export type Source = z.infer<typeof sourceSchema>

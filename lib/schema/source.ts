import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { addressSchema, recordIdSchema, wordsSchema } from './identifier'

/** A document that words, figures, dates or positions come from. */
export const sourceSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  publisher: wordsSchema,
  author: wordsSchema.optional(),
  address: addressSchema.optional(),
  /** How we saw it where that is not the publisher's own page: "archived copy at …". */
  via: wordsSchema.optional(),
  published: edtfSchema.optional(),
  retrieved: edtfSchema.optional(),
  licence: wordsSchema.optional(),
  /** Of the text that the selectors count in, as UTF-8; only where that text was held. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a sha-256 in hex')
    .optional(),
  note: wordsSchema.optional(),
})

export type Source = z.infer<typeof sourceSchema>

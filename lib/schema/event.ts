import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'

/** Something dated, as precisely as it is known. */
export const eventSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  date: edtfSchema,
  /** How the date is known, where the source gives only "Friday". */
  dateBasis: wordsSchema.optional(),
  about: z.array(placeIdSchema),
  actors: z.array(recordIdSchema),
  passage: passageSchema,
  /** The same event as other records date or describe it. */
  records: z.array(z.strictObject({ source: recordIdSchema, date: edtfSchema.optional(), words: wordsSchema })),
  note: wordsSchema.optional(),
})

export type CaseEvent = z.infer<typeof eventSchema>

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'

/** Something dated, as precisely as it is known. */
export const eventSchema = z
  .strictObject({
    id: recordIdSchema,
    title: wordsSchema,
    date: edtfSchema,
    /** It happened once, at a time within the interval of `date` that nobody gives. */
    once: z.literal(true).optional(),
    /** How the date is known, where the source gives only "Friday". */
    dateBasis: wordsSchema.optional(),
    /** The passage's source's own words for the time and, where these are another time than `date`, that time. */
    timeWords: z
      .strictObject({ words: wordsSchema, date: edtfSchema.optional(), approximate: z.literal(true).optional() })
      .optional(),
    about: z.array(placeIdSchema),
    actors: z.array(recordIdSchema),
    passage: passageSchema,
    /** The same event as other records date or describe it: `date` is when they say that it was. */
    records: z.array(z.strictObject({ source: recordIdSchema, date: edtfSchema.optional(), words: wordsSchema })),
    note: wordsSchema.optional(),
  })
  .refine(({ once, date }) => once !== true || date.includes('/'), {
    path: ['once'],
    message: 'is only for a date that is an interval',
  })

export type CaseEvent = z.infer<typeof eventSchema>

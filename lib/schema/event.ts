import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'
import { upgradeEvent, upgrading } from './upgrade'

/** Something that happened, dated as precisely as it is known. Who did it and who tells of it are two things. */
export const eventSchema = upgrading(
  upgradeEvent,
  z
    .strictObject({
      id: recordIdSchema,
      title: wordsSchema,
      label: wordsSchema.max(30).optional().describe('Its name where there is little room, in 30 characters.'),
      thread: recordIdSchema.optional().describe('The thread of the story that it belongs to.'),
      date: edtfSchema.optional().describe('When it happened; absent where no record says.'),
      once: z
        .literal(true)
        .optional()
        .describe('It happened once, at a time within the interval of `date` that nobody gives.'),
      dateBasis: wordsSchema.optional().describe('How the date is known, where the source gives only "Friday".'),
      timeWords: z
        .strictObject({ words: wordsSchema, date: edtfSchema.optional(), approximate: z.literal(true).optional() })
        .optional()
        .describe(
          'The passage’s source’s own words for the time and, where these are another time than `date`, that time.',
        ),
      about: z.array(placeIdSchema),
      by: z.array(recordIdSchema).describe('Who did it; empty where no record names anyone.'),
      reportedBy: z.array(recordIdSchema).describe('Who observed or reports it, beside the passage’s source.'),
      named: z
        .array(recordIdSchema)
        .optional()
        .describe('Whom it happened to, or who is named with it: they neither did it nor report it.'),
      passage: passageSchema,
      records: z
        .array(z.strictObject({ source: recordIdSchema, date: edtfSchema.optional(), words: wordsSchema }))
        .describe('The same event as other records date or describe it: `date` is when they say that it was.'),
      note: wordsSchema.optional(),
    })
    .refine(({ once, date }) => once !== true || date?.includes('/') === true, {
      path: ['once'],
      message: 'is allowed only where the date is an interval, as “2022-09-21/2022-10-04”',
    })
    .refine(
      ({ by, reportedBy }) => new Set([...by, ...reportedBy]).size === new Set(by).size + new Set(reportedBy).size,
      {
        path: ['reportedBy'],
        message: 'names someone who is also in by: choose one of the two',
      },
    ),
)

export type CaseEvent = z.infer<typeof eventSchema>

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'
import { normaliseWording } from './wording'

/** Another record's wording of the same statement. */
const otherWordingSchema = z.strictObject({
  source: recordIdSchema,
  words: wordsSchema,
  date: edtfSchema.optional(),
  status: z.enum(['same-words', 'differs']),
  note: wordsSchema.optional(),
})

/** A record that was looked through for the words, and does not have them. */
const notFoundSchema = z.strictObject({ source: recordIdSchema, note: wordsSchema.optional() })

/** Words between quotation marks in the source, exactly as they stand there, and what other records say of them. */
export const quotationSchema = z
  .strictObject({
    id: recordIdSchema,
    form: z
      .enum(['speech', 'statement', 'term'])
      .describe('A `term` is a word or phrase set in marks to keep its distance; it is nobody’s speech.'),
    passage: passageSchema,
    speaker: recordIdSchema.optional(),
    said: edtfSchema.optional(),
    where: placeIdSchema.optional(),
    whereBasis: z
      .enum(['record', 'seat'])
      .optional()
      .describe(
        '`seat`: no record says where, and the seat of who speaks stands for it. Without it, a record says so.',
      ),
    about: z.array(placeIdSchema),
    event: recordIdSchema.optional(),
    garbled: z
      .literal(true)
      .optional()
      .describe('The source has spoiled the words: they are never shown alone under a person’s name.'),
    note: wordsSchema.optional(),
    records: z.array(otherWordingSchema),
    notFoundIn: z
      .array(notFoundSchema)
      .optional()
      .describe(
        'Where the words were looked for in vain. Without this and without `records`, nobody has compared them yet.',
      ),
  })
  .superRefine((quotation, context) => {
    if (quotation.form !== 'term' && quotation.speaker === undefined)
      context.addIssue({ code: 'custom', path: ['speaker'], message: 'only a term may have no speaker: name an actor' })
    if (quotation.whereBasis !== undefined && quotation.where === undefined)
      context.addIssue({ code: 'custom', path: ['whereBasis'], message: 'is given without a place in where' })
    for (const [index, record] of quotation.records.entries()) {
      const same = normaliseWording(record.words).includes(normaliseWording(quotation.passage.exact))
      if (record.status === 'same-words' && !same)
        context.addIssue({
          code: 'custom',
          path: ['records', index, 'status'],
          message: 'says same-words, but the words differ: write “differs”',
        })
    }
  })

export type Quotation = z.infer<typeof quotationSchema>

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'
import { normaliseWording } from './plain-values'

/** How near a wording is to the speaker: it was taken down, given out by them, translated, told or copied. Nearest first. */
const closenessSchema = z.enum(['transcript', 'official-text', 'translation', 'report', 'copy'])

export type Closeness = z.infer<typeof closenessSchema>

/** Another record's wording of the same statement. */
const otherWordingSchema = z.strictObject({
  source: recordIdSchema,
  words: wordsSchema,
  closeness: closenessSchema
    .optional()
    .describe('How near this wording is to the speaker; without it, what kind of document its source is decides.'),
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

/**
 * What somebody says that the source does not give in their own words: indirect speech, or the author's own judgement.
 * Its passage, its hedge and its condition stand word for word; the sentence that a reader gets is ours.
 */
export const statementSchema = z.strictObject({
  id: recordIdSchema,
  form: z
    .enum(['indirect', 'judgement'])
    .describe('`indirect`: the source tells what somebody said. `judgement`: the author says it.'),
  words: wordsSchema.describe(
    'The statement in a sentence of ours, with its hedge and its condition: never surer than the source.',
  ),
  passage: passageSchema,
  hedge: wordsSchema
    .optional()
    .describe('The source’s own words of doubt: "may be", "could be". They stand in the passage’s paragraph.'),
  condition: wordsSchema
    .optional()
    .describe('The source’s own words for when it holds: "if the ice comes". They stand in the passage’s paragraph.'),
  speaker: recordIdSchema,
  certainty: z
    .enum(['asserted', 'likely', 'possible', 'doubtful', 'unknown'])
    .describe('How sure they are, by their own words.'),
  said: edtfSchema.optional(),
  about: z.array(placeIdSchema),
  event: recordIdSchema.optional(),
  records: z
    .array(z.strictObject({ source: recordIdSchema, words: wordsSchema, date: edtfSchema.optional() }))
    .describe('The same statement in other reports.'),
  note: wordsSchema.optional(),
})

export type Statement = z.infer<typeof statementSchema>

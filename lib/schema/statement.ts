import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'

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

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
  /** `indirect`: the source tells what somebody said. `judgement`: the author says it. */
  form: z.enum(['indirect', 'judgement']),
  /** The statement in a sentence of ours, with its hedge and its condition: never surer than the source. */
  words: wordsSchema,
  passage: passageSchema,
  /** The source's own words of doubt: "may be", "could be". They stand in the passage's paragraph. */
  hedge: wordsSchema.optional(),
  /** The source's own words for when it holds: "if Russia used nuclear weapons". They stand in the passage's paragraph. */
  condition: wordsSchema.optional(),
  speaker: recordIdSchema,
  /** How sure they are, by their own words. */
  certainty: z.enum(['asserted', 'likely', 'possible', 'doubtful', 'unknown']),
  said: edtfSchema.optional(),
  about: z.array(placeIdSchema),
  event: recordIdSchema.optional(),
  /** The same statement in other reports. */
  records: z.array(z.strictObject({ source: recordIdSchema, words: wordsSchema, date: edtfSchema.optional() })),
  note: wordsSchema.optional(),
})

export type Statement = z.infer<typeof statementSchema>

import { z } from 'zod'
import { recordIdSchema, wordsSchema } from './identifier'

/** A person or body, in its role at the time of the case: speakers and makers of figures both. */
export const actorSchema = z.strictObject({
  id: recordIdSchema,
  kind: z.enum(['person', 'body']),
  name: wordsSchema,
  role: wordsSchema,
  side: recordIdSchema,
  note: wordsSchema.optional(),
})

export type Actor = z.infer<typeof actorSchema>

import { z } from 'zod'
import { forms } from './forms'
import { placeIdPattern, recordIdPattern } from './plain-values'

const recordIdForm = 'an id of lower-case letters, digits and hyphens, as “north-harbour”'
const placeIdForm = 'an id of letters, digits and hyphens, as “north-harbour” or “US-TX”'
const addressForm = 'an address that begins with http:// or https://, as “https://example.org/report”'

/** Id of a case, source, actor, quotation, figure, event, scene, question, chart, claim or side. */
export const recordIdSchema = z
  .string()
  .regex(recordIdPattern, `must be ${recordIdForm}`)
  .register(forms, { form: recordIdForm })

/** Id of a place. */
export const placeIdSchema = z
  .string()
  .regex(placeIdPattern, `must be ${placeIdForm}`)
  .register(forms, { form: placeIdForm })

/** Words written for a reader: never empty, never longer than a page. */
export const wordsSchema = z.string().trim().min(1).max(4000).register(forms, { form: 'a text, as “Harbour office”' })

/** Link address: http or https only, so that no data can put a script behind a link. */
export const addressSchema = z
  .url({ protocol: /^https?$/ })
  .max(4000)
  // Marks that turn the direction of text show another address than the one that opens.
  .refine(
    (address) => !/[\s\p{Cc}\p{Cf}]/u.test(address),
    'must not hold spaces, or characters that nobody sees: write %20 for a space',
  )
  .refine((address) => !/^\w+:\/*[^/?#]*@/.test(address), 'must not hold anyone’s name and password')
  .register(forms, { form: addressForm })

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

import { z } from 'zod'

/** Id of a case, source, actor, quotation, figure, event, scene, question, chart, claim or side: lower case, digits, hyphens. */
export const recordIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must match ^[a-z0-9][a-z0-9-]{0,63}$')

/** Id of a place: like a record's, but capitals are allowed so that an oblast keeps its ISO 3166-2 code. */
export const placeIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'must match ^[A-Za-z0-9][A-Za-z0-9-]{0,63}$')

/** Words written for a reader: never empty, never longer than a page. */
export const wordsSchema = z.string().trim().min(1).max(4000)

/** Link address: http or https only, so that no data can put a script behind a link. */
export const addressSchema = z.url({ protocol: /^https?$/ })

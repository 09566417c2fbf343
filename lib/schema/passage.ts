import { z } from 'zod'
import { recordIdSchema } from './identifier'

/** Context words kept on either side of a passage: enough to find it, too few to republish the source. */
const MAX_CONTEXT_LENGTH = 32

/**
 * Where words stand in a source: a W3C Web Annotation `TextQuoteSelector` (`exact`, `prefix`, `suffix`) and
 * `TextPositionSelector` (`start`, `end`, in Unicode code points from 0, end exclusive). A source whose text we do not
 * hold gives `exact` alone; where even that is our note of it, it says so by `noted`.
 */
export const passageSchema = z
  .strictObject({
    source: recordIdSchema,
    exact: z
      .string()
      .max(2000)
      .refine((text) => text.trim() !== '', 'must not be empty'),
    prefix: z.string().max(MAX_CONTEXT_LENGTH).optional(),
    suffix: z.string().max(MAX_CONTEXT_LENGTH).optional(),
    start: z.int().nonnegative().optional(),
    end: z.int().positive().optional(),
    /** What stands in `exact` is our note of what the record says, not its own words; only without selectors. */
    noted: z.literal(true).optional(),
  })
  .superRefine((passage, context) => {
    const { exact, prefix, suffix, start, end, noted } = passage
    const given = [prefix, suffix, start, end].filter((part) => part !== undefined).length
    if (given === 0) return
    if (noted === true)
      context.addIssue({
        code: 'custom',
        path: ['noted'],
        message: 'a passage is either noted or has selectors, not both',
      })
    if (start === undefined || end === undefined || prefix === undefined || suffix === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'selectors must be complete: prefix, suffix, start and end, or none of them',
      })
      return
    }
    if (end - start !== Array.from(exact).length)
      context.addIssue({
        code: 'custom',
        path: ['end'],
        message: `selectors disagree: ${end} − ${start} is not the length of exact`,
      })
  })

export type Passage = z.infer<typeof passageSchema>

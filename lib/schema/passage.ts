import { z } from 'zod'
import { recordIdSchema } from './identifier'

/** Characters of context kept on either side of a passage: enough to find it, too few to republish the source. */
export const MAX_CONTEXT_LENGTH = 32

/**
 * Where words stand in a source: a W3C Web Annotation `TextQuoteSelector` (`exact`, `prefix`, `suffix`) and
 * `TextPositionSelector` (`start`, `end`, in Unicode code points from 0, end exclusive). A source whose text we do not
 * hold gives `exact` alone; where even that is our note of it, it says so by `noted`.
 */
export const passageSchema = z
  .strictObject({
    source: recordIdSchema.describe('The source that the words stand in.'),
    exact: z
      .string()
      .max(2000)
      .refine((text) => text.trim() !== '', 'must not be empty')
      .describe('The words exactly as they stand in the source, with its own marks and spaces.'),
    prefix: z
      .string()
      .max(MAX_CONTEXT_LENGTH)
      .optional()
      .describe(
        'What stands right before the words, only as much as tells the place from others. “npm run case -- locate” fills it in.',
      ),
    suffix: z
      .string()
      .max(MAX_CONTEXT_LENGTH)
      .optional()
      .describe(
        'What stands right after the words, only as much as tells the place from others. “npm run case -- locate” fills it in.',
      ),
    start: z
      .int()
      .nonnegative()
      .optional()
      .describe('Unicode code points of the text before the words. “npm run case -- locate” fills it in.'),
    end: z
      .int()
      .positive()
      .optional()
      .describe('Unicode code points of the text up to the end of the words. “npm run case -- locate” fills it in.'),
    noted: z
      .literal(true)
      .optional()
      .describe(
        'What stands in `exact` is our note of what the record says, not its own words; only without selectors.',
      ),
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
        message:
          'selectors must be complete: prefix, suffix, start and end, or none of them; “npm run case -- locate” fills them in',
      })
      return
    }
    if (end - start !== Array.from(exact).length)
      context.addIssue({
        code: 'custom',
        path: ['end'],
        message: `selectors disagree: ${end} − ${start} is not the length of exact, which is ${Array.from(exact).length}`,
      })
  })

export type Passage = z.infer<typeof passageSchema>

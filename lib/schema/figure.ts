import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'
import { upgradeFigure, upgrading } from './upgrade'

/** How the maker of a figure hedges it. */
const qualifierSchema = z.enum(['exactly', 'about', 'nearly', 'more-than', 'at-least', 'up-to', 'estimated'])

/** How sure a figure is: who stands behind it, not whether we like it. `compiled`: a report added up others' figures. */
const figureStatusSchema = z.enum(['official', 'compiled', 'claimed', 'unverified', 'measured', 'derived'])

/** Another report of the same number by the same maker. */
const otherReportSchema = z.strictObject({
  source: recordIdSchema,
  words: wordsSchema,
  date: edtfSchema.optional(),
  via: z
    .array(recordIdSchema)
    .optional()
    .describe('By way of whom the number reached this report, from the maker outwards.'),
})

/** One number of the case, by one maker: two makers of one number are two figures of one question. */
export const figureSchema = upgrading(
  upgradeFigure,
  z
    .strictObject({
      id: recordIdSchema,
      question: recordIdSchema,
      value: z.number().optional(),
      range: z.tuple([z.number(), z.number()]).optional(),
      unit: z.string().max(24),
      qualifier: qualifierSchema,
      counts: wordsSchema.describe(
        'What is counted, in our words, such that "about 220,000 people" can be followed by it.',
      ),
      asOf: edtfSchema
        .optional()
        .describe('The day for which it holds or the period that it counts; absent where no record says.'),
      said: edtfSchema.optional().describe('When its maker gave it; absent where no record says.'),
      by: recordIdSchema.describe('Who made the number: counted, measured, estimated or set it.'),
      via: z
        .array(recordIdSchema)
        .optional()
        .describe(
          'By way of whom the number reached the passage’s source, from the maker outwards: they passed it on, no more.',
        ),
      status: figureStatusSchema,
      passage: passageSchema.optional(),
      about: z.array(placeIdSchema),
      event: recordIdSchema.optional(),
      formula: wordsSchema.optional(),
      inputs: z.array(recordIdSchema).optional(),
      records: z
        .array(otherReportSchema)
        .optional()
        .describe('Other reports of this number of this maker: one number that came by two ways is one figure.'),
      note: wordsSchema.optional(),
    })
    .superRefine((figure, context) => {
      const issue = (path: string | (string | number)[], message: string) =>
        context.addIssue({ code: 'custom', path: [path].flat(), message })
      if ((figure.value === undefined) === (figure.range === undefined))
        issue('value', 'must have either a value or a range, not both')
      if (figure.range !== undefined && figure.range[0] > figure.range[1])
        issue('range', 'must be ordered, low before high, as [900, 1400]')
      const derived = figure.status === 'derived'
      if (derived && (figure.formula === undefined || figure.inputs === undefined))
        issue('formula', 'a derived figure names its formula and inputs')
      if (!derived && figure.passage === undefined) issue('passage', 'only a derived figure may be without a passage')
      if (figure.via?.includes(figure.by) === true) issue('via', 'names its maker among those who passed it on')
      for (const [index, { via }] of (figure.records ?? []).entries())
        if (via?.includes(figure.by) === true)
          issue(['records', index, 'via'], 'names its maker among those who passed it on')
    }),
)

export type Figure = z.infer<typeof figureSchema>

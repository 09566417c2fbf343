import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { passageSchema } from './passage'

/** How the maker of a figure hedges it. */
const qualifierSchema = z.enum(['exactly', 'about', 'nearly', 'more-than', 'at-least', 'up-to', 'estimated'])

/** How sure a figure is: who stands behind it, not whether we like it. */
const figureStatusSchema = z.enum(['official', 'claimed', 'unverified', 'measured', 'derived'])

/** One number of the case, by one maker: two makers of one number are two figures of one question. */
export const figureSchema = z
  .strictObject({
    id: recordIdSchema,
    question: recordIdSchema,
    value: z.number().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    unit: z.string().max(24),
    qualifier: qualifierSchema,
    /** What is counted, in our words, such that "about 220,000 people" can be followed by it. */
    counts: wordsSchema,
    asOf: edtfSchema,
    /**
     * Whose date `asOf` is where nothing says when the number holds: that of the document that has it or, where the
     * document has none either, that of the case. Without it, a record says so.
     */
    asOfBasis: z.enum(['record', 'publication', 'case']).optional(),
    maker: recordIdSchema,
    /** By way of whom the maker's number reached the source. */
    via: recordIdSchema.optional(),
    status: figureStatusSchema,
    passage: passageSchema.optional(),
    about: z.array(placeIdSchema),
    event: recordIdSchema.optional(),
    formula: wordsSchema.optional(),
    inputs: z.array(recordIdSchema).optional(),
    note: wordsSchema.optional(),
  })
  .superRefine((figure, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if ((figure.value === undefined) === (figure.range === undefined))
      issue('value', 'must have a value or a range, and not both')
    if (figure.range !== undefined && figure.range[0] > figure.range[1])
      issue('range', 'must be ordered, low before high')
    const derived = figure.status === 'derived'
    if (derived && (figure.formula === undefined || figure.inputs === undefined))
      issue('formula', 'a derived figure names its formula and inputs')
    if (!derived && figure.passage === undefined) issue('passage', 'only a derived figure may be without a passage')
  })

export type Figure = z.infer<typeof figureSchema>

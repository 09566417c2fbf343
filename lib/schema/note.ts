import { z } from 'zod'
import { positionSchema } from './geometry'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'
import { noteSides } from './plain-values'

/** A note is a line or two, not a text. */
const shortWords = wordsSchema.max(120)

/**
 * A note on the map: a figure with its words, or the name of an area that has no room for it. The case says where it
 * stands best and how much it matters; whether there is room is for the map to find out.
 */
export const noteSchema = z.strictObject({
  id: recordIdSchema,
  place: placeIdSchema.describe('The place that it is about, which a click on it opens.'),
  mark: placeIdSchema
    .optional()
    .describe(
      'The place at whose mark it stands, where that is another: the note has its colour and comes and goes with it.',
    ),
  at: positionSchema.describe('The point beside which it stands: [longitude, latitude].'),
  side: z.enum(noteSides).describe('On which side of the point it stands, if there is room there.'),
  rank: z
    .int()
    .min(1)
    .max(9)
    .describe('How much it matters, 1 the most: where two have no room, the lesser gives way.'),
  figure: recordIdSchema
    .optional()
    .describe('The figure that it gives, with its hedge, its days and who says so. Without one it is a name.'),
  words: shortWords.optional().describe('What stands behind the number: “into”.'),
  strong: shortWords.optional().describe('What ends the first line and stands out; without it, the place’s name.'),
  also: z
    .strictObject({ figure: recordIdSchema.optional(), words: shortWords })
    .optional()
    .describe('A last line: another figure with what it is of, “left again”, or words alone.'),
})

export type Note = z.infer<typeof noteSchema>

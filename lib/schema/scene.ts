import { z } from 'zod'
import { edtfSchema, windowSchema } from './edtf-date'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'

/**
 * A saved view for a tour or a wall: a headline, words, and at most one figure or chart with at most one quotation.
 * Longitude and latitude in degrees, dwell in seconds.
 */
export const sceneSchema = z
  .strictObject({
    id: recordIdSchema,
    title: wordsSchema,
    words: wordsSchema,
    when: edtfSchema.optional().describe('When and where it is about: the line over the headline.'),
    where: wordsSchema.optional(),
    camera: z.strictObject({
      center: z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]),
      zoom: z.number().min(0).max(12),
    }),
    thread: recordIdSchema.optional().describe('The thread of the story that it belongs to.'),
    layers: z.array(recordIdSchema),
    time: z
      .strictObject({ window: windowSchema, play: z.literal(true).optional() })
      .optional()
      .describe(
        'The window of time that is shown; with `play` it opens from its start to its end while the scene is on.',
      ),
    focus: placeIdSchema.optional(),
    quotation: recordIdSchema.optional(),
    figure: recordIdSchema.optional(),
    chart: recordIdSchema.optional(),
    sources: z
      .array(recordIdSchema)
      .optional()
      .describe('Sources of what `words` says, beside those of the figure, the chart and the quotation.'),
    notes: wordsSchema.optional().describe('For the presenter only.'),
    dwellSeconds: z.number().min(3).max(600),
  })
  .superRefine(({ figure, chart }, context) => {
    if (figure !== undefined && chart !== undefined)
      context.addIssue({ code: 'custom', path: ['chart'], message: 'a scene shows a figure or a chart, not both' })
  })

export type Scene = z.infer<typeof sceneSchema>

import { z } from 'zod'
import { placeIdSchema, recordIdSchema, wordsSchema } from './identifier'

/** A saved view for a tour or a wall. Longitude and latitude in degrees, dwell in seconds. */
export const sceneSchema = z.strictObject({
  id: recordIdSchema,
  title: wordsSchema,
  words: wordsSchema,
  camera: z.strictObject({
    center: z.tuple([z.number().min(-180).max(180), z.number().min(-85).max(85)]),
    zoom: z.number().min(0).max(12),
  }),
  layers: z.array(recordIdSchema),
  focus: placeIdSchema.optional(),
  quotation: recordIdSchema.optional(),
  figure: recordIdSchema.optional(),
  dwellSeconds: z.number().min(3).max(600),
})

export type Scene = z.infer<typeof sceneSchema>

import { z } from 'zod'
import { wordsSchema } from './identifier'
import { areaPatterns, MOST_BOUNDS, MOST_CATEGORIES } from './plain-marks'
import { hues, symbolNamePattern } from './plain-values'

/** A symbol by its name in Maki, Temaki or our own. */
export const symbolNameSchema = z
  .string()
  .regex(symbolNamePattern, 'must be the name of a symbol, as “harbor” or “speech-bubble”')

/** The name of one of a place's `fields`. */
const fieldNameSchema = z.string().min(1).max(64)

/** Looks by what a field of a place says; what says anything else, or nothing, has the layer's own look. */
export const categoriesSchema = z.strictObject({
  property: fieldNameSchema,
  values: z
    .array(
      z.strictObject({
        value: z.union([z.string().max(1000), z.number(), z.boolean()]),
        name: wordsSchema.describe('What the legend calls it.'),
        hue: z.enum(hues).optional(),
        pattern: z.enum(areaPatterns).optional(),
        symbol: symbolNameSchema.optional(),
      }),
    )
    .min(1)
    .max(MOST_CATEGORIES, `more than ${MOST_CATEGORIES} cannot be told apart: leave the rare ones to “other”`)
    .refine((values) => new Set(values.map(({ value }) => String(value))).size === values.length, {
      error: 'two categories have the same value',
    }),
})

/**
 * Steps of the layer's hue, light to full, by a number: of a field, or of the figure that sizes the place. Of hexagons, by the
 * sum of a field, or by how many places lie in each.
 */
export const rampSchema = z.strictObject({
  property: fieldNameSchema
    .optional()
    .describe('Without it, the figure of `sizedBy`; of hexagons and units, how many places lie in each.'),
  steps: z
    .array(z.number())
    .min(1)
    .max(MOST_BOUNDS, `more than ${MOST_BOUNDS} numbers make more steps than can be told apart`)
    .refine((steps) => steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? step)), {
      error: 'the numbers must rise',
    })
    .describe('The numbers between the steps: a step begins with its number, the lowest lies below them all.'),
  unit: wordsSchema.optional(),
})

/** A size by a field of a place: a number that is not below zero. */
export const propertySizeSchema = z.strictObject({
  by: z.literal('property'),
  property: fieldNameSchema,
  unit: wordsSchema.optional(),
})

export type Ramp = z.infer<typeof rampSchema>

import { z } from 'zod'
import { placeIdSchema, wordsSchema } from './identifier'

const populationSchema = z.strictObject({
  values: z
    .record(placeIdSchema, z.number().positive())
    .describe('People by the code of the unit, ISO 3166-1 (`DE`) or 3166-2 (`DE-BY`).'),
  source: wordsSchema.describe('Who has counted them, and as of when.'),
})

/** The units that a choropleth counts by, and what each number is divided by. */
export const unitsSchema = z
  .strictObject({
    by: z
      .enum(['region', 'country'])
      .optional()
      .describe('Without it by regions: the parts of countries, as states, oblasts or governorates.'),
    per: z
      .enum(['area', 'population'])
      .optional()
      .describe('`area`: per 1,000 km²; `population`: per 100,000 people; without it, the plain number.'),
    population: populationSchema
      .optional()
      .describe('How many people live in each unit. One without a number is hatched.'),
  })
  .superRefine(({ per, population }, { addIssue }) => {
    const wrong = (message: string) => addIssue({ code: 'custom', path: ['population'], message })
    if (per === 'population' && population === undefined) wrong('is missing: “per” asks for it')
    if (per !== 'population' && population !== undefined) wrong('goes with “per”: “population” alone')
  })

export type UnitsDesign = z.infer<typeof unitsSchema>

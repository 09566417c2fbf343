import { z } from 'zod'
import { MAX_FIELD_NAME } from './fields'
import { hues } from './hue'
import { recordIdSchema, wordsSchema } from './identifier'

/** What a layer's places are drawn as. */
const marks = ['area', 'line', 'flow', 'circle', 'rings', 'symbol', 'name'] as const
export type Mark = (typeof marks)[number]

const areaPatterns = ['fill', 'hatch-45', 'hatch-135', 'outline'] as const
const linePatterns = ['solid', 'dashed', 'double'] as const
const patterns = [...areaPatterns, ...linePatterns] as const
type Pattern = (typeof patterns)[number]

/** The patterns that a mark can have; the first is the one it has where none is named. */
const patternsOf: Partial<Record<Mark, readonly Pattern[]>> = { area: areaPatterns, line: linePatterns }

/** What holds for every place of a layer that does not say otherwise itself; a source of it is named like a place's. */
const forAllSchema = z.strictObject({
  kind: wordsSchema.optional(),
  basis: wordsSchema.optional(),
  accuracyKm: z.number().nonnegative().max(500).nullable().optional(),
  sources: z.array(recordIdSchema).min(1).optional(),
})

const propertyName = z.string().min(1).max(MAX_FIELD_NAME)

/** A property of the places that panels, lists and exports show, and how. */
const fieldSchema = z.strictObject({
  property: propertyName,
  label: wordsSchema,
  unit: z.string().trim().min(1).max(64).optional(),
  /** Without it, numbers are written as numbers and all else as text. */
  format: z.enum(['text', 'number', 'date', 'link']).optional(),
})

export type LayerField = z.infer<typeof fieldSchema>

/** The properties that say when, in EDTF: of what happened its date, of what lasted its first and its last. */
const timeSchema = z.union([
  z.strictObject({ property: propertyName }),
  z.strictObject({ start: propertyName, end: propertyName }),
])

export type LayerTime = z.infer<typeof timeSchema>

/** More would be a table rather than a panel. */
const MAX_LISTED_FIELDS = 30

/** Id of a layer: the name of its file, `layers/<id>.geojson`. */
export type LayerId = string

/** How one layer of a case is called and drawn. */
export const layerSchema = z
  .strictObject({
    id: recordIdSchema,
    name: wordsSchema,
    key: wordsSchema.optional().describe('What its marks say, as the legend tells it: a sentence or two.'),
    mark: z.enum(marks),
    hue: z.enum(hues),
    pattern: z.enum(patterns).optional().describe('Of an area its filling, of a line its strokes.'),
    symbol: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-_]{0,63}$/, 'must be the name of a symbol, as “harbor” or “speech-bubble”')
      .optional()
      .describe('A symbol by name: the mark itself, or what stands in for a line or ring that is too small to see.'),
    turn: z
      .literal('across-border')
      .optional()
      .describe('`across-border`: the symbol is turned across the border that it stands at.'),
    size: z
      .literal('length')
      .optional()
      .describe('`length`: a line is drawn from its start for as long as its figure says.'),
    thread: recordIdSchema.optional().describe('The thread of the story that it belongs to.'),
    labelFromZoom: z.number().min(0).max(22).optional().describe('From this zoom on its names are written.'),
    formerIds: z.array(recordIdSchema).optional().describe('Ids that it had, by which older links and scenes name it.'),
    all: forAllSchema
      .optional()
      .describe('What holds for every place of it that does not say otherwise itself: kind, basis, accuracy, sources.'),
    fields: z
      .array(fieldSchema)
      .min(1)
      .max(MAX_LISTED_FIELDS)
      .optional()
      .describe('Which of its places’ own properties are shown, in this order; without it, all that each has.'),
    time: timeSchema
      .optional()
      .describe(
        'The properties that say when, in EDTF; without it `since` and `until` do, and of a place that has neither its `date`, where that is one.',
      ),
    shown: z.literal(false).optional().describe('It is off when the case is opened.'),
    context: z
      .literal(true)
      .optional()
      .describe('It only locates: what stands on another layer too takes that one’s colour.'),
  })
  .superRefine(({ mark, pattern, size, symbol, turn, fields = [] }, { addIssue }) => {
    const known = patternsOf[mark] ?? []
    const wrong = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    if (pattern !== undefined && !known.includes(pattern))
      wrong('pattern', known.length === 0 ? `the mark “${mark}” has no pattern` : `must be one of ${known.join(', ')}`)
    if (size !== undefined && mark !== 'line') wrong('size', 'only a line is drawn as long as its figure says')
    if (mark === 'symbol' && symbol === undefined) wrong('symbol', 'is missing: the mark “symbol” needs one by name')
    if (turn !== undefined && mark !== 'symbol') wrong('turn', 'only a symbol is turned')
    const twice = fields.find(({ property }, index) => fields.findIndex((each) => each.property === property) < index)
    if (twice !== undefined) wrong('fields', `lists “${twice.property}” twice`)
  })

export type LayerDesign = z.infer<typeof layerSchema>

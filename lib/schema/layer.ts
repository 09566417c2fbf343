import { z } from 'zod'
import { feedSchema } from './feed'
import { MAX_FIELD_NAME } from './fields'
import { recordIdSchema, wordsSchema } from './identifier'
import { categoriesSchema, propertySizeSchema, rampSchema, symbolNameSchema } from './layer-values'
import { pictureSchema } from './picture'
import { areaPatterns, marks, marksByKey, patterns, patternsOf, sizedByField, tileKindOf } from './plain-marks'
import { hues } from './plain-values'
import { tileSourceSchema } from './tiles'
import { unitsSchema } from './units'

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

const designSchema = z.strictObject({
  id: recordIdSchema,
  name: wordsSchema,
  key: wordsSchema.optional().describe('What its marks say, as the legend tells it: a sentence or two.'),
  mark: z.enum(marks),
  hue: z.enum(hues),
  pattern: z.enum(patterns).optional().describe('Of an area its filling, of a line its strokes.'),
  symbol: symbolNameSchema
    .optional()
    .describe('A symbol by name: the mark itself, or what stands in for a line or ring that is too small to see.'),
  turn: z
    .literal('across-border')
    .optional()
    .describe('`across-border`: the symbol is turned across the border that it stands at.'),
  size: z
    .union([z.literal('length'), propertySizeSchema])
    .optional()
    .describe(
      '`length`: a line is drawn from its start for as long as its figure says; else by a number of each place’s fields.',
    ),
  categories: categoriesSchema.optional().describe('Looks by what a field of each place says.'),
  ramp: rampSchema.optional().describe('Steps of the hue by a number.'),
  cellKm: z
    .number()
    .min(1)
    .max(1000)
    .optional()
    .describe('How far it is across a hexagon, km: all of a layer cover the same ground.'),
  units: unitsSchema.optional().describe('What a choropleth counts by: regions or countries.'),
  ends: z
    .strictObject({ from: wordsSchema, to: wordsSchema, undivided: wordsSchema.optional() })
    .optional()
    .describe(
      'What the two ends of a flow mean: where it begins and where its head stands; and, where one number is of several flows, that nobody says how it is split.',
    ),
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
  source: tileSourceSchema
    .optional()
    .describe(
      'Its places are on tiles that `npm run case -- tile` has made, rather than in a file of `layers`: an archive in the case’s folder, or an address that the server’s operator allows.',
    ),
  feed: feedSchema
    .optional()
    .describe(
      'Its places come from an address that the server fetches (GeoJSON, CSV, RSS or Atom with GeoRSS, CAP, and what else can be brought in), rather than from a file of `layers`.',
    ),
  picture: pictureSchema
    .optional()
    .describe(
      'It is one picture of a part of the earth, as from a satellite or of a scanned map, in a file beside the case: whose it is and how it was placed stands under “all”.',
    ),
  shown: z.literal(false).optional().describe('It is off when the case is opened.'),
  context: z
    .literal(true)
    .optional()
    .describe('It only locates: what stands on another layer too takes that one’s colour.'),
})

export type LayerDesign = z.infer<typeof designSchema>

type Wrong = (path: (string | number)[], message: string) => void

function list(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ')
}

function isGathering({ mark }: LayerDesign): boolean {
  return mark === 'hexagon' || mark === 'choropleth'
}

/** What does not go with the layer's mark, and which marks it goes with. */
function checkMark(layer: LayerDesign, wrong: Wrong): void {
  const { mark, pattern, size, symbol } = layer
  const known = patternsOf[mark] ?? []
  if (pattern !== undefined && !known.includes(pattern))
    wrong(
      ['pattern'],
      known.length === 0
        ? `the mark “${mark}” has no pattern: “area” and “line” have`
        : `must be one of ${known.join(', ')}`,
    )
  if (mark === 'symbol' && symbol === undefined) wrong(['symbol'], 'is missing: the mark “symbol” needs one by name')
  for (const [key, goesWith] of marksByKey)
    if (layer[key] !== undefined && !goesWith.includes(mark) && !(key === 'source' && isGathering(layer)))
      wrong([key], `the mark “${mark}” has none: it goes with ${list(goesWith)}`)
  if (size === 'length' && mark !== 'line') wrong(['size'], 'only a line is drawn as long as its figure says')
  if (typeof size === 'object' && !sizedByField.includes(mark))
    wrong(['size'], `the mark “${mark}” is not sized by a property: ${list(sizedByField)} are`)
}

/** A ramp is a filling of its own, which neither a pattern nor another colour may change. */
function checkRamp({ ramp, pattern, categories }: LayerDesign, wrong: Wrong): void {
  if (ramp === undefined) return
  if (categories !== undefined) wrong(['ramp'], 'goes without categories: both say how an area is filled')
  if (pattern !== undefined && pattern !== 'fill') wrong(['pattern'], 'must be “fill” where there is a ramp')
}

/** Hexagons and units are filled by how much lies in them. */
function checkGathering(layer: LayerDesign, wrong: Wrong): void {
  if (!isGathering(layer)) return
  const { mark, cellKm, ramp } = layer
  if (mark === 'hexagon' && cellKm === undefined)
    wrong(['cellKm'], 'is missing: the mark “hexagon” needs to be told how wide they are')
  if (ramp === undefined) wrong(['ramp'], `is missing: the mark “${mark}” needs steps to be filled by`)
}

/** A property is listed once: with two labels nobody could tell which is meant. */
function checkFields({ fields = [] }: LayerDesign, wrong: Wrong): void {
  const names = fields.map(({ property }) => property)
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined) wrong(['fields'], `lists “${twice}” twice`)
}

/** Tiles are made once, of a file. */
function checkFeed({ feed, source }: LayerDesign, wrong: Wrong): void {
  if (feed !== undefined && source !== undefined)
    wrong(['feed'], 'goes without “source”: its places are on tiles, or are fetched, but not both')
}

/** What tiles do not carry, and what can be made of no tiles. */
function checkTiles(layer: LayerDesign, wrong: Wrong): void {
  const { source, mark, size, ramp } = layer
  if (source === undefined) return
  if (isGathering(layer))
    wrong(
      ['source'],
      `the mark “${mark}” counts places of the case itself, and these are on tiles: use “cluster” or “density”, or bring up to 200,000 of them with “import”`,
    )
  const kind = tileKindOf(mark)
  if (kind === 'point') return
  for (const [key, value] of Object.entries({ size, ramp }))
    if (value !== undefined) wrong([key], `goes without “source”: the tiles of ${kind}s do not have the numbers for it`)
}

/** What a picture needs to be told of it, since it has no file of places that could say so. */
function checkPicture(layer: LayerDesign, wrong: Wrong): void {
  if (layer.mark !== 'picture') return
  if (layer.picture === undefined) wrong(['picture'], 'is missing: the mark “picture” needs a file, and where it lies')
  for (const key of ['kind', 'basis', 'sources'] as const)
    if (layer.all?.[key] === undefined) wrong(['all', key], 'is missing: nothing else says it of a picture')
  for (const key of ['feed', 'fields', 'time'] as const)
    if (layer[key] !== undefined) wrong([key], 'goes without the mark “picture”, which has no places of its own')
}

/** Every category must differ by its look from the others and from what is in none of them. */
function checkCategories({ mark, hue, pattern, symbol, categories }: LayerDesign, wrong: Wrong): void {
  const looks = new Map([[[hue, pattern ?? areaPatterns[0], symbol].join(), 'all others']])
  for (const [index, value] of (categories?.values ?? []).entries()) {
    const path = ['categories', 'values', index]
    if (value.pattern !== undefined && mark !== 'area') wrong([...path, 'pattern'], 'only an area has one')
    if (value.symbol !== undefined && mark !== 'symbol') wrong([...path, 'symbol'], 'only the mark “symbol” has one')
    const look = [value.hue ?? hue, value.pattern ?? pattern ?? areaPatterns[0], value.symbol ?? symbol].join()
    const same = looks.get(look)
    if (same !== undefined)
      wrong(path, `“${value.name}” looks like ${same}: give it a hue, pattern or symbol of its own`)
    looks.set(look, `“${value.name}”`)
  }
}

/** How one layer of a case is called and drawn. */
export const layerSchema = designSchema.superRefine((layer, { addIssue }) => {
  const wrong: Wrong = (path, message) => addIssue({ code: 'custom', path, message })
  checkMark(layer, wrong)
  checkRamp(layer, wrong)
  checkGathering(layer, wrong)
  checkCategories(layer, wrong)
  checkFields(layer, wrong)
  checkFeed(layer, wrong)
  checkTiles(layer, wrong)
  checkPicture(layer, wrong)
})

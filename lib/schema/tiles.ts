import { z } from 'zod'

/** Units of time that a layer's tiles can be counted by, from the finest. */
const binUnits = ['day', 'week', 'month', 'quarter', 'year', 'decade'] as const

/** More bins would make far tiles large: each of their circles has a number for each. */
export const MOST_BINS = 100

/** The categories that a layer can have, and what is in none of them. */
export const MOST_TILE_CATEGORIES = 7

/** What tiles are made of, beside points: as their layer's mark draws them. */
const tileShapes = ['line', 'area'] as const
export type TileKind = 'point' | (typeof tileShapes)[number]

const timeBinsSchema = z.strictObject({
  unit: z.enum(binUnits),
  first: z.iso.date().describe('The day on which the first begins.'),
  count: z.number().int().min(1).max(MOST_BINS),
})

/** Equal bins of time, one after the other without a gap. */
export type TimeBins = z.infer<typeof timeBinsSchema>

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
const whole = z.number().int().nonnegative()
const perCategory = z.array(z.array(whole).max(MOST_BINS)).max(MOST_TILE_CATEGORIES)

/**
 * What `npm run case -- tile` tells of an archive of tiles, in `tiles/<layer-id>.json` beside it: how many there are, by
 * category and by bin of time. What a legend says is counted from this, without a tile.
 */
export const tilesSchema = z
  .strictObject({
    version: z.string().regex(/^[0-9a-f]{12}$/, 'must be 12 hex digits'),
    count: whole,
    bounds: z.tuple([longitude, latitude, longitude, latitude]).describe('West, south, east, north, in degrees.'),
    maxZoom: z.number().int().min(0).max(16),
    shapes: z.enum(tileShapes).optional().describe('What they are made of; without it, of points.'),
    property: z.string().min(1).max(64).optional().describe('The property whose values are the categories.'),
    counts: z.array(whole).min(1).max(MOST_TILE_CATEGORIES).describe('By category; the last is what is in none.'),
    time: timeBinsSchema.optional(),
    started: perCategory.optional().describe('How many begin in each bin, by category.'),
    ended: perCategory.optional().describe('How many end in each, where something lasts longer than its bin.'),
  })
  .superRefine(({ count, counts, time, started, ended }, { addIssue }) => {
    const wrong = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    if (counts.reduce((sum, each) => sum + each, 0) !== count) wrong('counts', 'must come to “count”')
    for (const [name, table] of [
      ['started', started],
      ['ended', ended],
    ] as const) {
      if (table === undefined) continue
      if (table.length !== counts.length || table.some((bins) => bins.length !== time?.count))
        wrong(name, 'must have a list for each category, with a number for each bin')
    }
    if (time !== undefined && started === undefined) wrong('started', 'is missing, though there are bins of time')
  })

export type Tiles = z.infer<typeof tilesSchema>

/** What a layer names as its source where its points are in the database of `CASEBOARD_DATABASE_URL`. */
export const DATABASE = 'database'

/**
 * Where a layer's tiles are: an archive in the case's folder, or at an address; or the address of each tile; or the
 * database of the server.
 */
export const tileSourceSchema = z.union(
  [
    z.literal(DATABASE),
    z.string().regex(/^tiles\/[a-z0-9]+(?:-[a-z0-9]+)*\.pmtiles$/),
    z.string().regex(/^https?:\/\/[^\s{}?#]+\.pmtiles$/),
    z.string().regex(/^https?:\/\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})\S+$/),
  ],
  {
    error:
      'must be an archive in the case’s folder, as “tiles/incidents.pmtiles”, the address of one that ends in .pmtiles, an address of tiles with {z}, {x} and {y}, or “database”',
  },
)

import { z } from 'zod'
import { edtfSchema } from './edtf-date'
import { type LngLat, positionSchema } from './geometry'
import { type Corners, cornersOf } from './plain-values'

/** What a picture's file may be called; what it is, its bytes say. */
const PICTURE_FILE = /^layers\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:png|jpe?g|webp|pmtiles)$/

/** The kinds of picture that every browser draws and that hold no script, as HTTP names them. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

/** Where Web Mercator ends, degrees north and south. */
const LAST_LATITUDE = 85.05
/** How far the corners may be from those of a parallelogram, of its diagonal: as far as nobody measures them. */
const ASKEW = 0.02

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)

/** A position as the map draws it, y growing southward; both in units of the same length. */
function onMap([lng, lat]: LngLat): [x: number, y: number] {
  return [(lng * Math.PI) / 180, -Math.asinh(Math.tan((lat * Math.PI) / 180))]
}

/** Whether a file is called like an archive of tiles, of which a picture may be made too. */
export function isArchiveName(name: string): boolean {
  return /\.pmtiles$/i.test(name)
}

/** Why a picture cannot be drawn between these corners; null where it can. */
export function whyImpossible(corners: Corners): string | null {
  if (corners.some(([west]) => corners.some(([east]) => east - west > 180)))
    return 'may be no more than 180° wide, and not over the antimeridian'
  if (corners.some(([, lat]) => Math.abs(lat) > LAST_LATITUDE)) return `the map ends at latitude ${LAST_LATITUDE}`
  const [[ax, ay], [bx, by], [cx, cy], [dx, dy]] = [
    onMap(corners[0]),
    onMap(corners[1]),
    onMap(corners[2]),
    onMap(corners[3]),
  ]
  // Positive where going from one to the next turns right, as it does around a picture that is not seen in a mirror.
  if ((bx - ax) * (cy - by) - (by - ay) * (cx - bx) <= 0)
    return 'must be the upper left, upper right, lower right and lower left corner of the picture, in this order'
  if (Math.hypot(ax + cx - bx - dx, ay + cy - by - dy) > ASKEW * Math.hypot(cx - ax, cy - ay))
    return 'are no parallelogram on the map: bring the picture into Web Mercator (EPSG:3857) first, as with gdalwarp'
  return null
}

/** One picture of a part of the earth, beside the case, whole or as tiles: which file, where it lies, and when it was taken or drawn. */
export const pictureSchema = z
  .strictObject({
    file: z
      .string()
      .regex(PICTURE_FILE, 'must be a PNG, JPEG, WebP or PMTiles in the folder “layers”, as “layers/flood.webp”'),
    bounds: z
      .tuple([longitude, latitude, longitude, latitude])
      .optional()
      .describe(
        '[west, south, east, north] of its edges, in degrees. Of tiles, what is shown of them; without it, all.',
      ),
    corners: z
      .tuple([positionSchema, positionSchema, positionSchema, positionSchema])
      .optional()
      .describe(
        'Instead of bounds, of a picture that is turned: its upper left, upper right, lower right and lower left corner.',
      ),
    opacity: z.number().min(0.1).max(1).optional().describe('How far it covers the ground; without it, wholly.'),
    date: edtfSchema
      .optional()
      .describe('When it was taken, or for when it was drawn: outside of that it is not on the map.'),
  })
  .superRefine(({ file, bounds, corners }, { addIssue }) => {
    const wrong = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message })
    const isTiles = isArchiveName(file)
    if (isTiles && corners !== undefined) wrong('corners', 'tiles are not turned: give “bounds”, or neither')
    else if (!isTiles && (bounds === undefined) === (corners === undefined))
      wrong(bounds === undefined ? 'bounds' : 'corners', 'a picture has either bounds or corners, and one of them')
    if (bounds !== undefined && !(bounds[0] < bounds[2] && bounds[1] < bounds[3]))
      wrong('bounds', 'must be [west, south, east, north], west below east and south below north')
    else if (bounds !== undefined || corners !== undefined) {
      const impossible = whyImpossible(cornersOf({ bounds, corners }))
      if (impossible !== null) wrong(corners === undefined ? 'bounds' : 'corners', impossible)
    }
  })

export type Picture = z.infer<typeof pictureSchema>

/** What an archive of tiles says of them: their zooms, the side of one in px, and `[west, south, east, north]` in degrees. */
const pictureTilesSchema = z.strictObject({
  minZoom: z.int().min(0),
  maxZoom: z.int().min(0),
  side: z.int().min(1),
  bounds: z.tuple([longitude, latitude, longitude, latitude]),
})

/** What is known of the file itself: what its bytes, or those of its first tile, are, and a short hash of exactly these. */
export const pictureFileSchema = z.strictObject({
  type: z.enum(pictureTypes),
  version: z.string().regex(/^[0-9a-f]{12}$/),
  tiles: pictureTilesSchema.optional().describe('Where it is an archive of tiles.'),
})

export type PictureFile = z.infer<typeof pictureFileSchema>

/** Whether a file of a case's folder is called like a picture, or like an archive of one's tiles, and so is no text. */
export function isPictureName(name: string): boolean {
  return /^layers\/.*\.(?:png|jpe?g|webp)$/i.test(name) || isArchiveName(name)
}

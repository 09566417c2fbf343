import sharp, { type OverlayOptions } from 'sharp'
import { keepLatest } from '@/lib/derive/once'
import type { Bounds, Frame } from '@/lib/geo/camera-to-bounds'
import { clamp } from '@/lib/geo/clamp'
import { fitMercator, projectMercator, unprojectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import type { Picture, PictureFile } from '@/lib/schema/picture'
import { pictureCorners } from '@/lib/schema/plain-values'
import { noteError } from './health'
import { STILL_SIDE, writeStill } from './picture-file'
import { readPictureTile } from './picture-tiles'
import type { PictureCut } from './svg-path'

/** A map of which a part of a picture is cut. */
type CutMap = Frame & { bounds: Bounds }

/** A part of Mercator's unit square. */
interface Part {
  left: number
  top: number
  right: number
  bottom: number
}

/** Pixels of a picture to a px of a still map: these are taken at twice their size too. */
const DENSITY = 2

/** What a still map shows of Mercator's square, and how many px wide it draws all of that. */
function shownPart({ bounds, width, height }: CutMap): Part & { worldPx: number } {
  const project = fitMercator(bounds, width, height)
  const [[left, top], [right, bottom]] = [project([-180, 85.051129]), project([180, -85.051129])]
  const worldPx = right - left
  const unit = (px: number, from: number, all: number) => (px - from) / all
  return {
    left: unit(0, left, worldPx),
    right: unit(width, left, worldPx),
    top: unit(0, top, bottom - top),
    bottom: unit(height, top, bottom - top),
    worldPx,
  }
}

/** What a map shows of a picture, on whichever side of the antimeridian it draws it; null for nothing. */
function overlap(own: Part, shown: Part): Part | null {
  const columns = [-1, 0, 1].flatMap((turn) => {
    const [left, right] = [Math.max(own.left, shown.left + turn), Math.min(own.right, shown.right + turn)]
    return left < right ? [{ left, right }] : []
  })
  const [top, bottom] = [Math.max(own.top, shown.top), Math.min(own.bottom, shown.bottom)]
  const [first, last] = [columns[0], columns.at(-1)]
  return first && last && top < bottom ? { left: first.left, right: last.right, top, bottom } : null
}

/** Columns and rows of the tiles under a part, the last ones included. */
function tilesUnder({ left, top, right, bottom }: Part, z: number) {
  const at = (unit: number, isEnd: boolean) =>
    clamp(isEnd ? Math.ceil(unit * 2 ** z) - 1 : Math.floor(unit * 2 ** z), 0, 2 ** z - 1)
  return { left: at(left, false), top: at(top, false), right: at(right, true), bottom: at(bottom, true) }
}

/** The zoom whose tiles are as fine as the map is, or the nearest to it of which no more are needed than may be; null where even the farthest are too many. */
function zoomFor(
  part: Part,
  worldPx: number,
  { minZoom, maxZoom, side }: NonNullable<PictureFile['tiles']>,
): number | null {
  const isTooMuch = (z: number) => {
    const { left, top, right, bottom } = tilesUnder(part, z)
    const [columns, rows] = [right - left + 1, bottom - top + 1]
    return columns * rows > limits.pictureTiles.stillTiles || Math.max(columns, rows) * side > 2 * STILL_SIDE.opaque
  }
  let z = clamp(Math.ceil(Math.log2((worldPx * DENSITY) / side)), minZoom, maxZoom)
  while (z > minZoom && isTooMuch(z)) z -= 1
  return isTooMuch(z) ? null : z
}

/** Reads a tile's pixels, RGBA; where there is none, those of a farther one, stretched. Null where there is none of these either. */
type ReadPixels = (z: number, x: number, y: number) => Promise<Buffer | null>

function pixelReader(caseId: string, { file }: Picture, { version, tiles }: PictureFile): ReadPixels {
  const { minZoom = 0, side = 0 } = tiles ?? {}
  const timeout = { seconds: limits.drawing.ms / 1000 }
  return async (z, x, y) => {
    for (let up = 0; z - up >= minZoom; up += 1) {
      const tile = await readPictureTile(caseId, file, version, [z - up, x >> up, y >> up])
      if (tile === null || 'reason' in tile) continue
      const whole = await sharp(tile.bytes, { limitInputPixels: limits.pictureTiles.side ** 2 })
        .ensureAlpha()
        .resize(side, side, { fit: 'fill' })
        .toColourspace('srgb')
        .timeout(timeout)
        .raw()
        .toBuffer()
      const part = side >> up
      if (up === 0 || part < 1) return part < 1 ? null : whole
      const [left, top] = [(x & (2 ** up - 1)) * part, (y & (2 ** up - 1)) * part]
      return sharp(whole, { raw: { width: side, height: side, channels: 4 } })
        .extract({ left, top, width: part, height: part })
        .resize(side, side)
        .raw()
        .toBuffer()
    }
    return null
  }
}

/** Puts the tiles under a part together, and cuts it out, to whole pixels. */
async function putTogether(read: ReadPixels, part: Part, z: number, side: number): Promise<Omit<PictureCut, 'bounds'>> {
  const under = tilesUnder(part, z)
  const [width, height] = [(under.right - under.left + 1) * side, (under.bottom - under.top + 1) * side]
  const laid: OverlayOptions[] = []
  for (let x = under.left; x <= under.right; x += 1)
    for (let y = under.top; y <= under.bottom; y += 1) {
      // One that is damaged leaves a hole, through which the ground is seen.
      const input = await read(z, x, y).catch((error: unknown) => {
        noteError(`The tile ${z}/${x}/${y} of a picture cannot be drawn`, error)
        return null
      })
      const raw = { width: side, height: side, channels: 4 as const }
      if (input !== null) laid.push({ input, raw, left: (x - under.left) * side, top: (y - under.top) * side })
    }
  const background = { r: 0, g: 0, b: 0, alpha: 0 }
  const pixels = await sharp({ create: { width, height, channels: 4, background } })
    .composite(laid)
    .raw()
    .toBuffer()
  const worldPx = side * 2 ** z
  const inPx = (unit: number, from: number, most: number) => clamp(Math.round(unit * worldPx) - from * side, 0, most)
  const left = Math.min(width - 1, inPx(part.left, under.left, width))
  const top = Math.min(height - 1, inPx(part.top, under.top, height))
  const right = Math.max(left + 1, inPx(part.right, under.left, width))
  const bottom = Math.max(top + 1, inPx(part.bottom, under.top, height))
  const cut = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .extract({ left, top, width: right - left, height: bottom - top })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const { isOpaque } = await sharp(cut).stats()
  const at = (x: number, y: number) =>
    unprojectMercator([under.left / 2 ** z + x / worldPx, under.top / 2 ** z + y / worldPx])
  return {
    corners: [at(left, top), at(right, top), at(right, bottom), at(left, bottom)],
    pixels: await writeStill(isOpaque ? sharp(cut).removeAlpha() : sharp(cut), !isOpaque),
  }
}

const keepCut = keepLatest<Omit<PictureCut, 'bounds'>>(
  limits.drawing.kept,
  ({ pixels }) => pixels.length,
  limits.picture.keptBytes,
)

/**
 * What still maps show of a picture that is on tiles, of each map that shows any of it: cut from the tiles of the zoom that
 * fits it, as a `data:` address. Throws an Error where it cannot be read now.
 */
export async function cutPicture(
  caseId: string,
  picture: Picture,
  file: PictureFile,
  maps: readonly CutMap[],
): Promise<PictureCut[]> {
  const { tiles, version } = file
  if (tiles === undefined) return []
  const [upperLeft, , lowerRight] = pictureCorners(picture, file)
  const [[left, top], [right, bottom]] = [projectMercator([...upperLeft]), projectMercator([...lowerRight])]
  const read = pixelReader(caseId, picture, file)
  const cuts: PictureCut[] = []
  for (const map of maps) {
    const { worldPx, ...shown } = shownPart(map)
    const part = overlap({ left, top, right, bottom }, shown)
    if (part === null) continue
    const z = zoomFor(part, worldPx, tiles)
    if (z === null) {
      noteError(
        `The picture ${picture.file} of ${caseId} is not on a still map`,
        new Error('its farthest tiles are too many'),
      )
      continue
    }
    const key = JSON.stringify([caseId, picture.file, version, z, part])
    cuts.push({ bounds: map.bounds, ...(await keepCut(key, () => putTogether(read, part, z, tiles.side))) })
  }
  return cuts
}

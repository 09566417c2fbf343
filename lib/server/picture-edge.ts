import sharp from 'sharp'
import { keepLatest } from '@/lib/derive/once'
import { clamp } from '@/lib/geo/clamp'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import type { Picture, PictureFile } from '@/lib/schema/picture'
import { pictureCorners } from '@/lib/schema/plain-values'
import { type PictureTile, readPictureTile } from './picture-tiles'

const keepCut = keepLatest<PictureTile>(
  limits.pictureTiles.keptEdges,
  ({ bytes }) => bytes.length,
  limits.picture.keptBytes,
)

/** Which part of a tile lies within the bounds of its picture, 0 to 1 from its left and its top. */
function partWithin([z, x, y]: readonly [number, number, number], picture: Picture, file: PictureFile) {
  const [upperLeft, , lowerRight] = pictureCorners(picture, file)
  const [[west, north], [east, south]] = [projectMercator([...upperLeft]), projectMercator([...lowerRight])]
  const within = (unit: number, from: number) => clamp(unit * 2 ** z - from, 0, 1)
  return { left: within(west, x), right: within(east, x), top: within(north, y), bottom: within(south, y) }
}

/**
 * A tile as `readPictureTile` has it; one that reaches beyond the bounds that its layer gives is cut off there, since the map
 * draws tiles whole. Null also for one that lies beyond them.
 */
export async function readTileWithin(
  caseId: string,
  picture: Picture,
  file: PictureFile,
  tile: readonly [z: number, x: number, y: number],
): ReturnType<typeof readPictureTile> {
  if (picture.bounds === undefined) return readPictureTile(caseId, picture.file, file.version, tile)
  const { left, right, top, bottom } = partWithin(tile, picture, file)
  if (left >= right || top >= bottom) return null
  const read = await readPictureTile(caseId, picture.file, file.version, tile)
  const isWhole = left === 0 && top === 0 && right === 1 && bottom === 1
  const side = file.tiles?.side ?? 0
  if (isWhole || read === null || 'reason' in read || side === 0) return read
  const key = JSON.stringify([caseId, picture.file, file.version, tile, left, right, top, bottom])
  return keepCut(key, async () => {
    const px = (unit: number) => Math.round(unit * side)
    const [x, y] = [Math.min(px(left), side - 1), Math.min(px(top), side - 1)]
    const [width, height] = [Math.max(1, px(right) - x), Math.max(1, px(bottom) - y)]
    const bytes = await sharp(read.bytes, { limitInputPixels: limits.pictureTiles.side ** 2 })
      .resize(side, side, { fit: 'fill' })
      .ensureAlpha()
      .extract({ left: x, top: y, width, height })
      .extend({
        left: x,
        top: y,
        right: side - x - width,
        bottom: side - y - height,
        background: { r: 0, g: 0, b: 0, alpha: 0 },
      })
      .webp({ quality: 90 })
      .timeout({ seconds: limits.drawing.ms / 1000 })
      .toBuffer()
    return { type: 'image/webp', bytes }
  })
}

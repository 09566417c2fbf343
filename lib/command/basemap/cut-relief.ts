import sharp from 'sharp'

/** Side of a tile, px: the same as the map has for its vector tiles. */
const TILE_PX = 512
const QUALITY = 40

/**
 * Cuts a square picture of the world in Web Mercator, whose side is a power of two times 512 px, into tiles of WebP from
 * zoom 0 to the last in which a pixel of the picture is a pixel of a tile, which it returns.
 */
export async function cutRelief(
  picture: Buffer,
  take: (z: number, x: number, y: number, tile: Buffer) => void,
): Promise<number> {
  const { data, info } = await sharp(picture, { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const last = Math.log2(info.width / TILE_PX)
  if (info.width !== info.height || !Number.isInteger(last)) throw new RangeError('the relief is not such a square')
  const open = { raw: { width: info.width, height: info.height, channels: 3 as const }, limitInputPixels: false }
  for (let z = 0; z <= last; z += 1) {
    const count = 2 ** z
    const side = count * TILE_PX
    const level = await sharp(data, open).resize(side, side).raw().toBuffer()
    for (let tile = 0; tile < count * count; tile += 1) {
      const [x, y] = [tile % count, Math.floor(tile / count)]
      const cut = await sharp(level, { raw: { width: side, height: side, channels: 3 }, limitInputPixels: false })
        .extract({ left: x * TILE_PX, top: y * TILE_PX, width: TILE_PX, height: TILE_PX })
        .webp({ quality: QUALITY, smartSubsample: true })
        .toBuffer()
      take(z, x, y, cut)
    }
  }
  return last
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Compression, type Entry, tileIdToZxy } from 'pmtiles'
import { keepLatest } from '@/lib/derive/once'
import { limits } from '@/lib/limits'
import type { Unread } from '@/lib/schema/parse-records'
import type { PictureFile } from '@/lib/schema/picture'
import type { FoundFile } from './case-bytes'
import { readPictureHead } from './inspect-picture'
import { archiveSource, openTiles } from './read-archive'

/** A tile of a picture by what its bytes are, whatever its archive says; or why it is not shown. */
export function inspectTile(bytes: Buffer): { type: PictureFile['type']; side: number } | Unread {
  const head = readPictureHead(bytes)
  const { side } = limits.pictureTiles
  if (head === null) return { reason: 'is no PNG, JPEG or WebP, whatever the archive says' }
  if (!head.isWhole) return { reason: 'ends too soon' }
  if (head.moves === true) return { reason: 'moves' }
  if (head.width === 0 || head.width !== head.height || head.width > side)
    return {
      reason: `has ${head.width} × ${head.height} pixels: a tile is a square of no more than ${side}`,
    }
  return { type: head.type, side: head.width }
}

/** So many of a list at most, evenly over it, the first and the last among them. */
function spread<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_, at) => list[Math.round((at * (list.length - 1)) / (most - 1))]).flatMap(
    (each) => (each === undefined ? [] : [each]),
  )
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('hex').slice(0, 12)
}

/** Reads what an archive is. Throws an Error with the reason where it cannot be shown. */
async function readPictureTiles(file: string, size: number): Promise<PictureFile> {
  const source = archiveSource(file, size)
  const { archive, header, read } = await openTiles(source, limits.pictureTiles.tileBytes)
  const { minZoom, maxZoom, tileCompression, minLon, minLat, maxLon, maxLat } = header
  if (tileCompression !== Compression.None && tileCompression !== Compression.Unknown)
    throw new Error('its tiles are compressed once more, which pictures are not')
  if (!(minZoom <= maxZoom && maxZoom <= limits.pictureTiles.zoom))
    throw new Error(`its zooms are ${minZoom} to ${maxZoom}: 0 to ${limits.pictureTiles.zoom} are read`)
  const bounds: [number, number, number, number] = [minLon, minLat, maxLon, maxLat]
  if (!(minLon < maxLon && minLat < maxLat && minLon >= -180 && maxLon <= 180 && minLat >= -90 && maxLat <= 90))
    throw new Error(`its bounds are ${bounds.join(', ')}: they must be west, south, east, north`)
  const directory = (offset: number, length: number) => archive.cache.getDirectory(source, offset, length, header)
  /** The tile that an entry is, or the first below it. */
  const firstTile = async (entry: Entry, depth = 0): Promise<[z: number, x: number, y: number]> => {
    if (entry.runLength > 0) return tileIdToZxy(entry.tileId)
    const [first] = depth > 2 ? [] : await directory(header.leafDirectoryOffset + entry.offset, entry.length)
    if (first === undefined) throw new Error('a directory of it is broken')
    return firstTile(first, depth + 1)
  }
  const root = await directory(header.rootDirectoryOffset, header.rootDirectoryLength)
  let known: { type: PictureFile['type']; side: number } | undefined
  for (const entry of spread(root, limits.pictureTiles.inspected)) {
    const [z, x, y] = await firstTile(entry)
    const name = `its tile ${z}/${x}/${y}`
    if (z < minZoom || z > maxZoom) throw new Error(`${name} is not of its zooms, ${minZoom} to ${maxZoom}`)
    const bytes = await read(z, x, y).catch((error: unknown) => {
      throw new Error(`${name} cannot be read: ${error instanceof Error ? error.message : ''}`)
    })
    const told = bytes === null ? { reason: 'is not there' } : inspectTile(bytes)
    if ('reason' in told) throw new Error(`${name} ${told.reason}`)
    known ??= told
  }
  if (known === undefined) throw new Error('it has no tiles')
  return { type: known.type, version: await hashOf(file), tiles: { minZoom, maxZoom, side: known.side, bounds } }
}

/** Archives of late, each as it lay there then: one is read as a whole, and its case anew with each change of any file. */
const keepInspected = keepLatest<PictureFile>(limits.pictureTiles.openArchives)

/**
 * What an archive of tiles is, as of a picture: what its first tile's bytes are, and a hash of the whole file, which is read
 * once; or why it is not shown. Tiles are looked at evenly over it. Never throws.
 */
export async function inspectPictureTiles({ path, about }: FoundFile): Promise<PictureFile | Unread> {
  const { size, mtimeMs, ctimeMs, ino } = about
  try {
    return await keepInspected(JSON.stringify([path, size, mtimeMs, ctimeMs, ino]), () => readPictureTiles(path, size))
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : ''
    return { reason: `the file is no archive of pictures (PMTiles 3) that can be shown: ${why}` }
  }
}

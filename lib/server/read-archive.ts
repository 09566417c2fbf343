import { type FileHandle, open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import {
  Compression,
  findTile,
  type Header,
  PMTiles,
  ResolvedValueCache,
  readVarint,
  type Source,
  zxyToTileId,
} from 'pmtiles'
import { limits } from '@/lib/limits'

/** Parts of an open file. The runtime hands out whole buffers of which a part is asked for, so each part is its own. */
export function fileSource(file: FileHandle, key: string): Source {
  return {
    getKey: () => key,
    getBytes: async (offset, length) => {
      const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, offset)
      return { data: buffer.slice(0, bytesRead).buffer }
    },
  }
}

/** Parts of a file, which is open only while one is read; of what it says of itself nothing beyond its end is asked for. */
export function archiveSource(file: string, size: number): Source {
  return {
    getKey: () => file,
    getBytes: async (offset, length) => {
      const most = Math.min(length, size - offset)
      if (!(offset >= 0 && most >= 0)) throw new Error('it ends too soon')
      if (most > limits.pictureTiles.directoryBytes) throw new Error('a part of it is too large')
      const handle = await open(file)
      try {
        return await fileSource(handle, file).getBytes(offset, most)
      } finally {
        await handle.close()
      }
    },
  }
}

const unpack = promisify(gunzip)
const KEPT_DIRECTORIES = 100
/** A number, a run, a length and an offset, of a byte each at least. */
const LEAST_ENTRY_BYTES = 4

/** What an archive says of itself, unpacked. Throws an Error where that is more than may be. */
async function unpackAtMost(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  const isPlain = compression === Compression.None || compression === Compression.Unknown
  if (!isPlain && compression !== Compression.Gzip)
    throw new Error('its directories are compressed by something else than gzip')
  const { directoryBytes } = limits.pictureTiles
  const bytes = isPlain ? new Uint8Array(packed) : await unpack(packed, { maxOutputLength: directoryBytes })
  if (bytes.length > directoryBytes) throw new Error('a directory of it is too large')
  return new Uint8Array(bytes).buffer
}

/** A directory as the format has it. Throws where it says that it has more entries than it can have, which would be waited for without end. */
async function readDirectory(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(await unpackAtMost(packed, compression))
  if (readVarint({ buf: bytes, pos: 0 }) > bytes.length / LEAST_ENTRY_BYTES)
    throw new Error('a directory of it is broken')
  return bytes.buffer
}

/** Reads tiles as they stand in an archive, still compressed; null where it has none. */
export type ReadTile = (z: number, x: number, y: number) => Promise<Buffer | null>

/**
 * An archive of PMTiles with its header, and its tiles as they stand in it. Throws an Error where it is none, and for a tile
 * of more than `mostBytes`.
 */
export async function openTiles(
  source: Source,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<{ archive: PMTiles; header: Header; read: ReadTile }> {
  const archive = new PMTiles(source, new ResolvedValueCache(KEPT_DIRECTORIES, true, readDirectory), unpackAtMost)
  const header = await archive.getHeader()
  const read: ReadTile = async (z, x, y) => {
    const tileId = zxyToTileId(z, x, y)
    let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength]
    // The root and, at most, two leaves below it; `getZxy` of the package would unpack what is sent packed.
    for (let depth = 0; depth < 3; depth += 1) {
      const entry = findTile(await archive.cache.getDirectory(source, offset, length, header), tileId)
      if (entry === null) return null
      if (entry.runLength > 0) {
        if (entry.length > mostBytes) throw new Error(`it is larger than ${mostBytes / 1e6} MB`)
        const { data } = await source.getBytes(header.tileDataOffset + entry.offset, entry.length)
        return Buffer.from(data)
      }
      ;[offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length]
    }
    return null
  }
  return { archive, header, read }
}

/** As `openTiles`, its tiles alone. */
export async function openArchive(source: Source): Promise<ReadTile> {
  return (await openTiles(source)).read
}

import type { FileHandle } from 'node:fs/promises'
import { findTile, type Header, PMTiles, type Source, zxyToTileId } from 'pmtiles'

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

/** Reads tiles as they stand in an archive, still compressed; null where it has none. */
export type ReadTile = (z: number, x: number, y: number) => Promise<Buffer | null>

/** An archive of PMTiles with its header, and its tiles as they stand in it. Throws an Error where it is none. */
export async function openTiles(source: Source): Promise<{ archive: PMTiles; header: Header; read: ReadTile }> {
  const archive = new PMTiles(source)
  const header = await archive.getHeader()
  const read: ReadTile = async (z, x, y) => {
    const tileId = zxyToTileId(z, x, y)
    let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength]
    // The root and, at most, two leaves below it; `getZxy` of the package would unpack what is sent packed.
    for (let depth = 0; depth < 3; depth += 1) {
      const entry = findTile(await archive.cache.getDirectory(source, offset, length, header), tileId)
      if (entry === null) return null
      if (entry.runLength > 0) {
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

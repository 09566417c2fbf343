import { createHash } from 'node:crypto'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { findTile, type Header, PMTiles, type Source, zxyToTileId } from 'pmtiles'
import { keepLatest, once } from '@/lib/derive/once'
import { basemapPath } from './basemap-files'

/** The basemap's archives in `data/basemap`, made by `npm run basemap`: what is drawn as lines, areas and names; and the relief. */
const archiveNames = ['world', 'relief'] as const
export type ArchiveName = (typeof archiveNames)[number]

/** Last zoom that has tiles of its own, by archive; nearer views stretch these. */
export const lastZooms: Readonly<Record<ArchiveName, number>> = { world: 8, relief: 4 }

/** Tiles kept after they were read. A tile of the world has 1 to 60 kB, so these stay under about 20 MB. */
const KEPT_TILES = 1000

export function archivePath(name: ArchiveName): string {
  return basemapPath(`${name}.pmtiles`)
}

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

async function openArchive(name: ArchiveName): Promise<ReadTile> {
  return (await openTiles(fileSource(await open(archivePath(name)), name))).read
}

/** An archive with its header, and its tiles as they stand in it. Throws where it is none. */
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

const archives = {
  world: once(() => openArchive('world')),
  relief: once(() => openArchive('relief')),
} as const satisfies Record<ArchiveName, () => Promise<ReadTile>>

function hasTile(name: ArchiveName, z: number, x: number, y: number): boolean {
  if (![z, x, y].every(Number.isInteger) || z < 0 || z > lastZooms[name]) return false
  const last = 2 ** z - 1
  return x >= 0 && x <= last && y >= 0 && y <= last
}

const keepTile = keepLatest<Buffer>(KEPT_TILES)

/**
 * A tile of an archive in the usual XYZ scheme as it is kept there: of the world a gzipped Mapbox Vector Tile (version 2),
 * of the relief a WebP of 512 px. Null where there is no such tile; zero bytes where one has nothing in it. Throws where the
 * archive cannot be read.
 */
export async function archiveTile(name: ArchiveName, z: number, x: number, y: number): Promise<Buffer | null> {
  if (!hasTile(name, z, x, y)) return null
  return keepTile(`${name}/${z}/${x}/${y}`, async () => {
    const read = await archives[name]()
    return (await read(z, x, y)) ?? Buffer.alloc(0)
  })
}

/** A tile of the world's archive, zooms 0 to 8. */
export function basemapTile(z: number, x: number, y: number): Promise<Buffer | null> {
  return archiveTile('world', z, x, y)
}

/** Twelve hex digits that change when an archive does; goes into the tiles' addresses. Computed once. */
export const basemapVersion = once(async () => {
  const hash = createHash('sha256')
  for (const name of archiveNames) hash.update(await readFile(archivePath(name)))
  return hash.digest('hex').slice(0, 12)
})

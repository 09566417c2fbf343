import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { keepLatest, once } from '@/lib/derive/once'
import { basemapPath } from './basemap-files'
import { fileSource, openArchive, type ReadTile } from './read-archive'

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

async function openOwn(name: ArchiveName): Promise<ReadTile> {
  return openArchive(fileSource(await open(archivePath(name)), name))
}

const archives = {
  world: once(() => openOwn('world')),
  relief: once(() => openOwn('relief')),
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

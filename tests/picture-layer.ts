import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Compression, TileType } from 'pmtiles'
import sharp from 'sharp'
import { TileCollection, writePmtiles } from '@/lib/command/basemap/write-pmtiles'
import { projectMercator } from '@/lib/geo/project-mercator'

/** A layer that is a picture, over the fixture's sea. */
export const flood = {
  id: 'flood',
  name: 'Flood from space',
  key: 'What the water covered, as a satellite saw it.',
  mark: 'picture',
  hue: 'azure',
  all: { kind: 'satellite picture', basis: 'Placed by the harbour office', accuracyKm: 0.1, sources: ['bulletin'] },
  picture: { file: 'layers/flood.png', bounds: [10, 55, 12, 57], date: '2030-03-05' },
} as const

/** Of one colour, as a program would save it. */
export function plainPicture(
  type: 'png' | 'jpeg' | 'webp' = 'png',
  { width = 8, height = 8, background = '#ff00ff' } = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(type)
    .toBuffer()
}

/** A data folder whose case `valid` has this layer, and these bytes as its picture where there are any. */
export function withPicture(
  layer: { picture: { file: string } },
  bytes: Buffer | string | null,
  basemap = 'tests/fixtures/basemap',
): string {
  const data = mkdtempSync(path.join(tmpdir(), 'caseboard-pictures-'))
  cpSync('tests/fixtures/cases', path.join(data, 'cases'), { recursive: true })
  cpSync(basemap, path.join(data, 'basemap'), { recursive: true, filter: (file) => !/pmtiles$|sources/.test(file) })
  const folder = path.join(data, 'cases/valid')
  const table = path.join(folder, 'layers.json')
  writeFileSync(table, JSON.stringify([...JSON.parse(readFileSync(table, 'utf8')), layer]))
  if (bytes !== null) writeFileSync(path.join(folder, layer.picture.file), bytes)
  return data
}

/** The layer above, of tiles that say themselves where they lie. */
export const tiledFlood = { ...flood, picture: { file: 'layers/flood.pmtiles', date: '2030-03-05' } } as const

export interface PictureArchiveOptions {
  bounds?: readonly [west: number, south: number, east: number, north: number]
  minZoom?: number
  maxZoom?: number
  /** What a tile is; null for none. Without it, one of one colour. */
  tile?: (z: number, x: number, y: number) => Promise<Uint8Array | null>
  /** What the header says that they are. */
  tileType?: TileType
  tileCompression?: Compression
}

/** An archive of a picture's tiles. */
export async function makePictureArchive({
  bounds = [9, 55, 13, 57],
  minZoom = 4,
  maxZoom = 7,
  tile = () => plainPicture('webp', { width: 256, height: 256 }),
  tileType = TileType.Webp,
  tileCompression = Compression.None,
}: PictureArchiveOptions = {}): Promise<Buffer> {
  const [west, south, east, north] = bounds
  const [[left, top], [right, bottom]] = [projectMercator([west, north]), projectMercator([east, south])]
  const tiles = new TileCollection()
  for (let z = minZoom; z <= maxZoom; z += 1)
    for (let x = Math.floor(left * 2 ** z); x < right * 2 ** z; x += 1)
      for (let y = Math.floor(top * 2 ** z); y < bottom * 2 ** z; y += 1) {
        const bytes = await tile(z, x, y)
        if (bytes !== null) tiles.add(z, x, y, bytes)
      }
  return writePmtiles(tiles, { tileType, tileCompression, minZoom, maxZoom, metadata: {}, bounds })
}

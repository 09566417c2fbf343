import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import type { Feature } from 'geojson'
import { zxyToTileId } from 'pmtiles'
import { limits } from '@/lib/limits'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { TileKind, Tiles } from '@/lib/schema/tiles'
import { BUFFER_SHARE, boxOfTile, clipShape, onBothSides } from './clip-shape'
import type { CountedPoint, RunsLook } from './count-points'
import { type CutFeature, type ShapeTags, ShapeTile } from './shape-tile'
import { type Box, boxOf, EXTENT, sizeOf, type TileShape } from './tile-shape'

const compress = promisify(gzip)

/** About 0.4 px of a tile of 512. */
const TOLERANCE = 3

/** A line or an area on its way into the tiles. */
interface CuttableShape {
  tags: ShapeTags
  at: LngLat
  geometry: PlaceGeometry
}

type Tile = readonly [z: number, x: number, y: number]
/** Takes a tile, gzipped, with its number in an archive. */
export type TakeTile = (zoom: number, tileId: number, tile: Buffer) => Promise<void>

/** What is to be told of lines or areas beside what is told of their middles. */
export interface ShapesTold {
  shapes: Exclude<TileKind, 'point'>
  bounds: Tiles['bounds']
}

/** A file of shapes, one a line, in the making. */
class ShapeFile {
  readonly path: string
  readonly #stream: WriteStream
  #failure: Error | null = null
  bytes = 0

  constructor(file: string) {
    this.path = file
    // A full disk may be told while nobody waits.
    this.#stream = createWriteStream(file).on('error', (error) => {
      this.#failure = error
    })
  }

  #requireSound(): void {
    if (this.#failure !== null) throw this.#failure
  }

  async add(shape: CuttableShape): Promise<void> {
    this.#requireSound()
    const line = `${JSON.stringify(shape)}\n`
    this.bytes += line.length
    if (!this.#stream.write(line)) await once(this.#stream, 'drain')
  }

  abandon(): void {
    this.#stream.destroy()
  }

  async close(): Promise<void> {
    this.#requireSound()
    this.#stream.end()
    await once(this.#stream, 'close')
  }
}

/** The shapes of a file, as many at once as may be cut in memory. */
async function* readShapes(file: string): AsyncGenerator<CuttableShape[]> {
  let [shapes, bytes]: [CuttableShape[], number] = [[], 0]
  for await (const line of createInterface({ input: createReadStream(file) })) {
    shapes.push(JSON.parse(line))
    bytes += line.length
    if (bytes < limits.tile.cutBytes) continue
    yield shapes
    ;[shapes, bytes] = [[], 0]
  }
  yield shapes
}

const tileFrom = (index: GeoJSONVT, [z, x, y]: Tile) => index.getTile(z, x, y)
const idOf = ([z, x, y]: Tile) => zxyToTileId(z, x, y)

/** The four tiles of the next zoom that a tile has, in the order of an archive. */
function tilesWithin([z, x, y]: Tile): Tile[] {
  const all = [0, 1, 2, 3].map((part): Tile => [z + 1, 2 * x + (part % 2), 2 * y + (part >> 1)])
  return all.sort((one, other) => idOf(one) - idOf(other))
}

/**
 * Cuts lines and areas into the tiles of every zoom. They are written to a file first; of one that is too large to be cut in
 * memory, its tile is put together from parts, and each quarter of it is a file of its own, and so on.
 */
export class ShapeCutter {
  readonly #folder: string
  readonly #maxZoom: number
  readonly #hasTime: boolean
  readonly #take: TakeTile
  readonly #kind: ShapesTold['shapes']
  readonly #whole: ShapeFile
  #box: Box = [180, 90, -180, -90]
  /** How many tiles have only the largest of what lies in them. */
  cutShort = 0

  constructor(folder: string, kind: ShapesTold['shapes'], { maxZoom, bins }: RunsLook, take: TakeTile) {
    this.#folder = folder
    this.#kind = kind
    this.#maxZoom = maxZoom
    this.#hasTime = bins !== null
    this.#take = take
    this.#whole = new ShapeFile(path.join(folder, 'shapes-0-0-0'))
  }

  /** Takes a line or an area by its middle. */
  async add({ row, category, start, end, at: [lng, lat], text }: CountedPoint): Promise<void> {
    // As it was read and written to the runs.
    const { geometry }: TileShape = JSON.parse(text)
    const [west, south, east, north] = this.#box
    const [left, bottom, right, top] = boxOf(geometry)
    this.#box = [Math.min(west, left), Math.min(south, bottom), Math.max(east, right), Math.max(north, top)]
    const tags = { row, category, start, end, size: sizeOf(geometry), part: this.#kind }
    for (const each of onBothSides(geometry)) await this.#whole.add({ tags, at: [lng, lat], geometry: each })
  }

  get told(): ShapesTold {
    const [west, south, east, north] = this.#box
    // What lies across the antimeridian is on both sides of the map.
    const [first, last] = west < -180 || east > 180 ? [-180, 180] : [west, east]
    return { shapes: this.#kind, bounds: [first, south, last, north] }
  }

  /** Closes what is open, where nothing is to be cut any more. */
  abandon(): void {
    this.#whole.abandon()
  }

  async finish(): Promise<void> {
    await this.#whole.close()
    await this.#cutFile(this.#whole, [0, 0, 0])
  }

  #index(shapes: readonly CuttableShape[]): GeoJSONVT {
    const features = shapes.flatMap(({ tags, at, geometry }): Feature[] => [
      { type: 'Feature', geometry, properties: tags },
      { type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties: { ...tags, part: 'point' } },
    ])
    const buffer = EXTENT * BUFFER_SHARE
    const options = {
      maxZoom: this.#maxZoom,
      indexMaxZoom: 0,
      tolerance: TOLERANCE,
      extent: EXTENT,
      buffer,
      wrap: false,
    }
    return new GeoJSONVT({ type: 'FeatureCollection', features }, options)
  }

  async #cutFile(file: ShapeFile, tile: Tile): Promise<void> {
    if (file.bytes <= limits.tile.cutBytes) {
      for await (const shapes of readShapes(file.path)) await this.#cutBelow(this.#index(shapes), tile)
      await rm(file.path)
      return
    }
    const quarters = tile[0] === this.#maxZoom ? [] : tilesWithin(tile).map((each) => this.#openQuarter(each))
    const own = new ShapeTile(tile[0], this.#maxZoom)
    for await (const shapes of readShapes(file.path)) {
      own.add((tileFrom(this.#index(shapes), tile)?.features ?? []) as CutFeature[])
      for (const { tags, at, geometry } of shapes)
        for (const { box, file: into } of quarters) {
          const clipped = clipShape(geometry, box)
          if (clipped !== null) await into.add({ tags, at, geometry: clipped })
        }
    }
    await rm(file.path)
    await this.#write(own, tile)
    for (const quarter of quarters) {
      await quarter.file.close()
      await this.#cutFile(quarter.file, quarter.tile)
    }
  }

  #openQuarter(tile: Tile): { tile: Tile; box: Box; file: ShapeFile } {
    return { tile, box: boxOfTile(tile), file: new ShapeFile(path.join(this.#folder, `shapes-${tile.join('-')}`)) }
  }

  /** Cuts a tile and all that lie in it. */
  async #cutBelow(index: GeoJSONVT, tile: Tile): Promise<void> {
    const found = tileFrom(index, tile)
    // Of what is too small for this zoom there is nothing yet, and there may be more nearer.
    if (found === null || found.numFeatures === 0) return
    const own = new ShapeTile(tile[0], this.#maxZoom)
    own.add(found.features as CutFeature[])
    await this.#write(own, tile)
    if (tile[0] < this.#maxZoom) for (const within of tilesWithin(tile)) await this.#cutBelow(index, within)
  }

  async #write(own: ShapeTile, tile: Tile): Promise<void> {
    const bytes = own.encode(this.#hasTime)
    if (own.isCutShort) this.cutShort += 1
    if (bytes !== null) await this.#take(tile[0], idOf(tile), await compress(bytes, { level: 6 }))
  }
}

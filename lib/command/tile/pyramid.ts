import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { GeoJSONVTFeature } from '@maplibre/geojson-vt'
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf'
import { tileIdToZxy } from 'pmtiles'
import { CURVE_LEVELS, cellLevel, cellMargins, cellsWithin, firstTileId } from '@/lib/geo/curve'
import { limits } from '@/lib/limits'
import { Tally, type TallyShape, tallyProperties } from './tally'

/** Name of the source layer in the tiles. */
export const SOURCE_LAYER = 'points'

const EXTENT = 4096
/** A point on its way into the tiles. */
export interface PyramidPoint {
  key: number
  /** In units of which `2 ** CURVE_LEVELS` go across the world. */
  x: number
  y: number
  /** Which row it is, in their order along the curve. */
  row: number
  category: number
  /** Bins; -1 where it has no date. */
  start: number
  end: number
}

/** Points that stand together: those of a cell, or of one position. */
interface Group {
  number: number
  /** The first of its rows: all of them follow one another. */
  row: number
  tally: Tally
  sumX: number
  sumY: number
  /** Where it has only one. */
  only: PyramidPoint | null
}

interface OpenTile {
  number: number
  groups: Group[]
}

type Take = (zoom: number, tileId: number, tile: Buffer) => Promise<void> | void

const compress = promisify(gzip)

/**
 * Cuts points that come in the order of the curve into tiles of every zoom, in one pass: the points of a tile, and of a
 * cell of it, follow each other, so that only one of each zoom is open at a time.
 */
export class Pyramid {
  readonly #maxZoom: number
  readonly #shape: TallyShape
  readonly #take: Take
  /** Of each zoom the cell that is open, and the tile. The nearest zoom has its points as well. */
  readonly #cells: (Group | null)[]
  readonly #tiles: (OpenTile | null)[]
  #points: PyramidPoint[] = []
  #ready: Promise<void>[] = []

  constructor(maxZoom: number, shape: TallyShape, take: Take) {
    this.#maxZoom = maxZoom
    this.#shape = shape
    this.#take = take
    this.#cells = Array.from({ length: maxZoom + 1 }, () => null)
    this.#tiles = Array.from({ length: maxZoom + 1 }, () => null)
  }

  #cellLevel(zoom: number): number {
    return cellLevel(zoom, this.#maxZoom)
  }

  add(point: PyramidPoint): void {
    const { key, x, y, category, start, end } = point
    const cell = this.#openCell(this.#maxZoom, key, point.row)
    cell.only = cell.tally.count === 0 ? point : null
    cell.tally.add(category, start, end)
    cell.sumX += x
    cell.sumY += y
    if (this.#points.length <= limits.tile.singles) this.#points.push(point)
  }

  /** The cell of a zoom that a key is in; what was open and is another is closed first. */
  #openCell(zoom: number, key: number, row: number): Group {
    const number = Math.floor(key / cellsWithin(this.#cellLevel(zoom)))
    const open = this.#cells[zoom]
    if (open?.number === number) return open
    this.#closeCell(zoom)
    const tileNumber = Math.floor(key / cellsWithin(zoom))
    if (this.#tiles[zoom]?.number !== tileNumber) {
      this.#closeTile(zoom)
      this.#tiles[zoom] = { number: tileNumber, groups: [] }
    }
    const cell: Group = { number, row, tally: new Tally(this.#shape), sumX: 0, sumY: 0, only: null }
    this.#cells[zoom] = cell
    return cell
  }

  /** Puts a cell into its tile, and what it holds into the cell of the zoom before that it lies in. */
  #closeCell(zoom: number): void {
    const cell = this.#cells[zoom]
    if (cell == null) return
    this.#cells[zoom] = null
    this.#tiles[zoom]?.groups.push(cell)
    if (zoom === 0) return
    const key = cell.number * cellsWithin(this.#cellLevel(zoom))
    const around = this.#openCell(zoom - 1, key, cell.row)
    around.only = around.tally.count === 0 ? cell.only : null
    around.tally.merge(cell.tally)
    around.sumX += cell.sumX
    around.sumY += cell.sumY
  }

  #closeTile(zoom: number): void {
    const tile = this.#tiles[zoom]
    if (tile == null) return
    this.#tiles[zoom] = null
    const isNearest = zoom === this.#maxZoom
    const alone = isNearest && this.#points.length <= limits.tile.singles
    const groups = alone ? groupByPosition(this.#points, this.#shape) : tile.groups
    if (isNearest) this.#points = []
    const level = alone ? CURVE_LEVELS : this.#cellLevel(zoom)
    const bytes = encodeTile(zoom, tile.number, groups, level, this.#shape)
    this.#ready.push(this.#write(zoom, firstTileId(zoom) + tile.number, bytes, this.#ready.at(-1)))
  }

  /** Tiles are compressed beside each other, and handed on in their order. */
  async #write(zoom: number, tileId: number, bytes: Uint8Array, before: Promise<void> | undefined): Promise<void> {
    const tile = await compress(bytes, { level: 6 })
    await before
    await this.#take(zoom, tileId, tile)
  }

  /** How many tiles are still being compressed. */
  get waiting(): number {
    return this.#ready.length
  }

  /** Resolves when all tiles that are cut have been handed on. */
  async settle(): Promise<void> {
    await this.#ready.at(-1)
    this.#ready = []
  }

  async finish(): Promise<void> {
    for (let zoom = this.#maxZoom; zoom >= 0; zoom -= 1) {
      this.#closeCell(zoom)
      this.#closeTile(zoom)
    }
    await this.settle()
  }
}

/** Points at one and the same position, which no zoom parts, are one circle with their number. */
function groupByPosition(points: readonly PyramidPoint[], shape: TallyShape): Group[] {
  const groups: Group[] = []
  for (const point of points) {
    let group = groups.at(-1)
    if (group?.number !== point.key) {
      group = { number: point.key, row: point.row, tally: new Tally(shape), sumX: 0, sumY: 0, only: point }
      groups.push(group)
    } else group.only = null
    group.tally.add(point.category, point.start, point.end)
    group.sumX += point.x
    group.sumY += point.y
  }
  return groups
}

function toFeature(
  group: Group,
  place: (units: { x: number; y: number }) => [number, number],
  shape: TallyShape,
): GeoJSONVTFeature {
  const { only, tally, row } = group
  if (only !== null) {
    const { category, start, end } = only
    const tags = { row, category: String(category), ...(shape.bins > 0 ? { start, end } : {}) }
    return { type: 1, geometry: [place(only)], tags } as GeoJSONVTFeature
  }
  const middle = { x: group.sumX / tally.count, y: group.sumY / tally.count }
  return { type: 1, geometry: [place(middle)], tags: { row, ...tallyProperties(tally, shape) } } as GeoJSONVTFeature
}

/** A tile of groups of points as a Mapbox Vector Tile; a group stands at the middle of its points, but within its cell. */
function encodeTile(
  zoom: number,
  number: number,
  groups: readonly Group[],
  level: number,
  shape: TallyShape,
): Uint8Array {
  const [, tileX, tileY] = tileIdToZxy(firstTileId(zoom) + number)
  const side = 2 ** (CURVE_LEVELS - zoom)
  const cell = 2 ** (CURVE_LEVELS - level)
  const keep = (value: number, count: number) => {
    if (cell === 1) return value
    const start = Math.floor(value / cell) * cell
    const [, share] = cellMargins.find(([from]) => count >= from) ?? [0, 0]
    const margin = cell * share
    return Math.max(start + margin, Math.min(start + cell - margin, value))
  }
  const features = groups.map((group) =>
    toFeature(
      group,
      ({ x, y }) => {
        const [atX, atY] = group.only === null ? [keep(x, group.tally.count), keep(y, group.tally.count)] : [x, y]
        return [Math.round(((atX - tileX * side) / side) * EXTENT), Math.round(((atY - tileY * side) / side) * EXTENT)]
      },
      shape,
    ),
  )
  const wrapper = new GeoJSONWrapper(features, { version: 2, extent: EXTENT })
  wrapper.name = SOURCE_LAYER
  return fromVectorTileJs({ layers: { [SOURCE_LAYER]: wrapper } })
}

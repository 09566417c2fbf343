import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import type { Position } from 'geojson'
import { PbfReader } from 'pbf'
import { keepLatest } from '@/lib/derive/once'
import { worldPx } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import type { Point } from '@/lib/geo/project-mercator'
import { basemapTile, lastZooms } from './basemap-archive'

/** A ring or a line of a tile in Mercator's unit square. */
export interface GroundPart {
  isRing: boolean
  /** Of its feature: the country that it belongs to, and what kind of border it is; empty where it has none. */
  cc: string
  kind: string
  box: Rectangle
  /** x and y of each point in turn: an eighth of what arrays of positions take. */
  points: Float64Array
}

/** What a tile has of each layer, and where the tile lies in Mercator's unit square. */
interface GroundTile {
  box: Rectangle
  layers: ReadonlyMap<string, readonly GroundPart[]>
}

const unpack = promisify(gunzip)

/** Layers of the tiles that are drawn as areas and lines in a still map; names are read from their files. */
const drawnLayers = ['sea', 'countries', 'lakes', 'disputed-areas', 'borders', 'admin1-lines'] as const
export type GroundLayer = (typeof drawnLayers)[number]

/** Tiles kept as shapes: a still map has about twenty. */
const KEPT_TILES = 200
const keepTile = keepLatest<GroundTile>(KEPT_TILES)

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readParts(tile: VectorTile, name: GroundLayer, z: number, x: number, y: number): GroundPart[] {
  const layer = tile.layers[name]
  if (layer === undefined) return []
  const parts: GroundPart[] = []
  const unit = 1 / (layer.extent * 2 ** z)
  for (let index = 0; index < layer.length; index += 1) {
    const feature = layer.feature(index)
    const { cc, kind } = feature.properties
    for (const line of feature.loadGeometry()) {
      const points = new Float64Array(line.length * 2)
      const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: -1, bottom: -1 }
      for (const [at, point] of line.entries()) {
        const [px, py] = [(x * layer.extent + point.x) * unit, (y * layer.extent + point.y) * unit]
        points[at * 2] = px
        points[at * 2 + 1] = py
        box.left = Math.min(box.left, px)
        box.right = Math.max(box.right, px)
        box.top = Math.min(box.top, py)
        box.bottom = Math.max(box.bottom, py)
      }
      parts.push({ isRing: feature.type === 3, cc: textOf(cc), kind: textOf(kind), box, points })
    }
  }
  return parts
}

async function readTile(z: number, x: number, y: number): Promise<GroundTile> {
  const bytes = await basemapTile(z, x, y)
  const side = 1 / 2 ** z
  const box = { left: x * side, top: y * side, right: (x + 1) * side, bottom: (y + 1) * side }
  if (bytes === null || bytes.length === 0) return { box, layers: new Map() }
  const tile = new VectorTile(new PbfReader(await unpack(bytes)))
  return { box, layers: new Map(drawnLayers.map((name) => [name, readParts(tile, name, z, x, y)])) }
}

/** Where a drawing has Mercator's unit square: its side and its upper left corner, px. */
export interface Square {
  side: number
  left: number
  top: number
}

/** The unit square of a projection that scales and moves it and does nothing else. */
export function squareOf(project: (position: Position) => Point): Square {
  const [left, middle] = project([-180, 0])
  const [right] = project([180, 0])
  const side = right - left
  return { side, left, top: middle - side / 2 }
}

/** A tile and the world that it is drawn in, which is another than the first where a drawing reaches over the antimeridian. */
export interface PlacedTile {
  tile: GroundTile
  square: Square
}

/**
 * The basemap's tiles under a drawing, of the zoom at which they are about as large as on the live map. Their number goes
 * with the drawing's area alone. Throws where the archive cannot be read.
 */
export async function tilesUnder({ side, left, top }: Square, frame: Rectangle): Promise<PlacedTile[]> {
  const z = Math.min(lastZooms.world, Math.max(0, Math.round(Math.log2(side / worldPx))))
  const count = 2 ** z
  const column = (px: number) => Math.floor(((px - left) / side) * count)
  const row = (px: number) => Math.min(count - 1, Math.max(0, Math.floor(((px - top) / side) * count)))
  const tiles: Promise<PlacedTile>[] = []
  for (let x = column(frame.left); x <= column(frame.right); x += 1)
    for (let y = row(frame.top); y <= row(frame.bottom); y += 1) {
      const turn = Math.floor(x / count)
      const within = x - turn * count
      const placed = keepTile(`${z}/${within}/${y}`, () => readTile(z, within, y)).then((tile) => {
        return { tile, square: { side, left: left + turn * side, top } }
      })
      tiles.push(placed)
    }
  return Promise.all(tiles)
}

/** The part of a drawing that a tile covers, `over` px more on each side; null where that is outside of the frame. */
export function tileFrame({ tile: { box }, square }: PlacedTile, frame: Rectangle, over: number): Rectangle | null {
  const within = {
    left: Math.max(frame.left, square.left + box.left * square.side - over),
    right: Math.min(frame.right, square.left + box.right * square.side + over),
    top: Math.max(frame.top, square.top + box.top * square.side - over),
    bottom: Math.min(frame.bottom, square.top + box.bottom * square.side + over),
  }
  return within.left < within.right && within.top < within.bottom ? within : null
}

/**
 * The points of a part on a drawing, those nearer than `apart` px to the one before left out; null where none of it is in
 * the frame, or where it is a ring too small to be seen.
 */
export function drawnPoints(part: GroundPart, { side, left, top }: Square, frame: Rectangle, apart: number) {
  const { box, points, isRing } = part
  const outside =
    left + box.right * side < frame.left ||
    left + box.left * side > frame.right ||
    top + box.bottom * side < frame.top ||
    top + box.top * side > frame.bottom
  if (outside) return null
  if (isRing && (box.right - box.left) * side < apart && (box.bottom - box.top) * side < apart) return null
  const drawn: Point[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [left + (points[at] ?? 0) * side, top + (points[at + 1] ?? 0) * side]
    const isLast = at === points.length - 2
    if (
      !isLast &&
      Math.abs(x - lastX) < apart &&
      Math.abs(y - lastY) < apart &&
      Math.hypot(x - lastX, y - lastY) < apart
    )
      continue
    drawn.push([x, y])
    lastX = x
    lastY = y
  }
  return drawn
}

import { bbox } from '@turf/turf'
import type { Position } from 'geojson'
import { clamp } from '@/lib/geo/clamp'
import { linesOf, mapLines } from '@/lib/geo/geometry-parts'
import { labelPoint } from '@/lib/geo/label-point'
import { projectMercator } from '@/lib/geo/project-mercator'
import { limits } from '@/lib/limits'
import { geometrySchema, type LngLat, type PlaceGeometry } from '@/lib/schema/geometry'
import type { TileKind } from '@/lib/schema/tiles'

/** A line or an area, with the middle by which it is counted and listed. */
export interface TileShape {
  at: LngLat
  geometry: PlaceGeometry
}

export type Box = [west: number, south: number, east: number, north: number]

/** Units across a tile. */
export const EXTENT = 4096

/** Decimals of a degree that are kept: about a centimetre. */
const DECIMALS = 1e7

/** What a geometry is on tiles; null for a collection, which is nothing of its own. */
export function kindOf(type: string): TileKind | null {
  if (type.endsWith('Point')) return 'point'
  if (type.endsWith('LineString')) return 'line'
  return type.endsWith('Polygon') ? 'area' : null
}

const round = (value: number) => Math.round(value * DECIMALS) / DECIMALS

/** The shape of a row, as the schema has it; or why it can be on no tile. */
export function readShape(given: unknown): TileShape | { reason: string } {
  const parsed = geometrySchema.safeParse(given, { reportInput: true })
  if (!parsed.success) {
    const [{ path = [], message = 'is no geometry' } = {}] = parsed.error.issues
    return { reason: `${path.map(String).join('/')} ${message}` }
  }
  const { data } = parsed
  if (data.type === 'GeometryCollection' || data.type === 'MultiPoint') return { reason: `is a ${data.type}` }
  const positions = linesOf(data).reduce((sum, line) => sum + line.length, 0)
  if (positions > limits.tile.positions)
    return { reason: `has ${positions} positions, and ${limits.tile.positions} are the most: simplify it` }
  const geometry = mapLines(data, (line) => line.map(([lng, lat]) => [round(lng), round(lat)]))
  const [lng, lat] = labelPoint(geometry)
  // Across the antimeridian a shape goes on beyond 180°; its middle is where a point would be.
  return { at: [((((lng + 180) % 360) + 360) % 360) - 180, lat], geometry }
}

/** From where to where a shape is, degrees; east is above 180 where it lies across the antimeridian. */
export function boxOf(geometry: PlaceGeometry): Box {
  const [west = 0, south = 0, east = 0, north = 0] = bbox(geometry)
  return [west, south, east, north]
}

/** How many tiles of a zoom a box touches. */
function tilesTouched([west, south, east, north]: Box, zoom: number): number {
  const side = 2 ** zoom
  const [[left, top], [right, bottom]] = [projectMercator([west, north]), projectMercator([east, south])]
  const across = (from: number, to: number) => Math.floor(to * side) - Math.floor(from * side) + 1
  return Math.min(side, across(left, right)) * Math.min(side, across(top, bottom))
}

function lengthOf(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, position, index) => {
    const [[x0, y0], [x1, y1]] = [projectMercator(line[index] ?? []), projectMercator(position)]
    return sum + Math.hypot(x1 - x0, y1 - y0)
  }, 0)
}

function sideOf(ring: readonly Position[]): number {
  const points = ring.map(projectMercator)
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return Math.sqrt(Math.abs(twice) / 2)
}

/** How large the largest part of a shape is: a line's length, the side of a square as large as an area; of the world's width. */
export function sizeOf(geometry: PlaceGeometry): number {
  const measure = geometry.type.endsWith('Polygon') ? sideOf : lengthOf
  return linesOf(geometry).reduce((most, line) => Math.max(most, measure(line)), 0)
}

/** Units of a tile that a shape has across where it is near enough to be told from another of its size. */
const TOLD_APART = 64

/** What the last zoom is chosen by, of all lines or areas of a table: by zoom, from 0 on. */
export interface ShapeCounts {
  /** How many tiles they touch beside those that their middles are in. */
  touched: number[]
  /** How many have to be that near for their shape to be seen. */
  needed: number[]
}

export function noShapes(lastZoom: number): ShapeCounts {
  const none = Array.from({ length: lastZoom + 1 }, () => 0)
  return { touched: none, needed: none }
}

/** The same with one shape more. */
export function countShape({ touched, needed }: ShapeCounts, geometry: PlaceGeometry): ShapeCounts {
  const box = boxOf(geometry)
  const zoom = Math.ceil(Math.log2(TOLD_APART / EXTENT / sizeOf(geometry)))
  const own = clamp(zoom, 0, needed.length - 1)
  return {
    touched: touched.map((sum, at) => sum + tilesTouched(box, at) - 1),
    needed: needed.map((sum, at) => sum + (at === own ? 1 : 0)),
  }
}

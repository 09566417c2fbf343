import type { Position } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'
import { clamp, wrapLongitude } from './clamp'
import type { Point } from './project-mercator'
import { DEGREE, EARTH_KM } from './sphere'

/** A cell of a grid of hexagons on a plane, each with a corner at its top. */
export interface Hexagon {
  /** The same for all that lies in it. */
  key: string
  middle: Point
}

/** The hexagon that a point lies in: of the two rows that are possible, the nearer. `radius` is that of its corners. */
export function hexagonAt([x, y]: Point, radius: number): Hexagon {
  const [across, down] = [Math.sqrt(3) * radius, 1.5 * radius]
  const inRow = (row: number) => {
    const shift = row % 2 === 0 ? 0 : across / 2
    const column = Math.round((x - shift) / across)
    const middle: Point = [column * across + shift, row * down]
    return { key: `${column} ${row}`, middle, away: Math.hypot(middle[0] - x, middle[1] - y) }
  }
  const above = Math.floor(y / down)
  const [first, second] = [inRow(above), inRow(above + 1)]
  const { key, middle } = first.away <= second.away ? first : second
  return { key, middle }
}

/** Its six corners. */
export function hexagonCorners([x, y]: Point, radius: number): Point[] {
  return [30, 90, 150, 210, 270, 330].map((degrees) => {
    return [x + radius * Math.cos(degrees * DEGREE), y + radius * Math.sin(degrees * DEGREE)]
  })
}

/** Hexagons on the earth that cover the same ground each, wherever they lie. */
export interface HexagonGrid {
  /** From side to side, at the latitude where they are regular; nearer to a pole they are narrower and higher. */
  acrossKm: number
  /** They are regular at its latitude, and begin half around the globe from its longitude. */
  middle: LngLat
}

/** Beyond it the plane would be a thread. */
const LAST_REGULAR = 80

/** How much narrower than the equator the cylinder is on which Lambert's projection keeps areas. */
const squeeze = ({ middle: [, latitude] }: HexagonGrid) =>
  Math.cos(clamp(latitude, -LAST_REGULAR, LAST_REGULAR) * DEGREE)
const radiusOf = ({ acrossKm }: HexagonGrid) => acrossKm / Math.sqrt(3)

/** The hexagon that a position lies in. */
export function groundHexagonAt([lng = 0, lat = 0]: Position, grid: HexagonGrid): Hexagon {
  const narrow = squeeze(grid)
  const [from] = grid.middle
  const along = from + wrapLongitude(lng - from)
  return hexagonAt([EARTH_KM * along * DEGREE * narrow, (EARTH_KM * Math.sin(lat * DEGREE)) / narrow], radiusOf(grid))
}

/** A point of the grid's plane on the earth. */
function toGround([x, y]: Point, grid: HexagonGrid): LngLat {
  const narrow = squeeze(grid)
  const sine = clamp((y * narrow) / EARTH_KM, -1, 1)
  return [x / (EARTH_KM * narrow * DEGREE), Math.asin(sine) / DEGREE]
}

/** The middle of a hexagon on the earth. */
export function groundMiddle({ middle }: Hexagon, grid: HexagonGrid): LngLat {
  return toGround(middle, grid)
}

/** A hexagon's outline on the earth, closed. */
export function groundRing({ middle }: Hexagon, grid: HexagonGrid): LngLat[] {
  const corners = hexagonCorners(middle, radiusOf(grid)).map((corner) => toGround(corner, grid))
  return [...corners, ...corners.slice(0, 1)]
}

/** How much ground each of them covers. */
export function groundAreaKm2({ acrossKm }: HexagonGrid): number {
  return (Math.sqrt(3) / 2) * acrossKm ** 2
}

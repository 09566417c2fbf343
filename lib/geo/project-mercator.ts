import type { Geometry, Position } from 'geojson'
import { clamp } from './clamp'

/** Where Web Mercator's square ends, degrees north and south: atan(sinh(π)). */
const LAST_LATITUDE = 85.051129

/** A place on a drawing: right and down from its upper left corner. */
export type Point = [x: number, y: number]

/**
 * Web Mercator (EPSG:3857) in the unit square: `[lng, lat]` in degrees becomes x and y from 0 to 1, y growing southward
 * from latitude 85.05. Latitudes beyond are held at the edge; longitudes beyond ±180 go on past it.
 */
export function projectMercator([lng = 0, lat = 0]: Position): Point {
  const held = clamp(lat, -LAST_LATITUDE, LAST_LATITUDE)
  const y = (1 - Math.asinh(Math.tan((held * Math.PI) / 180)) / Math.PI) / 2
  return [(lng + 180) / 360, y]
}

/** The inverse of `projectMercator`: a place in the unit square as `[lng, lat]` in degrees. */
export function unprojectMercator([x, y]: Point): [lng: number, lat: number] {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI]
}

/**
 * A projection that puts `bounds` (`[west, south, east, north]`, degrees) in the middle of a drawing of `width` by
 * `height` pixels, as large as fits. Throws a RangeError where bounds or drawing have no extent.
 */
export function fitMercator(
  bounds: readonly [west: number, south: number, east: number, north: number],
  width: number,
  height: number,
): (position: Position) => Point {
  const [west, south, east, north] = bounds
  const [left, top] = projectMercator([west, north])
  const [right, bottom] = projectMercator([east, south])
  const scale = Math.min(width / (right - left), height / (bottom - top))
  if (!(right > left && bottom > top && scale > 0)) throw new RangeError('bounds and drawing must have an extent')
  const shiftX = width / 2 - ((left + right) / 2) * scale
  const shiftY = height / 2 - ((top + bottom) / 2) * scale
  return (position) => {
    const [x, y] = projectMercator(position)
    return [x * scale + shiftX, y * scale + shiftY]
  }
}

/** x′ = a·x + c·y + e and y′ = b·x + d·y + f, in the order of an SVG `matrix()`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A corner of Mercator's unit square and those beside it, well within the latitudes that a map projects. */
const corners = { origin: [0.25, 0.25], right: [0.75, 0.25], below: [0.25, 0.75] } as const

/**
 * The map from Mercator's unit square to a screen that a camera without pitch makes, found from where it puts three
 * places: it scales, turns and moves, whatever padding it has.
 */
export function affineOf(project: (unit: Point) => Point): Affine {
  const at = ([x, y]: readonly [number, number]) => project([x, y])
  const [ox, oy] = at(corners.origin)
  const [rx, ry] = at(corners.right)
  const [bx, by] = at(corners.below)
  const span = corners.right[0] - corners.origin[0]
  const [a, b, c, d] = [(rx - ox) / span, (ry - oy) / span, (bx - ox) / span, (by - oy) / span]
  const [x, y] = corners.origin
  return [a, b, c, d, ox - a * x - c * y, oy - b * x - d * y]
}

export function applyAffine([a, b, c, d, e, f]: Affine, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** `[lng, lat]` in degrees on the screen of a camera, on whichever side of the antimeridian the world is drawn. */
export function placeOnScreen(camera: Affine, [lng = 0, lat = 0]: readonly number[]): Point {
  const [x, y] = projectMercator([lng, lat])
  // A place at +180 stays there: it is the world's eastern edge, not its western.
  return applyAffine(camera, [x < 0 || x > 1 ? x - Math.floor(x) : x, y])
}

/**
 * The side of the world that paths are written on. A tenth of it is a tenth of a pixel at zoom 11, the nearest, which is
 * also as fine as a browser's single precision is there.
 */
export const WORLD_SIDE = 512 * 2 ** 11

function write(points: readonly Point[], shift: number): string {
  const steps = points.map(([x, y], index) => {
    const at = [(x + shift) * WORLD_SIDE, y * WORLD_SIDE].map((each) => Math.round(each * 10) / 10)
    return `${index === 0 ? 'M' : 'L'}${at.join(' ')}`
  })
  return steps.join('')
}

/** Once where it lies, and once more a world away for what reaches over an edge of the world: as the map draws it. */
function draw(positions: readonly Position[], close: string): string {
  if (positions.length < 2) return ''
  const points = positions.map(projectMercator)
  const overWest = points.some(([x]) => x < 0) ? [1] : []
  const overEast = points.some(([x]) => x > 1) ? [-1] : []
  return [0, ...overWest, ...overEast].map((shift) => write(points, shift) + close).join('')
}

/**
 * The `d` of a path for a geometry's lines or rings, in Web Mercator on a world of `WORLD_SIDE`: made once, and moved by
 * a transform. Empty for points. Linear in its vertices, of which none is left out.
 */
export function worldPath(geometry: Geometry): string {
  switch (geometry.type) {
    case 'LineString':
      return draw(geometry.coordinates, '')
    case 'MultiLineString':
      return geometry.coordinates.map((line) => draw(line, '')).join('')
    case 'Polygon':
      return geometry.coordinates.map((ring) => draw(ring, 'Z')).join('')
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => draw(ring, 'Z'))).join('')
    default:
      return ''
  }
}

import type { Position } from 'geojson'

/** Where Web Mercator's square ends, degrees north and south: atan(sinh(π)). */
const LAST_LATITUDE = 85.051129

/** A place on a drawing: right and down from its upper left corner. */
export type Point = [x: number, y: number]

/**
 * Web Mercator (EPSG:3857) in the unit square: `[lng, lat]` in degrees becomes x and y from 0 to 1, y growing southward
 * from latitude 85.05. Latitudes beyond are held at the edge; longitudes beyond ±180 go on past it.
 */
export function projectMercator([lng = 0, lat = 0]: Position): Point {
  const held = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, lat))
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

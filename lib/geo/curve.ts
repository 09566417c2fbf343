/** Levels of the curve: 26 of them are a whole number of 52 bits, and a step is 0.6 m at the equator. */
export const CURVE_LEVELS = 26
const SIDE = 2 ** CURVE_LEVELS

const MOST_LATITUDE = 85.051128

/** Where a position is in Web Mercator, in units of which `2 ** CURVE_LEVELS` go across the world. */
export function toUnits(lng: number, lat: number): { x: number; y: number } {
  const phi = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) * Math.PI) / 180
  const x = (lng / 360 + 0.5) * SIDE
  const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)) * SIDE
  const within = (value: number) => Math.max(0, Math.min(SIDE - 1, Math.floor(value)))
  return { x: within(x), y: within(y) }
}

/**
 * The number of a cell on the Hilbert curve that PMTiles goes along: that of the tile around it, at any zoom above, is
 * this number without its last two bits for each level between.
 */
export function curveNumber(x: number, y: number): number {
  let [number, tx, ty] = [0, x, y]
  for (let side = 2 ** (CURVE_LEVELS - 1); side >= 1; side /= 2) {
    const rx = tx & side ? 1 : 0
    const ry = ty & side ? 1 : 0
    number = number * 4 + ((3 * rx) ^ ry)
    if (ry === 0) {
      if (rx === 1) [tx, ty] = [side - 1 - tx, side - 1 - ty]
      ;[tx, ty] = [ty, tx]
    }
  }
  return number
}

/** By how much the number of a cell of this level is larger than that of the tile, or cell, around it. */
export function cellsWithin(level: number): number {
  return 4 ** (CURVE_LEVELS - level)
}

/** The first number of a zoom's tiles in an archive, where they follow those of all zooms before. */
export function firstTileId(zoom: number): number {
  return (4 ** zoom - 1) / 3
}

/** A tile has so many cells along its side, as a power of two: of 512 px each is 64 px wide, which keeps circles apart. */
const FAR_CELLS = 3
/** In the nearest tiles of too many points: 16 px, and 64 px where the map is two zooms nearer. */
const NEAR_CELLS = 5

/** The level of the cells in which the points of a tile are gathered. */
export function cellLevel(zoom: number, maxZoom: number): number {
  return zoom + (zoom === maxZoom ? NEAR_CELLS : FAR_CELLS)
}

/**
 * How far from the edge of its cell the middle of a circle stays, as a share of the cell, by how many it stands for, from
 * the most: as far as the mark draws it wide, so that no circle reaches into the next.
 */
export const cellMargins = [
  [1000, 26 / 64],
  [100, 21 / 64],
  [10, 17 / 64],
  [0, 14 / 64],
] as const

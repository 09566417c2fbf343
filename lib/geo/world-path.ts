import type { Geometry, Position } from 'geojson'
import { type Point, projectMercator } from './project-mercator'

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

import {
  along,
  area,
  bbox,
  booleanPointInPolygon,
  centerOfMass,
  length,
  lineIntersect,
  lineString,
  pointOnFeature,
  polygon,
} from '@turf/turf'
import type { Position } from 'geojson'
import type { AnyGeometry, LngLat } from '@/lib/schema/geometry'
import { splitGeometry } from './geometry-parts'

function toLngLat([lng = 0, lat = 0]: Position): LngLat {
  return [lng, lat]
}

/** The middle of the widest stretch of the polygon at the latitude of `inner`. */
function widestMiddle(rings: Position[][], [, lat]: LngLat): LngLat | null {
  const shape = polygon(rings)
  const [west, , east] = bbox(shape)
  const cut = lineIntersect(
    lineString([
      [west - 1, lat],
      [east + 1, lat],
    ]),
    shape,
  )
  const lngs = cut.features.map(({ geometry }) => geometry.coordinates[0] ?? 0).sort((a, b) => a - b)
  let widest: { width: number; middle: LngLat } | null = null
  for (const [index, lng] of lngs.entries()) {
    const next = lngs[index + 1]
    if (next === undefined) break
    const middle: LngLat = [(lng + next) / 2, lat]
    const width = next - lng
    if (width > (widest?.width ?? 0) && booleanPointInPolygon(middle, shape)) widest = { width, middle }
  }
  return widest?.middle ?? null
}

function pointInside(rings: Position[][]): LngLat {
  const shape = polygon(rings)
  const centre = toLngLat(centerOfMass(shape).geometry.coordinates)
  if (booleanPointInPolygon(centre, shape)) return centre
  return widestMiddle(rings, centre) ?? toLngLat(pointOnFeature(shape).geometry.coordinates)
}

function middleOf(line: Position[]): LngLat {
  const shape = lineString(line)
  return toLngLat(
    along(shape, length(shape, { units: 'kilometers' }) / 2, { units: 'kilometers' }).geometry.coordinates,
  )
}

function largest<T>(parts: readonly T[], sizeOf: (part: T) => number): T {
  const [first, ...rest] = parts
  if (first === undefined) throw new RangeError('a geometry without parts has no label point')
  return rest.reduce((best, part) => (sizeOf(part) > sizeOf(best) ? part : best), first)
}

/** Of a collection the first area, else the first line, else the first point: what has most room for a name. */
function roomiest(geometry: AnyGeometry): AnyGeometry {
  const parts = splitGeometry(geometry)
  const found = ['Polygon', 'LineString', 'Point'].map((kind) => parts.find(({ type }) => type.endsWith(kind)))
  return largest(
    found.filter((part) => part !== undefined),
    () => 0,
  )
}

/**
 * Where a geometry's name is written: a point itself, the middle of a line, a point inside an area; of several parts,
 * the largest one's, of several points the first. Throws a RangeError where there are no parts.
 */
export function labelPoint(geometry: AnyGeometry): LngLat {
  switch (geometry.type) {
    case 'MultiPoint':
    case 'GeometryCollection':
      return labelPoint(roomiest(geometry))
    case 'Point':
      return geometry.coordinates
    case 'LineString':
      return middleOf(geometry.coordinates)
    case 'MultiLineString':
      return middleOf(largest(geometry.coordinates, (line) => length(lineString(line))))
    case 'Polygon':
      return pointInside(geometry.coordinates)
    case 'MultiPolygon':
      return pointInside(largest(geometry.coordinates, (rings) => area(polygon(rings))))
  }
}

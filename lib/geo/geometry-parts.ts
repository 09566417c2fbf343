import { circle } from '@turf/turf'
import type { Geometry, Polygon, Position } from 'geojson'
import type { AnyGeometry, LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { append } from '@/lib/schema/plain-values'

/** 3.75° a step: at most 0.06 % of the radius between the chord and the true circle. */
const STEPS = 96

/** A circle of true size on the sphere: all positions `radiusKm` from `center`. Throws a RangeError unless it is above 0. */
export function drawRing(center: LngLat, radiusKm: number): Polygon {
  if (!(radiusKm > 0)) throw new RangeError(`a ring cannot have a radius of ${radiusKm} km`)
  return circle(center, radiusKm, { steps: STEPS, units: 'kilometers' }).geometry
}

function toPosition([lng = 0, lat = 0]: Position): LngLat {
  return [lng, lat]
}

/** GeoJSON as served, with positions of two numbers; null for what no place is: several points, a collection. */
export function toPlaceGeometry(geometry: Geometry): PlaceGeometry | null {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: toPosition(geometry.coordinates) }
    case 'LineString':
      return { type: 'LineString', coordinates: geometry.coordinates.map(toPosition) }
    case 'MultiLineString':
    case 'Polygon':
      return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(toPosition)) }
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(toPosition))),
      }
    default:
      return null
  }
}

/** The shapes that a geometry is made of: each of several points, each member of a collection; one shape is itself. */
export function splitGeometry(geometry: AnyGeometry): PlaceGeometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(splitGeometry)
    default:
      return [geometry]
  }
}

type Line = PlaceGeometry & { type: 'LineString' }

/** The geometry with each of its lines and rings made anew by `change`; a point is a line of one. */
export function mapLines(
  geometry: PlaceGeometry,
  change: (line: Line['coordinates']) => Line['coordinates'],
): PlaceGeometry {
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: change([geometry.coordinates])[0] ?? geometry.coordinates }
    case 'LineString':
      return { type: 'LineString', coordinates: change(geometry.coordinates) }
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(change) }
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(change) }
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(change)) }
  }
}

/** All lines and rings of a geometry; a point is a line of one. */
export function linesOf(geometry: PlaceGeometry): Line['coordinates'][] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

/** The one geometry that there is, or the multipart one of all. */
function pointsAs(points: Position[]): Geometry {
  const [first] = points
  return first !== undefined && points.length === 1
    ? { type: 'Point', coordinates: first }
    : { type: 'MultiPoint', coordinates: points }
}

function linesAs(lines: Position[][]): Geometry {
  const [first] = lines
  return first !== undefined && lines.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: lines }
}

function areasAs(areas: Position[][][]): Geometry {
  const [first] = areas
  return first !== undefined && areas.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: areas }
}

/**
 * Geometries as one: of one type as that or its multipart type, of several as a GeometryCollection with one member for
 * each, since RFC 7946 §3.1.8 asks for a collection only where nothing simpler holds it all. Null for none.
 */
export function gatherGeometry(geometries: readonly Geometry[]): Geometry | null {
  const points: Position[] = []
  const lines: Position[][] = []
  const areas: Position[][][] = []
  const add = (geometry: Geometry): void => {
    if (geometry.type === 'Point') points.push(geometry.coordinates)
    else if (geometry.type === 'MultiPoint') append(points, geometry.coordinates)
    else if (geometry.type === 'LineString') lines.push(geometry.coordinates)
    else if (geometry.type === 'MultiLineString') append(lines, geometry.coordinates)
    else if (geometry.type === 'Polygon') areas.push(geometry.coordinates)
    else if (geometry.type === 'MultiPolygon') append(areas, geometry.coordinates)
    else geometry.geometries.forEach(add)
  }
  geometries.forEach(add)
  const gathered = [
    ...(points.length === 0 ? [] : [pointsAs(points)]),
    ...(lines.length === 0 ? [] : [linesAs(lines)]),
    ...(areas.length === 0 ? [] : [areasAs(areas)]),
  ]
  if (gathered.length > 1) return { type: 'GeometryCollection', geometries: gathered }
  return gathered[0] ?? null
}

import type { Geometry, Position } from 'geojson'

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
    else if (geometry.type === 'MultiPoint') points.push(...geometry.coordinates)
    else if (geometry.type === 'LineString') lines.push(geometry.coordinates)
    else if (geometry.type === 'MultiLineString') lines.push(...geometry.coordinates)
    else if (geometry.type === 'Polygon') areas.push(geometry.coordinates)
    else if (geometry.type === 'MultiPolygon') areas.push(...geometry.coordinates)
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

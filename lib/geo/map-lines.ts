import type { PlaceGeometry } from '@/lib/schema/geometry'

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

import type { AnyGeometry, PlaceGeometry } from '@/lib/schema/geometry'

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

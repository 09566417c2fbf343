import type { Geometry, Position } from 'geojson'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'

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

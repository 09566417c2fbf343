import type { PlaceGeometry } from '@/lib/schema/geometry'
import { measureRingKm2 } from './measure-ring-km2'

function ringsKm2([outer = [], ...holes]: Parameters<typeof measureRingKm2>[0][]): number {
  return holes.reduce((left, hole) => left - measureRingKm2(hole), measureRingKm2(outer))
}

/** Area of a polygon or several with great-circle edges, holes taken off, km², as `measureRingKm2` has it; 0 for lines. */
export function measureShapeKm2(geometry: PlaceGeometry): number {
  if (geometry.type === 'Polygon') return ringsKm2(geometry.coordinates)
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.reduce((sum, rings) => sum + ringsKm2(rings), 0)
  return 0
}

import type { DrawnFeature } from '@/lib/derive/drawn-feature'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { toPlaceGeometry } from '@/lib/geo/to-place-geometry'

/** What a measured point is caught by: the case's points, lines, areas and rings. Arcs are no ground to measure from. */
export function listSnapTargets(features: readonly DrawnFeature[]): SnapTarget[] {
  return features.flatMap(({ geometry, properties: { part, place } }) => {
    const shape = part === 'arc' || part === 'label' ? null : toPlaceGeometry(geometry)
    return shape === null ? [] : [{ place, geometry: shape }]
  })
}

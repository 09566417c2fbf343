'use client'
import { useMemo } from 'react'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { toPlaceGeometry } from '@/lib/geo/to-place-geometry'
import { useDrawnFeatures } from './use-drawn-features'

/** What a measured point is caught by: the case's points, lines, areas and rings. Arcs are no ground to measure from. */
export function useSnapTargets(wanted: boolean): readonly SnapTarget[] {
  const { features } = useDrawnFeatures(wanted)
  return useMemo(
    () =>
      features.flatMap(({ geometry, properties: { part, place } }) => {
        const shape = part === 'arc' || part === 'label' ? null : toPlaceGeometry(geometry)
        return shape === null ? [] : [{ place, geometry: shape }]
      }),
    [features],
  )
}

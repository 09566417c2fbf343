'use client'
import { useMemo } from 'react'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { listSnapTargets } from './snap-targets'
import { useDrawnFeatures } from './use-drawn-features'

/** What a measured point is caught by, once it is wanted and there. */
export function useSnapTargets(wanted: boolean): readonly SnapTarget[] {
  const { features } = useDrawnFeatures(wanted)
  return useMemo(() => listSnapTargets(features), [features])
}

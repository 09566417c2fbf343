import type { Feature, FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { emptyCollection } from '@/lib/map/overlays'
import { append } from '@/lib/schema/plain-values'
import { createValueStore } from '../value-store'

/** Data of a reader's own that this browser keeps for a case. */
export interface KeptLayer {
  /** Among those of all cases. */
  id: string
  caseId: string
  name: string
  /** Rows, also those without a position. */
  count: number
  features: FeatureCollection
  bounds: readonly [number, number, number, number] | null
}

const kept = createValueStore<readonly KeptLayer[]>([])
const preview = createValueStore<FeatureCollection>(emptyCollection)
const dropped = createValueStore<File | null>(null)

export const setKeptLayers = kept.set
export const useKeptLayers = kept.use

/** Shows what a file holds while it is being looked at; the empty collection for nothing. */
export const setPreview = preview.set

/** A file that was dropped on the page and that no card has taken yet. */
export const setDropped = dropped.set
export const useDropped = dropped.use

/** Whether anything of a reader's own is to be drawn. */
export function useHasBrought(): boolean {
  const [layers, shown] = [kept.use(), preview.use()]
  return layers.length > 0 || shown.features.length > 0
}

/** All that is drawn of a reader's own data; the same object for as long as it is the same. */
export function useBroughtFeatures(): FeatureCollection {
  const [layers, shown] = [kept.use(), preview.use()]
  return useMemo(() => {
    if (layers.length === 0) return shown
    const features: Feature[] = []
    for (const layer of layers) append(features, layer.features.features)
    append(features, shown.features)
    return features.length === 0 ? emptyCollection : { type: 'FeatureCollection', features }
  }, [layers, shown])
}

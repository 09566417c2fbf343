import type { FeatureCollection } from 'geojson'
import { emptyCollection } from '@/lib/map/overlays'

/** The measured line and its numbers. */
export function useMeasureOverlay(): FeatureCollection {
  return emptyCollection
}

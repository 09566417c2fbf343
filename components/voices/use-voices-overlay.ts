import type { FeatureCollection } from 'geojson'
import { emptyCollection } from '@/lib/map/overlays'

/** Lines from where it was said to what it is about. */
export function useVoicesOverlay(): FeatureCollection {
  return emptyCollection
}

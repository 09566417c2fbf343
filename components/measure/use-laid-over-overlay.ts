import type { FeatureCollection } from 'geojson'
import { emptyCollection } from '@/lib/map/overlays'

/** The shape that is laid over another place. */
export function useLaidOverOverlay(): FeatureCollection {
  return emptyCollection
}

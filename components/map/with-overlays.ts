import type { StyleSpecification } from 'maplibre-gl'
import { overlayIds } from '@/lib/map/overlays'
import type { DesiredMap } from './map-contract'

/** The style with what is drawn over the case as its sources' data. */
export function withOverlays({ style, overlays }: Pick<DesiredMap, 'style' | 'overlays'>): StyleSpecification {
  const sources = overlayIds.map((id) => [id, { type: 'geojson', data: overlays[id] }])
  return { ...style, sources: { ...style.sources, ...Object.fromEntries(sources) } }
}

import type { MapLayer } from '@/lib/map/case-layer'
import type { Camera } from '@/lib/url/view'

/** What the bare page is told in its HTML, so that its map waits for no other answer. */
export interface BareConfig {
  caseId: string
  basemapVersion: string
  layers: (MapLayer & { version: string })[]
  /** [west, south, east, north] in degrees. */
  bounds: [number, number, number, number]
  /** Px that Caseboard's own panels keep free at the edges. */
  padding: { top: number; right: number; bottom: number; left: number }
  /** Where to look instead of at `bounds`. */
  camera: Camera | null
  /** Where steps through time begin, ms since 1970; null where none are measured. */
  stepsFrom: number | null
}

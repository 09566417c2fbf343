import type { CaseIndex } from '@/lib/client/caseboard-context'
import { addressedCamera } from '@/lib/client/view-store'
import { partBounds } from '@/lib/geo/part-bounds'
import type { Focus } from '@/lib/url/view'
import { focusPlaces, joinBounds } from './focus-places'
import { freePadding } from './free-padding'
import type { Bounds } from './map-contract'

/**
 * What the part of the map shows that no panel covers. While the map is on its way to a choice, or has not been moved
 * yet, that is what it frames.
 */
export function shownBounds(index: CaseIndex, focus: Focus | null): Bounds {
  const camera = addressedCamera()
  const map = document.querySelector<HTMLElement>('[data-map-frame]')
  if (camera === null || map === null) return joinBounds(focusPlaces(index, focus)) ?? index.linked.bounds
  const size = { width: map.clientWidth, height: map.clientHeight }
  return partBounds({ center: [camera.lng, camera.lat], zoom: camera.zoom }, size, freePadding(map, 0))
}

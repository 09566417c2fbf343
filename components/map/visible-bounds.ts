import type { CaseIndex } from '@/lib/client/case-context'
import { addressedCamera } from '@/lib/client/view-store'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { cameraToBounds, widenBounds } from '@/lib/geo/camera-to-bounds'
import type { Focus } from '@/lib/url/view'
import { focusPlaces, joinBounds } from './focus-places'
import { freePadding } from './free-padding'

/** What is framed around a place that is a point: about a hundred kilometres. */
const LEAST_DEGREES = 1

/**
 * What the part of the map shows that no panel covers. While the map is on its way to a choice, or has not been moved
 * yet, that is what it frames.
 */
export function visibleBounds(index: CaseIndex, focus: Focus | null): Bounds {
  const camera = addressedCamera()
  const map = document.querySelector<HTMLElement>('[data-map-frame]')
  if (camera === null || map === null) {
    const framed = joinBounds(focusPlaces(index, focus))
    return framed === null ? index.linked.bounds : widenBounds(framed, LEAST_DEGREES)
  }
  const size = { width: map.clientWidth, height: map.clientHeight }
  return cameraToBounds({ center: [camera.lng, camera.lat], zoom: camera.zoom }, size, freePadding(map, 0))
}

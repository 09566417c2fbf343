import type { Map as MapLibreMap } from 'maplibre-gl'
import { freePadding } from './free-padding'
import type { Bounds } from './map-contract'

/** Whether all of `bounds` is on the part of the map that no panel covers. */
export function isInSight(map: MapLibreMap, container: HTMLElement, [west, south, east, north]: Bounds): boolean {
  const padding = freePadding(container)
  const topLeft = map.project([west, north])
  const bottomRight = map.project([east, south])
  return (
    topLeft.x >= padding.left &&
    topLeft.y >= padding.top &&
    bottomRight.x <= container.clientWidth - padding.right &&
    bottomRight.y <= container.clientHeight - padding.bottom
  )
}

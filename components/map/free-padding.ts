import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from '@/lib/geo/camera-to-bounds'

/** Px kept free at each edge. */
export type Padding = Record<'top' | 'right' | 'bottom' | 'left', number>

/**
 * Room left between what is framed and the panels' edges, px; on a phone less, but for the search
 * field at its top, and on its side for what is written under the lowest mark.
 */
const margins = {
  desk: { top: 40, right: 40, bottom: 40, left: 40 },
  phone: { top: 64, right: 16, bottom: 16, left: 16 },
  flat: { top: 16, right: 16, bottom: 40, left: 16 },
} as const satisfies Record<string, Padding>

/** By the window's size, as in first-map.module.css. */
function windowMargins(): Padding {
  if (window.innerWidth >= 1024) return margins.desk
  return window.innerWidth < 640 || window.innerHeight >= 500 ? margins.phone : margins.flat
}

const evenly = (px: number): Padding => ({ top: px, right: px, bottom: px, left: px })

type Edge = keyof Padding

function edgeOf(panel: Element): Edge | undefined {
  const edge = getComputedStyle(panel).getPropertyValue('--map-edge').trim()
  return edge === 'top' || edge === 'right' || edge === 'bottom' || edge === 'left' ? edge : undefined
}

/**
 * The part of the map that no panel covers, less a margin, as padding in px. A panel is marked
 * `data-map-panel`; its styles say which edge it stands at (`--map-edge`), and what it covers is read from where it
 * is, so the layout stands in the style sheets only.
 */
export function freePadding(container: HTMLElement, margin?: number): Padding {
  const frame = container.getBoundingClientRect()
  const least = margin === undefined ? windowMargins() : evenly(margin)
  const padding: Padding = { ...least }
  for (const panel of document.querySelectorAll('[data-map-panel]')) {
    const edge = edgeOf(panel)
    const box = panel.getBoundingClientRect()
    if (edge === undefined || box.width === 0 || box.height === 0) continue
    const covered = {
      top: box.bottom - frame.top,
      right: frame.right - box.left,
      bottom: frame.bottom - box.top,
      left: box.right - frame.left,
    }
    padding[edge] = Math.max(padding[edge], covered[edge] + least[edge])
  }
  return shrinkToFit(padding, frame)
}

/** Padding that leaves nothing would make the camera NaN: where panels cover all, keep a third of the map. */
function shrinkToFit(padding: Padding, frame: DOMRect): Padding {
  const across = Math.min(1, (frame.width * 0.66) / (padding.left + padding.right))
  const down = Math.min(1, (frame.height * 0.66) / (padding.top + padding.bottom))
  return {
    left: padding.left * across,
    right: padding.right * across,
    top: padding.top * down,
    bottom: padding.bottom * down,
  }
}

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

import { type Frame, type FrameCamera, worldPx } from './camera-to-bounds'
import { projectMercator, unprojectMercator } from './project-mercator'

/** Px at each edge of a map that do not count. */
type Inset = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>

/**
 * What a north-up map of that size shows within `inset`, `[west, south, east, north]` in degrees: the part that no panel
 * covers. The inset must leave something.
 */
export function partBounds(
  { center, zoom }: FrameCamera,
  { width, height }: Frame,
  inset: Inset,
): [west: number, south: number, east: number, north: number] {
  const world = worldPx * 2 ** zoom
  const [x, y] = projectMercator([...center])
  const [west, north] = unprojectMercator([x + (inset.left - width / 2) / world, y + (inset.top - height / 2) / world])
  const [east, south] = unprojectMercator([
    x + (width / 2 - inset.right) / world,
    y + (height / 2 - inset.bottom) / world,
  ])
  return [west, south, east, north]
}

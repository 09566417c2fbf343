import { type Frame, type FrameCamera, worldPx } from './camera-to-bounds'
import { projectMercator, unprojectMercator } from './project-mercator'

/**
 * The nearest camera with which a north-up map of that size shows all of `bounds` (`[west, south, east, north]` in
 * degrees), in its middle: the inverse of `cameraToBounds`. Throws a RangeError for bounds without extent.
 */
export function boundsToCamera(
  [west, south, east, north]: readonly [west: number, south: number, east: number, north: number],
  { width, height }: Frame,
): FrameCamera {
  const [left, top] = projectMercator([west, north])
  const [right, bottom] = projectMercator([east, south])
  if (!(right > left && bottom > top)) throw new RangeError('bounds must have an extent')
  const world = Math.min(width / (right - left), height / (bottom - top))
  return { center: unprojectMercator([(left + right) / 2, (top + bottom) / 2]), zoom: Math.log2(world / worldPx) }
}

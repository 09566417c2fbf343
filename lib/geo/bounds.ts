import { bbox, feature, featureCollection } from '@turf/turf'
import type { Geometry } from 'geojson'
import { type Bounds, type Frame, type FrameCamera, worldPx } from './camera-to-bounds'
import { projectMercator, unprojectMercator } from './project-mercator'

/** The box around geometries, `[west, south, east, north]` in degrees. None of them may cross the antimeridian. Throws a RangeError for none. */
export function frameBounds(geometries: readonly Geometry[]): [number, number, number, number] {
  if (geometries.length === 0) throw new RangeError('nothing to frame')
  const [west, south, east, north] = bbox(featureCollection(geometries.map((geometry) => feature(geometry))))
  return [west, south, east, north]
}

/** Bounds in degrees, widened about their middle to at least `least` degrees each way: a point has none of its own to frame. */
export function widenBounds([west, south, east, north]: Bounds, least: number): Bounds {
  const [across, up] = [Math.max(0, least - (east - west)) / 2, Math.max(0, least - (north - south)) / 2]
  return [west - across, south - up, east + across, north + up]
}

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

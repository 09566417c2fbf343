import { isClosed, MIN_CORNERS } from '@/lib/geo/drawn-area'
import { type SnapTarget, snapPoint } from '@/lib/geo/snap-point'
import type { LngLat } from '@/lib/schema/geometry'

/** How near a pointer must come to catch, px. */
const REACH_PX = 12
/** Of an address's 0.00001°, with some room: at this zoom and reach a point is where another is. */
const SAME = { zoom: 20, reachPx: 16 }

/** The line closed to an area; as it is where it is one, or has fewer than three points. */
export function closeLine(points: readonly LngLat[]): readonly LngLat[] {
  const [first] = points
  return first === undefined || points.length < MIN_CORNERS || isClosed(points) ? points : [...points, first]
}

/** The points that are seen: of an area, the first once. */
export function cornersOf(points: readonly LngLat[]): readonly LngLat[] {
  return isClosed(points) ? points.slice(0, -1) : points
}

/** Index of the line's point within reach of a pointer; null for none. */
export function pointAt(points: readonly LngLat[], at: LngLat, zoom: number): number | null {
  const targets = cornersOf(points).map(
    (coordinates, index): SnapTarget => ({
      place: String(index),
      geometry: { type: 'Point', coordinates },
    }),
  )
  const caught = snapPoint(at, targets, zoom, REACH_PX)
  return caught === null ? null : Number(caught.place)
}

/** The line with one point elsewhere; an area stays closed. */
export function movePoint(points: readonly LngLat[], index: number, to: LngLat): readonly LngLat[] {
  const moved = cornersOf(points).map((point, at) => (at === index ? to : point))
  return isClosed(points) ? closeLine(moved) : moved
}

/** The line without one of its points; an area stays one while it has three. */
export function removePoint(points: readonly LngLat[], index: number): readonly LngLat[] {
  const left = cornersOf(points).filter((_, at) => at !== index)
  return isClosed(points) ? closeLine(left) : left
}

/** Those of the targets that are on the map: of places that the filter, the layers and the window of time leave there. */
export function targetsOnMap(targets: readonly SnapTarget[], shown: ReadonlySet<string>): readonly SnapTarget[] {
  return targets.filter(({ place }) => shown.has(place))
}

/** Where a pointer's click comes down: on what of the case is near, else where it is. */
export function snapped(at: LngLat, targets: readonly SnapTarget[], zoom: number): LngLat {
  return snapPoint(at, targets, zoom, REACH_PX)?.at ?? at
}

/** Id of the place that a point of the line stands on, and whether on a point of it; null where on none. */
export function standsOn(at: LngLat, targets: readonly SnapTarget[]): { place: string; onPoint: boolean } | null {
  const caught = snapPoint(at, targets, SAME.zoom, SAME.reachPx)
  return caught && { place: caught.place, onPoint: caught.on === 'point' }
}

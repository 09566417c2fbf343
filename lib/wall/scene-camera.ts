import { boundsToCamera } from '@/lib/geo/bounds-to-camera'
import { sceneFrame } from '@/lib/geo/camera-to-bounds'
import type { Scene } from '@/lib/schema/scene'

/** What a scene's camera may be, as in its schema. */
const limits = { zoom: 12, lng: 180, lat: 85 } as const
/** As near as the map comes to a single place, which has no extent to say how near. */
const POINT_ZOOM = 8.5
/** Of less extent than this, degrees, nothing on the map is. */
const POINT_EXTENT = 1e-4

function within(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}

/**
 * The camera of a scene that shows all of `bounds` (`[west, south, east, north]` in degrees) in the scenes' own frame,
 * without digits that no screen shows: 0.01 of a zoom, 0.0001° (11 m).
 */
export function toSceneCamera(
  bounds: readonly [west: number, south: number, east: number, north: number],
): Scene['camera'] {
  const [west, east] = [bounds[0], bounds[2]]
  const [south, north] = [within(bounds[1], limits.lat), within(bounds[3], limits.lat)]
  const point = east - west < POINT_EXTENT || north - south < POINT_EXTENT
  const { center, zoom } = point
    ? { center: [(west + east) / 2, (south + north) / 2] as const, zoom: POINT_ZOOM }
    : boundsToCamera([west, south, east, north], sceneFrame)
  return {
    center: [Number(within(center[0], limits.lng).toFixed(4)), Number(within(center[1], limits.lat).toFixed(4))],
    // Downward: nothing may fall off the edge for a rounded zoom.
    zoom: Math.max(0, Math.floor(within(zoom, limits.zoom) * 100) / 100),
  }
}

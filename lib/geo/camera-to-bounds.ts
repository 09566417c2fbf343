import { projectMercator, unprojectMercator } from './project-mercator'

/** A map's geographic centre, `[lng, lat]` in degrees, and its zoom (MapLibre's: the world is 512 px wide at zoom 0). */
export interface FrameCamera {
  center: readonly [lng: number, lat: number]
  zoom: number
}

/** A map's size in CSS px. */
export interface Frame {
  width: number
  height: number
}

/**
 * The frame that the camera of a scene, and of whoever looks around on a wall, is meant for: what it would show is
 * shown by a map of any size and shape.
 */
export const sceneFrame: Frame = { width: 1200, height: 800 }

/** Width of the world at zoom 0, px: https://maplibre.org/maplibre-style-spec/sources/ (tiles of 512 px). */
export const worldPx = 512

/** The largest box of `frame`'s shape that fits into a box of `room`'s size. */
export function largestWithin(frame: Frame, room: Frame): Frame {
  const scale = Math.min(room.width / frame.width, room.height / frame.height)
  return { width: frame.width * scale, height: frame.height * scale }
}

/** What a north-up map of that size shows with that camera: `[west, south, east, north]` in degrees. */
export function cameraToBounds(
  { center, zoom }: FrameCamera,
  { width, height }: Frame,
): [west: number, south: number, east: number, north: number] {
  const world = worldPx * 2 ** zoom
  const [x, y] = projectMercator([...center])
  const [west, north] = unprojectMercator([x - width / world / 2, y - height / world / 2])
  const [east, south] = unprojectMercator([x + width / world / 2, y + height / world / 2])
  return [west, south, east, north]
}

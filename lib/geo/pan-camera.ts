import { worldPx } from './camera-to-bounds'
import { clamp } from './clamp'
import { projectMercator, unprojectMercator } from './project-mercator'

/** What a scene's camera may be: the same as in its schema. */
const MOST_ZOOM = 12
const MOST_LAT = 85

/** Geographic centre in degrees, and zoom on tiles of 512 px. */
interface CentredCamera {
  lng: number
  lat: number
  zoom: number
}

/** A movement of the picture under one finger or two, CSS px of the frame that the camera is for. */
export interface PictureMove {
  /** Right and down: where the ground goes. */
  dx: number
  dy: number
  /** Levels of zoom; 1 doubles. */
  zoomBy?: number
  /** The point that the zoom keeps in place before it is moved, right and down from the middle of the frame. */
  around?: { x: number; y: number }
}

/**
 * The camera after a movement: the ground under the finger stays under it. Web Mercator (EPSG:3857). Zoom is held to
 * 0–12 and the centre's latitude to ±85 degrees; longitude goes on round the world, within ±180.
 */
export function panCamera({ lng, lat, zoom }: CentredCamera, move: PictureMove): CentredCamera {
  const { dx, dy, zoomBy = 0, around = { x: 0, y: 0 } } = move
  const [x, y] = projectMercator([lng, lat])
  const zoomed = clamp(zoom + zoomBy, 0, MOST_ZOOM)
  const before = worldPx * 2 ** zoom
  const after = worldPx * 2 ** zoomed
  const centreX = x + around.x / before - (around.x + dx) / after
  const centreY = y + around.y / before - (around.y + dy) / after
  const [lngTo, latTo] = unprojectMercator([centreX - Math.floor(centreX), centreY])
  return { lng: lngTo, lat: clamp(latTo, -MOST_LAT, MOST_LAT), zoom: zoomed }
}

/** Where a place, `[lng, lat]` in degrees, stands in a camera's frame: CSS px right and down from its middle. */
export function placeInFrame(
  place: readonly [lng: number, lat: number],
  { lng, lat, zoom }: CentredCamera,
): { x: number; y: number } {
  const size = worldPx * 2 ** zoom
  const [x, y] = projectMercator([place[0], place[1]])
  const [centreX, centreY] = projectMercator([lng, lat])
  // Round the world the shorter way.
  const across = x - centreX - Math.round(x - centreX)
  return { x: across * size, y: (y - centreY) * size }
}

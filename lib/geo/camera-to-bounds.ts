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

/** A part of the map, in degrees; west lies below east, so that none crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

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

/** Px at each edge of a map that do not count. */
type Inset = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>

const noInset: Inset = { top: 0, right: 0, bottom: 0, left: 0 }

/**
 * What a north-up map of that size shows with that camera within `inset`, which must leave something:
 * `[west, south, east, north]` in degrees.
 */
export function cameraToBounds(
  { center, zoom }: FrameCamera,
  { width, height }: Frame,
  inset = noInset,
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

/** Bounds in degrees, widened about their middle to at least `least` degrees each way: a point has none of its own to frame. */
export function widenBounds([west, south, east, north]: Bounds, least: number): Bounds {
  const [across, up] = [Math.max(0, least - (east - west)) / 2, Math.max(0, least - (north - south)) / 2]
  return [west - across, south - up, east + across, north + up]
}

/** `bounds` with each edge moved by a share of the way to that of `around`, where that lies farther out. */
export function towardsBounds(bounds: Bounds, around: Bounds, share: number): Bounds {
  const [west, south, east, north] = bounds
  return [
    west + share * Math.min(0, around[0] - west),
    south + share * Math.min(0, around[1] - south),
    east + share * Math.max(0, around[2] - east),
    north + share * Math.max(0, around[3] - north),
  ]
}

/**
 * The nearest camera with which a north-up map of that size shows all of `bounds` (`[west, south, east, north]` in
 * degrees), in its middle: the inverse of `cameraToBounds`. Throws a RangeError for bounds without extent.
 */
export function boundsToCamera([west, south, east, north]: Bounds, { width, height }: Frame): FrameCamera {
  const [left, top] = projectMercator([west, north])
  const [right, bottom] = projectMercator([east, south])
  if (!(right > left && bottom > top)) throw new RangeError('bounds must have an extent')
  const world = Math.min(width / (right - left), height / (bottom - top))
  return { center: unprojectMercator([(left + right) / 2, (top + bottom) / 2]), zoom: Math.log2(world / worldPx) }
}

/** Length of the equator, km: WGS 84, as Web Mercator takes it for a sphere. */
const EQUATOR_KM = 40_075.016686

const steps = [1, 2, 3, 5] as const

/** Kilometres that a pixel of a Web Mercator map (512 px for the world at zoom 0) is wide at a latitude, degrees. */
export function kmPerPixel(zoom: number, latitude: number): number {
  return (EQUATOR_KM * Math.cos((latitude * Math.PI) / 180)) / (worldPx * 2 ** zoom)
}

/**
 * The longest round length (1, 2, 3 or 5 times a power of ten) whose bar is no wider than `maxPx`: its length in km and
 * its width in px. Throws a RangeError for a scale or a width that is not above zero.
 */
export function scaleBar(kmPerPx: number, maxPx: number): { km: number; px: number } {
  const most = kmPerPx * maxPx
  if (!(most > 0) || !Number.isFinite(most)) throw new RangeError('scale and width must be above zero')
  const power = 10 ** Math.floor(Math.log10(most))
  const step = steps.findLast((each) => each * power <= most * (1 + 1e-9)) ?? 1
  return { km: step * power, px: (step * power) / kmPerPx }
}

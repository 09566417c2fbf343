import { extentOf } from '@/lib/derive/arrays'
import { type Bounds, boundsToCamera, type Frame, type FrameCamera, worldPx } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { projectMercator, unprojectMercator } from '@/lib/geo/project-mercator'

/** Px at each edge of a map that its first view leaves free. */
type Edges = readonly [top: number, right: number, bottom: number, left: number]

/** A size that the map may have, px, and what its first view leaves free: without and with a record in focus. */
type Room = readonly [width: number, height: number, edges: Edges, focusedEdges: Edges]

/** Windows for which the first view is drawn alike, since they lay the page out alike: as first-map.module.css has it. */
interface WindowClass {
  media: string | null
  /** How much larger than on a desk the map's lines and names are. */
  scale: number
  /** The usual one first: for that the picture is drawn at its own size; the others say how far it has to reach. */
  rooms: readonly [Room, ...Room[]]
  /** What is drawn around a camera, px: as large as such a map may be. */
  largest: Frame
}

const desk: Edges = [40, 264, 74, 40]
const deskFocused: Edges = [40, 140, 74, 40]
const wideFocused: Edges = [40, 140, 74, 432]
const phone: Edges = [64, 16, 16, 16]
/** Beside a record the sheet takes so much more of a phone's window. */
const phoneFocused: Edges = [64, 16, 138, 16]
const lowPhoneFocused: Edges = [64, 16, 42, 16]
const flat: Edges = [16, 16, 82, 16]
const large: Edges = [40, 398, 94, 40]
const largeFocused: Edges = [40, 199, 94, 667]

/** The first whose media query holds is a window's; the last has none. */
const windowClasses: readonly WindowClass[] = [
  {
    media: '(width >= 2400px) and (height >= 1300px)',
    scale: 1.6,
    largest: { width: 3840, height: 2160 },
    rooms: [
      [3213, 1952, large, largeFocused],
      [1773, 1092, large, largeFocused],
    ],
  },
  {
    media: '((width < 640px) or ((width < 1024px) and (height >= 500px)))',
    scale: 1,
    largest: { width: 1024, height: 1400 },
    rooms: [
      [390, 512, phone, phoneFocused],
      [430, 600, phone, phoneFocused],
      [360, 308, phone, lowPhoneFocused],
      [768, 692, phone, phoneFocused],
    ],
  },
  {
    media: '(width < 1024px)',
    scale: 1,
    largest: { width: 684, height: 500 },
    rooms: [
      [504, 260, flat, flat],
      [584, 300, flat, flat],
    ],
  },
  {
    media: '(width < 1280px)',
    scale: 1,
    largest: { width: 900, height: 1200 },
    rooms: [
      [632, 638, desk, deskFocused],
      [632, 900, desk, deskFocused],
      [880, 590, desk, deskFocused],
    ],
  },
  {
    media: null,
    scale: 1,
    largest: { width: 2560, height: 1440 },
    rooms: [
      [1048, 770, desk, deskFocused],
      [888, 590, desk, deskFocused],
      [1528, 950, desk, wideFocused],
      [2168, 950, desk, wideFocused],
    ],
  },
]

/** A picture of the first view for one class of windows. */
export interface FirstPicture {
  media: string | null
  scale: number
  /** What it shows, and of which size it is drawn, px. */
  bounds: Bounds
  size: Frame
  /** How much wider and higher than the free part of the map it is, in percent; null where it has the size that it was drawn at. */
  reach: Frame | null
}

/** As far to one edge as to the other, and a little over both, since sizes are rounded. */
const BLEED = 2.02
/** No farther than twice the way to each edge: beyond that a window is of a shape that nobody has. */
const MOST_REACH = 5
/** Where Web Mercator's square ends in both directions, with a margin for rounding. */
const SQUARE = { min: 0.002, max: 0.998 } as const

interface MercatorBox {
  center: readonly [x: number, y: number]
  width: number
  height: number
}

function boxOf([west, south, east, north]: Bounds): MercatorBox {
  const [[left, top], [right, bottom]] = [projectMercator([west, north]), projectMercator([east, south])]
  return { center: [(left + right) / 2, (top + bottom) / 2], width: right - left, height: bottom - top }
}

function boundsOf({ center: [x, y], width, height }: MercatorBox): Bounds {
  const [west, north] = unprojectMercator([x - width / 2, y - height / 2])
  const [east, south] = unprojectMercator([x + width / 2, y + height / 2])
  return [west, south, east, north]
}

function freeOf([width, height, edges, focused]: Room, isFocused: boolean): Rectangle {
  const [top, right, bottom, left] = isFocused ? focused : edges
  return { left, top, right: width - right, bottom: height - bottom }
}

/** How much larger than what is framed the picture has to be to fill such a map, in each direction. */
function reachIn(room: Room, { width, height }: MercatorBox, isFocused: boolean): Frame & { px: number } {
  const free = freeOf(room, isFocused)
  const px = Math.min((free.right - free.left) / width, (free.bottom - free.top) / height)
  const [x, y] = [(free.left + free.right) / 2, (free.top + free.bottom) / 2]
  const [across, down] = [Math.max(x, room[0] - x), Math.max(y, room[1] - y)]
  return { width: (BLEED * across) / (width * px), height: (BLEED * down) / (height * px), px }
}

/** `reach` as far as the square goes, the same to both sides. */
function withinSquare(reach: number, middle: number, side: number): number {
  const room = Math.min(middle - SQUARE.min, SQUARE.max - middle)
  return Math.max(1, Math.min(reach, MOST_REACH, (2 * room) / side))
}

/** The pictures of a first view that frames `bounds`: drawn as far around them as the maps of each class of windows show. */
export function framedPictures(bounds: Bounds, isFocused: boolean): FirstPicture[] {
  const box = boxOf(bounds)
  return windowClasses.map(({ media, scale, rooms }): FirstPicture => {
    const reaches = rooms.map((room) => reachIn(room, box, isFocused))
    const reach = {
      width: Math.min(MOST_REACH, extentOf(reaches.map(({ width }) => width))[1]),
      height: withinSquare(extentOf(reaches.map(({ height }) => height))[1], box.center[1], box.height),
    }
    const px = reaches[0]?.px ?? 0
    const shown = { center: box.center, width: box.width * reach.width, height: box.height * reach.height }
    const size = { width: Math.round(shown.width * px), height: Math.round(shown.height * px) }
    const percent = (times: number) => Math.round(times * 10_000) / 100
    return {
      ...{ media, scale, bounds: boundsOf(shown), size },
      reach: { width: percent(reach.width), height: percent(reach.height) },
    }
  })
}

/** The pictures of a first view that a camera says. */
export function cameraPictures({ center, zoom }: FrameCamera): FirstPicture[] {
  const world = worldPx * 2 ** zoom
  const [x, y] = projectMercator([...center])
  return windowClasses.map(({ media, scale, largest }): FirstPicture => {
    const room = 2 * Math.min(y - SQUARE.min, SQUARE.max - y) * world
    const size = { width: largest.width, height: Math.min(largest.height, Math.floor(room)) }
    const shown = { center: [x, y] as const, width: size.width / world, height: size.height / world }
    return { media, scale, bounds: boundsOf(shown), size, reach: null }
  })
}

/** What a first view frames at least, px at the nearest zoom that framing comes to: about what a map on a desk leaves free. */
const LEAST: Frame = { width: 744, height: 656 }

/** `bounds` with enough around them that the map comes no nearer than `mostZoom` on a desk: a point has no extent of its own. */
export function firstBounds(bounds: Bounds, mostZoom: number): Bounds {
  const { center, width, height } = boxOf(bounds)
  const world = worldPx * 2 ** mostZoom
  // As large in one direction is enough: the other is then framed as it is.
  const times = Math.max(width / (LEAST.width / world), height / (LEAST.height / world))
  if (times >= 1) return bounds
  return boundsOf({ center, width: LEAST.width / world, height: LEAST.height / world })
}

/** The camera of a map of that size with which `bounds` fill its part `free`, px, in the middle. */
export function cameraInFree(bounds: Bounds, free: Rectangle, { width, height }: Frame): FrameCamera {
  const { center, zoom } = boundsToCamera(bounds, { width: free.right - free.left, height: free.bottom - free.top })
  const world = worldPx * 2 ** zoom
  const [x, y] = projectMercator([...center])
  const [dx, dy] = [width / 2 - (free.left + free.right) / 2, height / 2 - (free.top + free.bottom) / 2]
  return { center: unprojectMercator([x + dx / world, y + dy / world]), zoom }
}

import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import type { Bounds, Frame } from '@/lib/geo/camera-to-bounds'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { insetLeader, isClearOf, needsInset } from '@/lib/geo/inset-leader'
import { placesWithin } from '@/lib/geo/places-within'
import type { Point } from '@/lib/geo/project-mercator'
import type { Hue } from '@/lib/schema/plain-values'

type Project = (position: [lng: number, lat: number]) => Point

/** A part of the map that is drawn larger in a frame of its own. */
export interface StillInset {
  bounds: Bounds
  title: string
  side: 'left' | 'right'
  /** The number and hue of its thread; null for none. */
  thread: { number: number; hue: Hue } | null
}

/**
 * Whether an inset has anything to show: a place in it that is shown. What only names what the map names too would leave
 * the frame empty.
 */
export function hasContent(
  { places, layers }: Pick<LinkedCase, 'places' | 'layers'>,
  bounds: Bounds,
  isShown: (place: LinkedPlace) => boolean,
): boolean {
  const named = new Set(layers.filter(({ context }) => context === true).map(({ id }) => id))
  const shown = places.filter((place) => !named.has(place.layer) && isShown(place))
  return placesWithin(shown, bounds).size > 0
}

/** The insets that a case declares and that have anything to show, as a picture of its map has them. */
export function listInsets(
  linked: Pick<LinkedCase, 'insets' | 'threads' | 'places' | 'layers'>,
  isShown: (place: LinkedPlace) => boolean,
): StillInset[] {
  const { insets = [], threads = [] } = linked
  return insets
    .filter(({ bounds }) => hasContent(linked, bounds, isShown))
    .map(({ title, bounds, side = 'left', thread: id }) => {
      const index = threads.findIndex((each) => each.id === id)
      const thread = threads[index]
      return { title, bounds, side, thread: thread === undefined ? null : { number: index + 1, hue: thread.hue } }
    })
}

/** Of an inset on a map with room for it, px; on a smaller one it is smaller in proportion. */
const INSET_SIZE = { width: 292, height: 252 } as const
/** Its title, px: the map stands under it. */
export const INSET_TITLE_PX = 32
const EDGE_PX = 16
/** The least width of a map that has room for an inset at its full size, and for any, px. */
const ROOM = { whole: 1000, any: 600 } as const
/** A frame on the map, and the size of the map within it. */
interface InsetFrame extends Rectangle {
  map: Frame
}

/** Where a map of that size has the frame of an inset; null where there is no room. */
function insetFrame(side: StillInset['side'], { width, height }: Frame): InsetFrame | null {
  if (width < ROOM.any || height < ROOM.any * 0.75) return null
  const scale = Math.min(1, width / ROOM.whole)
  const [w, h] = [Math.round(INSET_SIZE.width * scale), Math.round(INSET_SIZE.height * scale)]
  const left = side === 'left' ? EDGE_PX : width - EDGE_PX - w
  const bottom = height - EDGE_PX
  return { left, right: left + w, top: bottom - h, bottom, map: { width: w, height: h - INSET_TITLE_PX } }
}

/** How large the map of an inset is on a map of that size, px. */
export function insetMap(side: StillInset['side'], size: Frame): Frame {
  return insetFrame(side, size)?.map ?? INSET_SIZE
}

/** Where a map has these bounds, px. */
function boxOf([west, south, east, north]: Bounds, project: Project): Rectangle {
  const [[left, top], [right, bottom]] = [project([west, north]), project([east, south])]
  return { left, top, right, bottom }
}

/** An inset that a map has: it, its frame, and where the map has what it shows. */
export interface PlacedInset {
  inset: StillInset
  frame: InsetFrame
  box: Rectangle
}

/** The insets that add something to a map of that size, and that it has room for: one in each of its lower corners. */
export function placeInsets(insets: readonly StillInset[], size: Frame, project: Project): PlacedInset[] {
  const taken = new Set<StillInset['side']>()
  return insets.flatMap((inset): PlacedInset[] => {
    const frame = insetFrame(inset.side, size)
    const box = boxOf(inset.bounds, project)
    if (frame === null || taken.has(inset.side)) return []
    if (!needsInset(box, size, frame.map) || !isClearOf(frame, box)) return []
    taken.add(inset.side)
    return [{ inset, frame, box }]
  })
}

/** Between the boxes that cover a leader, and how far each reaches, px. */
const LEADER = { step: 6, reach: 4 } as const

/** What an inset covers of the map: its frame, its badge and the line between them. */
export function insetCover({ inset, frame, box }: PlacedInset): Rectangle[] {
  const around = (x: number, y: number, reach: number) => ({
    ...{ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach },
  })
  const badge = inset.thread === null ? [] : [around(box.left, (box.top + box.bottom) / 2, 11)]
  const [start, end] = insetLeader(box, frame) ?? []
  if (start === undefined || end === undefined) return [frame, ...badge]
  const steps = Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / LEADER.step)
  const leader = Array.from({ length: steps }, (_, index) => {
    const share = index / steps
    return around(start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1]), LEADER.reach)
  })
  return [frame, ...badge, ...leader]
}

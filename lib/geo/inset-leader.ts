import type { Frame } from './camera-to-bounds'
import { clamp } from './clamp'
import type { Rectangle } from './clip-to-frame'
import type { Point } from './project-mercator'

/** From so much of an inset's width on, its part of the map is large enough to do without. */
const LARGE_ENOUGH = 0.6

/**
 * Whether an inset of that size adds to a map: `box`, px, is where the map has what the inset shows. It does not where
 * that is out of sight, or nearly as large as in the inset.
 */
export function needsInset({ left, top, right, bottom }: Rectangle, map: Frame, inset: Frame): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const isInSight = x >= 0 && x <= map.width && y >= 0 && y <= map.height
  return isInSight && right - left < inset.width * LARGE_ENOUGH && bottom - top < inset.height * LARGE_ENOUGH
}

/** Between the box of an inset and its frame at least, px: nearer, the frame would cover what it is drawn for. */
const APART_PX = 12

/** Whether the frame of an inset stands clear of the box that it shows. */
export function isClearOf(frame: Rectangle, box: Rectangle): boolean {
  return (
    box.right + APART_PX <= frame.left ||
    box.left - APART_PX >= frame.right ||
    box.bottom + APART_PX <= frame.top ||
    box.top - APART_PX >= frame.bottom
  )
}

/** Where two stretches overlap or, if they do not, the ends that face each other: of the first, then of the second. */
function facing(from: readonly [number, number], to: readonly [number, number]): [a: number, b: number] {
  const [start, end] = [Math.max(from[0], to[0]), Math.min(from[1], to[1])]
  if (start > end) return from[1] < to[0] ? [from[1], to[0]] : [from[0], to[1]]
  const middle = clamp((from[0] + from[1]) / 2, start, end)
  return [middle, middle]
}

/**
 * The line from the box on the map that an inset shows to the inset's frame, px: upright or level where the two face each
 * other, else from corner to corner. Null where one lies over the other, since there it would lead nowhere.
 */
export function insetLeader(box: Rectangle, frame: Rectangle): [Point, Point] | null {
  const [x1, x2] = facing([box.left, box.right], [frame.left, frame.right])
  const [y1, y2] = facing([box.top, box.bottom], [frame.top, frame.bottom])
  if (x1 === x2 && y1 === y2) return null
  return [
    [x1, y1],
    [x2, y2],
  ]
}

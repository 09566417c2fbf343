import { type Point, projectMercator } from './project-mercator'

/** x′ = a·x + c·y + e and y′ = b·x + d·y + f, in the order of an SVG `matrix()`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A corner of Mercator's unit square and those beside it, well within the latitudes that a map projects. */
const corners = { origin: [0.25, 0.25], right: [0.75, 0.25], below: [0.25, 0.75] } as const

/**
 * The map from Mercator's unit square to a screen that a camera without pitch makes, found from where it puts three
 * places: it scales, turns and moves, whatever padding it has.
 */
export function affineOf(project: (unit: Point) => Point): Affine {
  const at = ([x, y]: readonly [number, number]) => project([x, y])
  const [ox, oy] = at(corners.origin)
  const [rx, ry] = at(corners.right)
  const [bx, by] = at(corners.below)
  const span = corners.right[0] - corners.origin[0]
  const [a, b, c, d] = [(rx - ox) / span, (ry - oy) / span, (bx - ox) / span, (by - oy) / span]
  const [x, y] = corners.origin
  return [a, b, c, d, ox - a * x - c * y, oy - b * x - d * y]
}

export function applyAffine([a, b, c, d, e, f]: Affine, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** `[lng, lat]` in degrees on the screen of a camera, on whichever side of the antimeridian the world is drawn. */
export function placeOnScreen(camera: Affine, [lng = 0, lat = 0]: readonly number[]): Point {
  const [x, y] = projectMercator([lng, lat])
  // A place at +180 stays there: it is the world's eastern edge, not its western.
  return applyAffine(camera, [x < 0 || x > 1 ? x - Math.floor(x) : x, y])
}

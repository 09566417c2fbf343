import type { Point } from './project-mercator'

/** A rectangle on a drawing, px. */
export interface Rectangle {
  left: number
  top: number
  right: number
  bottom: number
}

type Edge = { inside: (point: Point) => boolean; cut: (from: Point, to: Point) => Point }

function atX(x: number): Edge['cut'] {
  return ([ax, ay], [bx, by]) => [x, ay + ((x - ax) / (bx - ax)) * (by - ay)]
}

function atY(y: number): Edge['cut'] {
  return ([ax, ay], [bx, by]) => [ax + ((y - ay) / (by - ay)) * (bx - ax), y]
}

/**
 * The part of a ring inside the frame: Sutherland and Hodgman 1974, one edge after the other. A ring that leaves and
 * returns stays one, joined along the frame, which only an outline would show. Empty where nothing is inside.
 */
export function clipRingToFrame(ring: readonly Point[], { left, top, right, bottom }: Rectangle): Point[] {
  const edges: Edge[] = [
    { inside: ([x]) => x >= left, cut: atX(left) },
    { inside: ([x]) => x <= right, cut: atX(right) },
    { inside: ([, y]) => y >= top, cut: atY(top) },
    { inside: ([, y]) => y <= bottom, cut: atY(bottom) },
  ]
  return edges.reduce<Point[]>(
    (points, { inside, cut }) =>
      points.flatMap((point, index) => {
        const before = points.at(index - 1) ?? point
        const enters = inside(before) !== inside(point) ? [cut(before, point)] : []
        return inside(point) ? [...enters, point] : enters
      }),
    [...ring],
  )
}

/** Whether the box around a segment touches the frame: a long one may cross it with both ends outside. */
function mayCross([ax, ay]: Point, [bx, by]: Point, { left, top, right, bottom }: Rectangle): boolean {
  return Math.max(ax, bx) >= left && Math.min(ax, bx) <= right && Math.max(ay, by) >= top && Math.min(ay, by) <= bottom
}

/** The stretches of a line that lie in the frame, with the points outside that they come from and go to. */
export function clipLineToFrame(line: readonly Point[], frame: Rectangle): Point[][] {
  const stretches: Point[][] = []
  let current: Point[] | null = null
  for (const [index, point] of line.entries()) {
    const before = line[index - 1]
    if (before === undefined) continue
    if (!mayCross(before, point, frame)) {
      current = null
    } else if (current === null) {
      current = [before, point]
      stretches.push(current)
    } else {
      current.push(point)
    }
  }
  return stretches
}

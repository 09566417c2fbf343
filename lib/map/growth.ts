import type { Position } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'

/**
 * Feature state of a mark that is drawing itself: from 0 to 1 it grows from its tail to its end, and from there to `WHOLE`
 * what is written at it comes. A mark that stands has none.
 */
export const GROWN = 'grown'

/** From here on a mark and its words stand. */
export const WHOLE = 1.25

/** The part of a mark's length over which its end fades while it grows. */
const SOFT = 0.12
/** How far a mark has grown when the head at its end begins to be seen. */
const HEAD_FROM = 0.9

const grown: ExpressionSpecification = ['coalesce', ['feature-state', GROWN], WHOLE]

/** From 0 to 1 while a mark grows from `from` to `to`; exactly 1 for one that stands. */
function ramp(from: number, to: number): ExpressionSpecification {
  return ['max', 0, ['min', 1, ['/', ['-', grown, from], to - from]]]
}

/** What pieces of a mark are multiplied with, by how far along it they are. */
export const grownPiece: ExpressionSpecification = [
  'max',
  0,
  ['min', 1, ['/', ['-', ['*', 1 + SOFT, grown], ['get', 'along']], SOFT]],
]

/** The same for a line that is cut to what it has grown. */
export const grownLine = ramp(0, 0.02)

/** The same for the head at its end. */
export const grownHead = ramp(HEAD_FROM, 1)

/** The same for what is written at it. */
export const grownWords = ramp(1, WHOLE)

/** The first `share`, 0 to 1, of a line, from its start; at least two positions. */
export function lineUpTo(line: readonly Position[], share: number): Position[] {
  const lengths = line.slice(1).map(([x = 0, y = 0], index) => {
    const [fromX = 0, fromY = 0] = line[index] ?? []
    return Math.hypot(x - fromX, y - fromY)
  })
  let left = share * lengths.reduce((sum, length) => sum + length, 0)
  for (const [index, length] of lengths.entries()) {
    const [from = [], to = []] = line.slice(index, index + 2)
    if (left <= length) {
      const part = length > 0 ? left / length : 0
      const at = [0, 1].map((axis) => (from[axis] ?? 0) + ((to[axis] ?? 0) - (from[axis] ?? 0)) * part)
      return [...line.slice(0, index + 1), at]
    }
    left -= length
  }
  return [...line]
}

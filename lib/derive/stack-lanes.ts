/** Anything that takes room along a line, px. */
export interface Extent {
  x0: number
  x1: number
}

/**
 * The lane of each extent, in their order: no two of a lane overlap, though they may touch, and no stack is higher than the
 * most that overlap anywhere. Of those that begin together the widest take the first lanes.
 */
export function stackLanes(extents: readonly Extent[]): { lanes: number[]; count: number } {
  const lanes = extents.map(() => 0)
  const ends: number[] = []
  const order = [...extents.entries()].toSorted(([, a], [, b]) => a.x0 - b.x0 || b.x1 - a.x1)
  for (const [index, { x0, x1 }] of order) {
    const free = ends.findIndex((end) => end <= x0)
    const lane = free === -1 ? ends.length : free
    ends[lane] = x1
    lanes[index] = lane
  }
  return { lanes, count: ends.length }
}

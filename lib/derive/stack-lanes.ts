/** Anything that takes room along a line, px. */
export interface Extent {
  x0: number
  x1: number
}

/**
 * The lane of each extent, in their order: the widest take the first lanes, and none touches another of its lane.
 * `gap` is kept free between two.
 */
export function stackLanes(extents: readonly Extent[], gap: number): { lanes: number[]; count: number } {
  const lanes = extents.map(() => 0)
  const taken: Extent[][] = []
  const order = [...extents.entries()].toSorted(([, a], [, b]) => b.x1 - b.x0 - (a.x1 - a.x0) || a.x0 - b.x0)
  for (const [index, extent] of order) {
    const isFree = (lane: readonly Extent[]) =>
      lane.every(({ x0, x1 }) => extent.x1 + gap <= x0 || extent.x0 >= x1 + gap)
    const free = taken.findIndex(isFree)
    const lane = free === -1 ? taken.length : free
    if (free === -1) taken.push([])
    taken[lane]?.push(extent)
    lanes[index] = lane
  }
  return { lanes, count: taken.length }
}

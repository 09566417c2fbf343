import type { Bounds } from './camera-to-bounds'

/** From where to where, degrees; over the antimeridian east is above 180. */
export type Stretch = readonly [west: number, east: number]

/**
 * West and east of what lies around the globe, leaving out the widest stretch that has nothing of it: where that is not
 * the one over the antimeridian, east is above 180.
 */
export function aroundGlobe(stretches: readonly Stretch[]): Stretch | null {
  const sorted = stretches.toSorted((a, b) => a[0] - b[0])
  const [first] = sorted
  if (first === undefined) return null
  let reached = first[1]
  let widest = { gap: 0, west: first[0], east: reached }
  for (const [west, east] of sorted) {
    if (west - reached > widest.gap) widest = { gap: west - reached, west, east: reached + 360 }
    reached = Math.max(reached, east)
  }
  // Two places that are as far apart either way stand as their numbers do.
  return widest.gap > first[0] + 360 - reached ? [widest.west, Math.max(widest.east, reached)] : [first[0], reached]
}

/** The smallest bounds around all of these; null for none. Over the antimeridian east is above 180. */
export function boundsAround(all: readonly Bounds[]): Bounds | null {
  const around = aroundGlobe(all.map(([west, , east]) => [west, east]))
  if (around === null) return null
  const south = all.reduce((least, each) => Math.min(least, each[1]), Number.POSITIVE_INFINITY)
  const north = all.reduce((most, each) => Math.max(most, each[3]), Number.NEGATIVE_INFINITY)
  return [around[0], south, around[1], north]
}

/** Whether bounds have something in common, whichever turn of the globe their degrees count. */
export function areOverlapping(one: Bounds, other: Bounds): boolean {
  if (one[1] > other[3] || one[3] < other[1]) return false
  return [-360, 0, 360].some((turn) => one[0] + turn <= other[2] && one[2] + turn >= other[0])
}

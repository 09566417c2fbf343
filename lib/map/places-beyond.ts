import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import type { Bounds } from '@/lib/geo/camera-to-bounds'

/** Where a place is that a view does not show. */
export const directions = ['west', 'north', 'south', 'east'] as const
export type Direction = (typeof directions)[number]

/** A place beyond a view at which quotations were said. */
export interface PlaceBeyond {
  place: LinkedPlace
  quotations: number
  direction: Direction
}

/** How far out a place is in a direction, as a share of the view. */
function directionOf([lng, lat]: readonly [number, number], [west, south, east, north]: Bounds): Direction | null {
  const [across, up] = [east - west, north - south]
  const out: [Direction, number][] = [
    ['west', (west - lng) / across],
    ['east', (lng - east) / across],
    ['south', (south - lat) / up],
    ['north', (lat - north) / up],
  ]
  const [furthest] = out.filter(([, share]) => share > 0).toSorted((a, b) => b[1] - a[1])
  return furthest?.[0] ?? null
}

/**
 * The places at which quotations were said and that a view does not show, by direction, those with the most quotations
 * first. `bounds` are those of the view, degrees; `shown` has the quotations that are asked for. Linear in both lists.
 */
export function placesBeyond(
  places: readonly LinkedPlace[],
  quotations: readonly LinkedQuotation[],
  bounds: Bounds,
  shown: ReadonlySet<string>,
): PlaceBeyond[] {
  const counts = new Map<string, number>()
  for (const { id, where } of quotations)
    if (where !== undefined && shown.has(id)) counts.set(where, (counts.get(where) ?? 0) + 1)
  const beyond = places.flatMap((place): PlaceBeyond[] => {
    const count = counts.get(place.id)
    const direction = place.anchor === null || count === undefined ? null : directionOf(place.anchor, bounds)
    return direction === null || count === undefined ? [] : [{ place, quotations: count, direction }]
  })
  return beyond.toSorted(
    (a, b) => directions.indexOf(a.direction) - directions.indexOf(b.direction) || b.quotations - a.quotations,
  )
}

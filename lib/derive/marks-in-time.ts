import { ringKey } from './drawn-feature'
import type { LinkedPlace } from './linked-case'
import type { TimeWindow } from './record-filter'

/** What the map keeps a state of: a place or one of its rings, by the key of its drawn features, and the layer it is in. */
export interface MarkRef {
  id: string
  layer: string
}

interface Dated {
  from?: number
  to?: number
  undated?: true
}

/**
 * Whether a window of time has nothing of something: it has not begun by its end, was over before its start, or is a row
 * that nobody dates.
 */
export function isOutside({ from, to, undated }: Dated, time: TimeWindow | null): boolean {
  if (time === null) return false
  return undated === true || (from !== undefined && from >= time.end) || (to !== undefined && to <= time.start)
}

/** The marks of a place: itself and its rings. */
export function marksOf({ id, layer, rings = [] }: Pick<LinkedPlace, 'id' | 'layer' | 'rings'>): MarkRef[] {
  return [{ id, layer }, ...rings.map(({ figure }) => ({ id: ringKey(id, figure), layer }))]
}

/** The rings that a window of time has nothing of, whatever becomes of their places. */
export function ringsOutside(places: readonly LinkedPlace[], time: TimeWindow | null): MarkRef[] {
  if (time === null) return []
  return places.flatMap(({ id, layer, rings = [] }) =>
    rings.filter((ring) => isOutside(ring, time)).map(({ figure }) => ({ id: ringKey(id, figure), layer })),
  )
}

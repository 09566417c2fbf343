import type { LinkedPlace } from '@/lib/derive/linked-case'
import { type MarkRef, marksOf } from '@/lib/derive/marks-in-time'
import type { MapLayer } from './case-layer'
import { marks } from './marks'

/** The marks of the layers that are shown, as far as they can draw themselves. */
export function growingMarks(visible: readonly MapLayer[], places: readonly LinkedPlace[]): MarkRef[] {
  const layers = visible.filter((layer) => marks[layer.mark].grows?.(layer)).map(({ id }) => id)
  return places.filter(({ layer }) => layers.includes(layer)).flatMap(marksOf)
}

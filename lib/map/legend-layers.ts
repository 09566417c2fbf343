import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'

/** The layers that are switched on and have a place that is shown, in the case's order. */
export function legendLayers(
  layers: readonly LinkedLayer[],
  places: readonly Pick<LinkedPlace, 'id' | 'layer'>[],
  visible: readonly LayerId[],
  shown: ReadonlySet<string>,
): LinkedLayer[] {
  const seen = new Set(places.filter(({ id }) => shown.has(id)).map(({ layer }) => layer))
  return layers.filter(({ id }) => visible.includes(id) && seen.has(id))
}

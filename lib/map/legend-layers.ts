import type { LinkedPlace } from '@/lib/derive/linked-case'
import { type LayerId, type LayerRow, layerTable } from './layer-table'

/** Rows of the layers that are switched on and have a place that is shown, in the table's order. */
export function legendLayers(
  places: readonly Pick<LinkedPlace, 'id' | 'layer'>[],
  visible: readonly LayerId[],
  shown: ReadonlySet<string>,
): LayerRow[] {
  const seen = new Set(places.filter(({ id }) => shown.has(id)).map(({ layer }) => layer))
  return layerTable.filter(({ id }) => visible.includes(id) && seen.has(id))
}

import type { CaseIndex } from '@/lib/client/caseboard-context'
import { type LayerColour, layerRow } from '@/lib/map/layer-table'

/**
 * The one accent of a record: the colour of the layer that most of its places are in. Countries and seas only locate;
 * they give their colour where nothing else does.
 */
export function accentOf(index: Pick<CaseIndex, 'place'>, placeIds: readonly string[]): LayerColour {
  const counts = new Map<LayerColour, number>()
  for (const id of placeIds) {
    const found = index.place(id)
    if (found === undefined) continue
    const { colour } = layerRow(found.layer)
    if (colour !== 'places') counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first?.[0] ?? 'places'
}

import type { CaseIndex } from '@/lib/client/case-context'
import { type Hue, neutralHue } from '@/lib/schema/hue'

/** The hue of a place's layer. */
export function placeHue(index: Pick<CaseIndex, 'layer'>, { layer }: { layer: string }): Hue {
  return index.layer(layer)?.hue ?? neutralHue
}

/** The hue of the layer that most of a record's places are in; those of a layer that only locates do not count. */
export function findAccent(index: Pick<CaseIndex, 'layer' | 'place'>, placeIds: readonly string[]): Hue | null {
  const counts = new Map<Hue, number>()
  for (const id of placeIds) {
    const layer = index.layer(index.place(id)?.layer ?? '')
    if (layer !== undefined && layer.context !== true) counts.set(layer.hue, (counts.get(layer.hue) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted(([, a], [, b]) => b - a)
  return first?.[0] ?? null
}

/** The one accent of a record: the hue of its places, or none of its own. */
export function accentOf(index: Pick<CaseIndex, 'layer' | 'place'>, placeIds: readonly string[]): Hue {
  return findAccent(index, placeIds) ?? neutralHue
}

import { accentOf } from '@/components/panels/place-tone'
import type { CaseIndex } from '@/lib/client/caseboard-context'
import { isLayerId, type LayerColour, layerRow } from '@/lib/map/layer-table'
import type { Scene } from '@/lib/schema/scene'

/**
 * The accent of what a scene counts or quotes: that of its places; where those only locate, of the place in the scene's
 * focus; else of the first layer that the scene shows.
 */
export function sceneTone(index: Pick<CaseIndex, 'place'>, scene: Scene, about: readonly string[]): LayerColour {
  const focus = scene.focus === undefined ? [] : [scene.focus]
  const own = [about, focus].map((places) => accentOf(index, places)).find((colour) => colour !== 'places')
  if (own !== undefined) return own
  const shown = scene.layers.filter(isLayerId).map((layer) => layerRow(layer).colour)
  return shown.find((colour) => colour !== 'places') ?? 'places'
}

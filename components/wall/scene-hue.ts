import { findAccent } from '@/components/record-text/record-colour'
import type { CaseIndex } from '@/lib/client/case-context'
import { type Hue, neutralHue } from '@/lib/schema/hue'
import type { Scene } from '@/lib/schema/scene'

/**
 * The accent of what a scene counts or quotes: that of its places; where those only locate, of the place in the scene's
 * focus; else of the first layer that the scene shows.
 */
export function sceneHue(index: Pick<CaseIndex, 'layer' | 'place'>, scene: Scene, about: readonly string[]): Hue {
  const focus = scene.focus === undefined ? [] : [scene.focus]
  const own = findAccent(index, about) ?? findAccent(index, focus)
  if (own !== null) return own
  const shown = scene.layers.map(index.layer).find((layer) => layer !== undefined && layer.context !== true)
  return shown?.hue ?? neutralHue
}

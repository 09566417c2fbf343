import type { LayerId } from '@/lib/schema/layer'
import type { LinkedCase } from './linked-case'

type Layers = Pick<LinkedCase, 'layers'>

/**
 * The layers that are switched on, from bottom to top: those that are asked for, by today's or a former id, or all. Asked
 * for none but such as the case does not have, it shows all too.
 */
export function visibleLayers({ layers }: Layers, asked: readonly LayerId[] | null): readonly LayerId[] {
  const all = layers.map(({ id }) => id)
  if (asked === null) return all
  const found = layers.filter(({ id, formerIds = [] }) => [id, ...formerIds].some((each) => asked.includes(each)))
  return asked.length > 0 && found.length === 0 ? all : found.map(({ id }) => id)
}

/** The layers that are switched off. */
export function hiddenLayers({ layers }: Layers, visible: readonly LayerId[]): readonly LayerId[] {
  return layers.map(({ id }) => id).filter((id) => !visible.includes(id))
}

/** Which layers a view switches on, and which off. */
export interface LayerChoice {
  visibleLayers: readonly LayerId[]
  hiddenLayers: readonly LayerId[]
}

/** Parts the layers of a case into those that are on in a view and those that are off. */
export function chooseLayers(linked: Layers, asked: readonly LayerId[] | null): LayerChoice {
  const visible = visibleLayers(linked, asked)
  return { visibleLayers: visible, hiddenLayers: hiddenLayers(linked, visible) }
}

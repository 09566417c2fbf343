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

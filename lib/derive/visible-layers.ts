import type { LayerId } from '@/lib/schema/layer'
import type { LinkedCase } from './linked-case'

type Layers = Pick<LinkedCase, 'layers'>

/** The layers that are on where a view asks for none in particular. */
function openingLayers({ layers }: Layers): readonly LayerId[] {
  return layers.filter(({ shown }) => shown !== false).map(({ id }) => id)
}

/** What a view asks for that wants every layer; null where it need not ask. */
export function everyLayer({ layers }: Layers): readonly LayerId[] | null {
  return layers.some(({ shown }) => shown === false) ? layers.map(({ id }) => id) : null
}

/**
 * The layers that are switched on, from bottom to top: those that are asked for, by today's or a former id, or those that
 * the case opens with. Asked for none but such as the case does not have, it shows these too.
 */
export function visibleLayers({ layers }: Layers, asked: readonly LayerId[] | null): readonly LayerId[] {
  if (asked === null) return openingLayers({ layers })
  const found = layers.filter(({ id, formerIds = [] }) => [id, ...formerIds].some((each) => asked.includes(each)))
  return asked.length > 0 && found.length === 0 ? openingLayers({ layers }) : found.map(({ id }) => id)
}

/** What a view asks for that wants these layers of the case; null where it is what the case opens with. */
function askFor(linked: Layers, wanted: (id: LayerId) => boolean): readonly LayerId[] | null {
  const next = linked.layers.map(({ id }) => id).filter(wanted)
  const opening = openingLayers(linked)
  return next.length === opening.length && next.every((each) => opening.includes(each)) ? null : next
}

/** What a view asks for once one layer is switched; null where it is what the case opens with. */
export function toggledLayers(linked: Layers, visible: readonly LayerId[], id: LayerId): readonly LayerId[] | null {
  return askFor(linked, (layer) => visible.includes(layer) !== (layer === id))
}

/** What a view asks for once all of `ids` are switched on or off together; null where it is what the case opens with. */
export function switchedLayers(
  linked: Layers,
  visible: readonly LayerId[],
  ids: readonly LayerId[],
  on: boolean,
): readonly LayerId[] | null {
  return askFor(linked, (layer) => (ids.includes(layer) ? on : visible.includes(layer)))
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

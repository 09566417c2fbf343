import type { Thread } from '@/lib/schema/case'
import type { LayerDesign } from '@/lib/schema/layer'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'

/** A lane of the timeline: a thread's, or a layer's where the case has no threads; `other` has the rest, `all` everything. */
export interface TimeLane {
  kind: 'thread' | 'layer' | 'other' | 'all'
  /** Of its thread or its layer. */
  id: string
  title: string
  hue: Hue
}

/** What of a record says which lane it is in. */
export interface Laned {
  thread?: string | undefined
  layer?: string | undefined
}

/** More would be thin; further threads share the last. */
const MOST_LANES = 5

const other: TimeLane = { kind: 'other', id: '', title: '', hue: neutralHue }
const all: TimeLane = { kind: 'all', id: '', title: '', hue: neutralHue }

/**
 * The lanes of a case in its own order: its threads, or, where it has none, the layers that `records` are in; each of the
 * records is in one of them.
 */
export function planLanes(
  threads: readonly Pick<Thread, 'id' | 'title' | 'hue'>[],
  layers: readonly Pick<LayerDesign, 'id' | 'name' | 'hue'>[],
  records: Iterable<Laned>,
): { lanes: TimeLane[]; laneOf(record: Laned): number } {
  const used = [...records]
  const inLayers = new Set(used.map(({ layer }) => layer))
  const named: TimeLane[] =
    threads.length > 0
      ? threads.map(({ id, title, hue }) => ({ kind: 'thread', id, title, hue }))
      : layers
          .filter(({ id }) => inLayers.has(id))
          .map(({ id, name, hue }) => ({ kind: 'layer', id, title: name, hue }))
  if (threads.length === 0 && named.length < 2) return { lanes: [named[0] ?? all], laneOf: () => 0 }
  const shown = named.slice(0, MOST_LANES)
  const byId = new Map(shown.map(({ id }, index) => [id, index]))
  const find = ({ thread, layer }: Laned) => byId.get((threads.length > 0 ? thread : layer) ?? '')
  const hasOther = used.some((record) => find(record) === undefined)
  return { lanes: hasOther ? [...shown, other] : shown, laneOf: (record) => find(record) ?? shown.length }
}

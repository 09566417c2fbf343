import type { CaseIndex } from '@/lib/client/case-context'
import { findThread } from '@/lib/derive/find-thread'
import type { Thread } from '@/lib/schema/case'
import { type Hue, neutralHue } from '@/lib/schema/plain-values'
import type { Focus } from '@/lib/url/view'

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

/** The thread of the story that what is in focus belongs to; a speaker may speak in all of them. */
export function threadOf(index: CaseIndex, { kind, id }: Focus): Thread | undefined {
  const { event, figure, quotation, statement } = index
  if (kind === 'speaker') return undefined
  if (kind === 'place') return findThread(index, { about: [id] })
  const stands = kind === 'figure' ? index.linked.threads?.find((thread) => thread.figure === id) : undefined
  const record = { event, figure, quotation, statement }[kind](id)
  return stands ?? (record === undefined ? undefined : findThread(index, record))
}

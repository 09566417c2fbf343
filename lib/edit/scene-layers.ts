import type { LayerDesign } from '@/lib/schema/layer'

type NamedLayer = Pick<LayerDesign, 'id' | 'formerIds'>

/** Which layers a scene shows, by today's ids, and the ids among them that no layer of the map has. */
export function readSceneLayers(
  held: unknown,
  layers: readonly NamedLayer[],
): { shown: Set<string>; missing: string[] } {
  const ids = new Set(layers.map(({ id }) => id))
  const today = new Map(layers.flatMap(({ id, formerIds = [] }) => formerIds.map((former) => [former, id] as const)))
  const named: unknown[] = Array.isArray(held) ? held : []
  const shown = new Set(named.map(String).map((id) => (ids.has(id) ? id : (today.get(id) ?? id))))
  return { shown, missing: [...shown].filter((id) => !ids.has(id)) }
}

/** The layers of a scene with one of them switched, in the order of the map, and what the map does not have after it. */
export function toggleSceneLayer(held: unknown, layers: readonly NamedLayer[], id: string): string[] {
  const { shown } = readSceneLayers(held, layers)
  if (!shown.delete(id)) shown.add(id)
  const known = layers.map((layer) => layer.id).filter((each) => shown.has(each))
  return [...new Set([...known, ...shown])]
}

import { drawLayer } from '@/lib/derive/draw-layer'
import type { DrawnFeature } from '@/lib/derive/drawn-feature'
import { linkCase } from '@/lib/derive/link-case'
import type { LinkedCase } from '@/lib/derive/linked-case'
import type { Place } from '@/lib/schema/place'
import type { CaseRecords } from '@/lib/schema/records'
import { layerIds, validRecords } from './read-fixture'

/** Records linked as the server links them, and their layers as drawn, without any border. */
export function linkRecords(records: CaseRecords = validRecords()): { linked: LinkedCase; drawn: DrawnFeature[] } {
  const context = { ...records, claims: records.head.claims, borders: [] }
  const layers = records.layers.map((layer) => drawLayer(layer, context))
  const versions = { case: 'v', layers: new Map(layerIds.map((id) => [id, 'v'])) }
  return { linked: linkCase(records, [], layers, versions), drawn: layers.flatMap(({ features }) => features) }
}

/** The valid case’s records with properties of one place changed. */
export function withPlace(id: string, change: Partial<Place['properties']>): CaseRecords {
  const records = validRecords()
  const changed = (place: Place): Place =>
    place.id === id ? { ...place, properties: { ...place.properties, ...change } } : place
  return { ...records, layers: records.layers.map((layer) => ({ ...layer, places: layer.places.map(changed) })) }
}

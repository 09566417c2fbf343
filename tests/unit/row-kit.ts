import { drawLayer } from '@/lib/derive/draw-layer'
import { linkCase } from '@/lib/derive/link-case'
import { parseCase } from '@/lib/schema/parse-case'
import type { CaseFiles } from '@/lib/schema/parse-records'
import type { Place } from '@/lib/schema/place'
import { validFiles } from './read-fixture'

/** What a layer of rows says for all of them. */
export const forAll = { kind: 'Invented incident', basis: 'Invented', accuracyKm: 1, sources: ['bulletin'] }

export type Properties = Record<string, unknown>

/** A feature of a row; its geometry is a point of the fixture's sea unless another is given. */
export function row(properties: unknown, more: Properties = {}): Properties {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [11, 56] }, properties, ...more }
}

/** The files of the valid case with one more layer, `incidents`, of these features. */
function rowFiles(features: readonly unknown[], design: Properties = { all: forAll }): CaseFiles {
  const files = validFiles()
  const layers: unknown[] = JSON.parse(files.get('layers.json') ?? '')
  const layer = { id: 'incidents', name: 'Incidents', mark: 'symbol', hue: 'slate', symbol: 'dot', ...design }
  files.set('layers.json', JSON.stringify([...layers, layer]))
  files.set('layers/incidents.geojson', JSON.stringify({ type: 'FeatureCollection', features }))
  return files
}

/** The places of such a layer, and what was set aside. */
export function readRows(features: readonly unknown[], design?: Properties) {
  const { records, setAside } = parseCase(rowFiles(features, design), { caseId: 'valid' })
  const places: Place[] = records?.layers.find(({ id }) => id === 'incidents')?.places ?? []
  return { places, setAside, records }
}

/** The case with such a layer, linked; its features must all be good. `rows` are the layer's places. */
export function linkRows(features: readonly unknown[], design: Properties = {}) {
  const { records, setAside } = readRows(features, { all: forAll, ...design })
  if (records === null || setAside.length > 0) throw new Error(`not a good case: ${setAside[0]?.reason}`)
  const drawn = records.layers.map((layer) => drawLayer(layer, { ...records, claims: [], borders: [] }))
  const versions = { case: 'v', layers: new Map(records.layers.map(({ id }) => [id, 'v'])) }
  const linked = linkCase(records, [], drawn, versions)
  const rows = linked.places.filter(({ layer }) => layer === 'incidents')
  return { linked, rows, moments: linked.moments.filter(({ kind }) => kind === 'place') }
}

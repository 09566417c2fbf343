/** The colour tokens of the theme's layers; a layer names one, it never has a colour of its own. */
export type LayerColour = 'claimed' | 'arrivals' | 'nordStream' | 'seismic' | 'reactions' | 'places'

/** The mark that stands for a layer in the legend, the lists and, as its symbol, on the map. */
export type LayerMark = 'hatch' | 'bar' | 'queue' | 'arc' | 'pipe' | 'drop' | 'rings' | 'speech' | 'name'

interface LayerDesign {
  readonly id: string
  readonly colour: LayerColour
  readonly mark: LayerMark
}

/**
 * The one table of the case's layers. Its order is the legend's, the lists' and the keyboard's, and from bottom to top
 * the map's drawing order; its ids are the names of the data files, the keys in the address and in the message
 * catalogue (`layers.<id>`). A new layer is one row here and one file `layers/<id>.geojson`.
 */
export const layerTable = [
  { id: 'annexed-oblasts', colour: 'claimed', mark: 'hatch' },
  { id: 'border-crossings', colour: 'arrivals', mark: 'bar' },
  { id: 'border-queue', colour: 'arrivals', mark: 'queue' },
  { id: 'arrivals', colour: 'arrivals', mark: 'arc' },
  { id: 'nord-stream-pipelines', colour: 'nordStream', mark: 'pipe' },
  { id: 'nord-stream-leaks', colour: 'nordStream', mark: 'drop' },
  { id: 'seismic-events', colour: 'seismic', mark: 'rings' },
  { id: 'reactions', colour: 'reactions', mark: 'speech' },
  { id: 'named-places', colour: 'places', mark: 'name' },
] as const satisfies readonly LayerDesign[]

export type LayerId = (typeof layerTable)[number]['id']

/** A row of the table. */
export interface LayerRow extends LayerDesign {
  readonly id: LayerId
}

/** All layer ids, in the table's order. */
export const layerIds: readonly LayerId[] = layerTable.map((row) => row.id)

/** Whether `text` is the id of a layer of the table. */
export function isLayerId(text: string): text is LayerId {
  return layerTable.some((row) => row.id === text)
}

/** The row of a layer. */
export function layerRow(id: LayerId): LayerRow {
  const row = layerTable.find((candidate) => candidate.id === id)
  if (row === undefined) throw new RangeError(`no layer ${id}`)
  return row
}

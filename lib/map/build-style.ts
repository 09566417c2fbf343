import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { basemapGround, basemapLabels, basemapSources } from './basemap-style'
import type { CaseLayerStyle } from './case-layer'
import { hideByState } from './hide-by-state'
import { type LayerId, type LayerRow, layerTable } from './layer-table'
import { areaMarks } from './marks/areas'
import { arcMarks, pipelineMarks, queueMarks } from './marks/lines'
import { nameMarks, pointMarks } from './marks/points'
import { leakMarks, seismicMarks } from './marks/rings'
import { overlayLayers, overlaySources } from './overlays'
import { scaleStyle } from './scale-style'
import type { Theme } from './theme'

/** What the style of a case's map depends on. */
export interface StyleInput {
  /** Of the page; sources need whole addresses, since they are fetched by a worker. */
  origin: string
  basemapVersion: string
  caseId: string
  layers: readonly { id: LayerId; version: string }[]
  visible: readonly LayerId[]
  theme: Theme
  /** How much larger than on a desk everything is drawn. */
  scale: number
  /** How "schematic" is said in the interface's language. */
  schematicWords: string
  /** Names of countries and seas that the case writes itself, and the basemap then does not. */
  namedByCase?: readonly string[]
}

/** How each layer of the table is drawn. */
function caseLayerStyle(row: LayerRow, { theme, schematicWords }: StyleInput): CaseLayerStyle {
  switch (row.mark) {
    case 'hatch':
      return areaMarks(row, theme)
    case 'bar':
      return pointMarks(row, theme, {
        shape: 'bar',
        schematicShape: 'bar-open',
        nameFromZoom: 6.5,
        acrossBorder: true,
      })
    case 'queue':
      return queueMarks(row, theme)
    case 'arc':
      return arcMarks(row, theme)
    case 'pipe':
      return pipelineMarks(row, theme, schematicWords)
    case 'drop':
      return leakMarks(row, theme)
    case 'rings':
      return seismicMarks(row, theme)
    case 'speech':
      return pointMarks(row, theme, { shape: 'speech', nameFromZoom: 4 })
    case 'name':
      return nameMarks(row, theme)
  }
}

function withVisibility(layers: LayerSpecification[], visible: boolean): LayerSpecification[] {
  if (visible) return layers
  return layers.map((layer) => {
    const hidden = { ...layer, layout: { ...layer.layout, visibility: 'none' } }
    return hidden as LayerSpecification
  })
}

function caseSource(
  { origin, caseId }: StyleInput,
  layer: { id: LayerId; version: string },
): GeoJSONSourceSpecification {
  const data = `${origin}/api/cases/${caseId}/layers/${layer.id}?v=${layer.version}`
  return { type: 'geojson', data, promoteId: 'key', tolerance: 0.2 }
}

/** The whole map as a style: the quiet basemap, the case over its ground, the case's marks over its labels. */
export function buildStyle(input: StyleInput): StyleSpecification {
  const present = layerTable.filter((row) => input.layers.some((layer) => layer.id === row.id))
  const drawn = present.map((row) => {
    const { ground, marks } = caseLayerStyle(row, input)
    const visible = input.visible.includes(row.id)
    return { ground: withVisibility(hideByState(ground), visible), marks: withVisibility(hideByState(marks), visible) }
  })
  const overlays = overlayLayers(input.theme)
  return {
    version: 8,
    sources: {
      ...basemapSources(input.origin, input.basemapVersion),
      ...Object.fromEntries(input.layers.map((layer) => [layer.id, caseSource(input, layer)])),
      ...overlaySources(),
    },
    layers: scaleStyle(
      [
        ...basemapGround(input.theme),
        ...drawn.flatMap(({ ground }) => ground),
        ...overlays.ground,
        ...basemapLabels(input.theme, input.namedByCase),
        ...drawn.flatMap(({ marks }) => marks),
        ...overlays.marks,
      ],
      input.scale,
    ),
  }
}

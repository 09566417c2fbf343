import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { LayerId } from '@/lib/schema/layer'
import { basemapGround, basemapLabels, basemapSources } from './basemap-style'
import { layerSource, type MapLayer } from './case-layer'
import { hideByState } from './hide-by-state'
import { listMarkImages } from './list-mark-images'
import type { MarkImage } from './mark-image'
import { marks } from './marks'
import { overlayLayers, overlaySources } from './overlays'
import { scaleStyle } from './scale-style'
import type { Theme } from './theme'

/** What the style of a case's map depends on. */
export interface StyleInput {
  /** Of the page; sources need whole addresses, since they are fetched by a worker. */
  origin: string
  basemapVersion: string
  caseId: string
  /** From bottom to top. */
  layers: readonly (MapLayer & { version: string })[]
  visible: readonly LayerId[]
  theme: Theme
  /** How much larger than on a desk everything is drawn. */
  scale: number
  /** How "schematic" is said in the interface's language. */
  schematicWords: string
  /** ISO 3166-1 codes of the countries that stand out from the others. */
  emphasis?: readonly string[]
  /** Names of countries, their parts and seas that the case writes itself, and the basemap then does not. */
  namedByCase?: readonly string[]
}

function withVisibility(layers: LayerSpecification[], visible: boolean): LayerSpecification[] {
  if (visible) return layers
  return layers.map((layer) => {
    const hidden = { ...layer, layout: { ...layer.layout, visibility: 'none' } }
    return hidden as LayerSpecification
  })
}

function caseSource({ origin, caseId }: StyleInput, layer: MapLayer & { version: string }): GeoJSONSourceSpecification {
  const data = `${origin}/api/cases/${caseId}/layers/${layer.id}?v=${layer.version}`
  return { type: 'geojson', data, promoteId: 'key', tolerance: 0.2, ...marks[layer.mark].source }
}

/** A style with the images that its layers need, and what is drawn over the map in the same look. */
export interface CaseMapStyle extends StyleSpecification {
  metadata: {
    images: MarkImage[]
    /** The visible layers of the case, from bottom to top. */
    visible: MapLayer[]
    theme: Theme
    scale: number
  }
}

/** The whole map as a style: the quiet basemap, the case over its ground, the case's marks over its labels. */
export function buildStyle(input: StyleInput): CaseMapStyle {
  const drawn = input.layers.map((layer) => {
    const drawing = marks[layer.mark].style(layer, input.theme, { schematic: input.schematicWords })
    const visible = input.visible.includes(layer.id)
    return {
      ground: withVisibility(hideByState(drawing.ground), visible),
      marks: withVisibility(hideByState(drawing.marks), visible),
    }
  })
  const overlays = overlayLayers(input.theme)
  return {
    version: 8,
    metadata: {
      images: listMarkImages(input.layers),
      visible: input.layers.filter(({ id }) => input.visible.includes(id)),
      theme: input.theme,
      scale: input.scale,
    },
    sources: {
      ...basemapSources(input.origin, input.basemapVersion),
      ...Object.fromEntries(input.layers.map((layer) => [layerSource(layer.id), caseSource(input, layer)])),
      ...overlaySources(),
    },
    layers: scaleStyle(
      [
        ...basemapGround(input.theme, input.emphasis ?? []),
        ...drawn.flatMap(({ ground }) => ground),
        ...overlays.ground,
        ...basemapLabels(input.theme, input.namedByCase),
        ...drawn.flatMap((layer) => layer.marks),
        ...overlays.marks,
      ],
      input.scale,
    ),
  }
}

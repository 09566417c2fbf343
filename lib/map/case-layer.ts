import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { DrawnPart } from '@/lib/derive/drawn-feature'
import type { LayerId, LayerRow } from './layer-table'
import type { Theme } from './theme'

/**
 * How one layer of the case is drawn. `ground` lies under the basemap's labels (areas, lines), `marks` above them
 * (symbols and names, which take precedence over the basemap's).
 */
export interface CaseLayerStyle {
  ground: LayerSpecification[]
  marks: LayerSpecification[]
}

/** Keeps the features of one part. */
export function onlyPart(part: DrawnPart): FilterSpecification {
  return ['==', ['get', 'part'], part]
}

/** One value while a place is selected, another while it is hovered, a third otherwise. */
export function byState<T extends number | string>(selected: T, hovered: T, otherwise: T): ExpressionSpecification {
  return [
    'case',
    ['boolean', ['feature-state', 'selected'], false],
    selected,
    ['boolean', ['feature-state', 'hovered'], false],
    hovered,
    otherwise,
  ]
}

/** Id of a style layer of a case layer: unique in the style, and readable in a debugger. */
export function layerName(id: LayerId, what: string): string {
  return `${id}/${what}`
}

/** Text in the layer's colour with a halo of the ground's, px wide. */
export function textPaint({ colour }: LayerRow, theme: Theme, haloWidth: number) {
  return { 'text-color': theme.layers[colour], 'text-halo-color': theme.halo, 'text-halo-width': haloWidth }
}

import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { DrawnPart } from '@/lib/derive/drawn-feature'
import type { Glyph } from '@/lib/schema/glyph'
import type { LayerDesign, LayerId } from '@/lib/schema/layer'
import type { Theme } from './theme'

/** A layer as the map draws it. */
export interface MapLayer extends LayerDesign {
  /** The symbol that it names. */
  glyph?: Glyph
  /** The largest number that sizes one of its marks. */
  largest?: number
}

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

const SOURCE_PREFIX = 'case:'

/** Id of a case layer's source in the style: no id that a case chooses is one of the map's own. */
export function layerSource(id: LayerId): string {
  return `${SOURCE_PREFIX}${id}`
}

/** Whether a source of the style is a layer of the case. */
export function isLayerSource(source: string): boolean {
  return source.startsWith(SOURCE_PREFIX)
}

/** Id of a style layer of a case layer: unique in the style, and readable in a debugger. */
export function layerName(id: LayerId, what: string): string {
  return `${layerSource(id)}/${what}`
}

/** Text in the layer's colour with a halo of the ground's, px wide. */
export function textPaint({ hue }: LayerDesign, theme: Theme, haloWidth: number) {
  return { 'text-color': theme.hues[hue].text, 'text-halo-color': theme.halo, 'text-halo-width': haloWidth }
}

/** Smaller than the size that it belongs to, and no smaller than any other text of the map. */
const DETAIL_SCALE = 0.8

/** A size as it is written; under it, smaller, the days that it counts and who says so. */
export function caption(): ExpressionSpecification {
  const detail: ExpressionSpecification = ['case', ['has', 'detail'], ['concat', '\n', ['get', 'detail']], '']
  return ['format', ['get', 'caption'], {}, detail, { 'font-scale': DETAIL_SCALE }]
}

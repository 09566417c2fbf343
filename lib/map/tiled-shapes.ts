import type { FilterSpecification } from 'maplibre-gl'
import { tileKindOf } from '@/lib/schema/plain-marks'
import { type CaseLayerStyle, inkOf, layerName, layerSource, type MapLayer, onlyPart } from './case-layer'
import { marks } from './marks'
import type { Theme } from './theme'

/** Name of the layer within each tile of lines or areas, as `npm run case -- tile` writes it. */
export const TILED_SHAPES = 'shapes'

/** What stands for a line or an area that is too small to be seen at a zoom, px. */
const DOT_PX = 1.5

export function hasShapes({ mark }: MapLayer): boolean {
  return tileKindOf(mark) !== 'point'
}

/** Lines or areas on tiles as their mark draws them, but without names, which tiles do not carry. */
export function drawShapes(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { ground } = marks[layer.mark].style(layer, theme, { schematic: '' })
  const dot: CaseLayerStyle['ground'][number] = {
    id: layerName(layer.id, 'dot'),
    type: 'circle',
    source: layerSource(layer.id),
    filter: onlyPart('point'),
    paint: { 'circle-color': inkOf(layer, theme), 'circle-radius': DOT_PX },
  }
  return {
    ground: [...ground, dot].map((each) => Object.assign({}, each, { 'source-layer': TILED_SHAPES })),
    marks: [],
  }
}

/** The filters of the same where less is asked for: what each draws, of what passes. */
export function shapeFilters(
  layer: MapLayer,
  theme: Theme,
  passes: readonly FilterSpecification[],
): { id: string; filter: FilterSpecification }[] {
  return drawShapes(layer, theme).ground.flatMap((each) => {
    if (!('filter' in each) || each.filter === undefined) return []
    return [{ id: each.id, filter: ['all', each.filter, ...passes] as unknown as FilterSpecification }]
  })
}

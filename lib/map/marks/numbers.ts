import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { MapLayer } from '../case-layer'
import { opacityOf } from '../feature-values'
import type { Theme } from '../theme'

/** Over the fullest steps a number is written in the ground's colour. */
export const isFull = (opacity: number) => opacity > 0.6

/** One of two colours, by whether a cell is as good as full. */
function whereFull({ ramp }: MapLayer, full: string, otherwise: string): ExpressionSpecification | string {
  const from = ramp?.steps.find((step) => isFull(opacityOf(ramp, step)))
  return from === undefined ? otherwise : ['case', ['>=', ['get', 'value'], from], full, otherwise]
}

/** The number that stands in a cell, a hexagon or a unit, as its `text` says. */
export function numberLook(layer: MapLayer, theme: Theme): Pick<SymbolLayerSpecification, 'layout' | 'paint'> {
  const { mark, text } = theme.hues[layer.hue]
  return {
    layout: {
      'text-field': ['get', 'text'],
      'text-font': [...theme.fonts.sansSemibold],
      'text-size': 13,
      'text-padding': 0,
    },
    paint: {
      'text-color': whereFull(layer, theme.halo, text),
      'text-halo-color': whereFull(layer, mark, theme.halo),
      'text-halo-width': 1,
    },
  }
}

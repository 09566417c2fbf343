import type { ExpressionSpecification } from 'maplibre-gl'
import type { MapLayer } from '../case-layer'
import { opacityOf } from '../feature-values'

/** Over the fullest steps a number is written in the ground's colour. */
export const isFull = (opacity: number) => opacity > 0.6

/** One of two colours, by whether a hexagon is as good as full. */
export function whereFull({ ramp }: MapLayer, full: string, otherwise: string): ExpressionSpecification | string {
  const from = ramp?.steps.find((step) => isFull(opacityOf(ramp, step)))
  return from === undefined ? otherwise : ['case', ['>=', ['get', 'value'], from], full, otherwise]
}

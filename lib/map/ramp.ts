import type { ExpressionSpecification } from 'maplibre-gl'
import type { Ramp } from '@/lib/schema/layer-values'
import type { MapLayer } from './case-layer'
import type { LegendKey } from './mark-module'

/** How much of the hue the lightest and the fullest step have. */
const LIGHTEST = 0.12
const FULLEST = 0.92

/** How much of the hue each step has, from the lowest; there is one step more than there are numbers between them. */
export function stepOpacities({ steps }: Ramp): number[] {
  return [0, ...steps].map((_, index) => {
    const opacity = LIGHTEST + ((FULLEST - LIGHTEST) * index) / steps.length
    return Math.round(opacity * 100) / 100
  })
}

/** How much of the hue a number has; none for what is no number. */
export function opacityOf(ramp: Ramp, value: number): number {
  if (Number.isNaN(value)) return 0
  return stepOpacities(ramp)[ramp.steps.filter((step) => value >= step).length] ?? 0
}

/** The same for the live map, by a feature's `value`. */
export function rampOpacity(ramp: Ramp): ExpressionSpecification {
  const [lowest = 0, ...others] = stepOpacities(ramp)
  const stops = ramp.steps.flatMap((step, index) => [step, others[index] ?? 0])
  return ['case', ['has', 'value'], ['step', ['get', 'value'], lowest, ...stops], 0] as ExpressionSpecification
}

/** The legend's lines of a ramp, and of what has no number where a place has none; `box` is the path of an area. */
export function rampKeys(layer: MapLayer, box: string): LegendKey[] {
  const { ramp, hue } = layer
  if (ramp === undefined) return []
  const edge = { path: box, width: 1.5 }
  const unit = ramp.unit === undefined ? {} : { unit: ramp.unit }
  const keys = stepOpacities(ramp).map((opacity, index): LegendKey => {
    const [from, to] = [ramp.steps[index - 1], ramp.steps[index]]
    const says = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...unit }
    return { id: `step-${index}`, strokes: [{ path: box, opacity }, edge], hue, says }
  })
  return layer.unsorted === true ? [...keys, { id: 'unknown', strokes: [edge], hue, says: 'unknown' }] : keys
}

import type { Feature } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { Ramp } from '@/lib/schema/layer-values'
import type { MapLayer } from './case-layer'
import type { MarkStroke } from './mark-image'
import type { LegendKey } from './mark-module'

/** A text among a feature's properties; empty where there is none of that name. */
export function textOf(feature: Feature, key: string): string {
  const value: unknown = feature.properties?.[key]
  return typeof value === 'string' ? value : ''
}

/** A finite number among a feature's properties. */
export function numberOf(feature: Feature, key: string, otherwise: number): number {
  const value: unknown = feature.properties?.[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** A layer as each of its categories draws it, in their order; none where it has none. */
function categoryLayers({ categories, ...layer }: MapLayer): MapLayer[] {
  return (categories?.values ?? []).map(({ hue = layer.hue, pattern = layer.pattern, symbol }) => {
    const glyph = symbol === undefined ? layer.glyph : layer.glyphs?.[symbol]
    return {
      ...layer,
      hue,
      ...(pattern === undefined ? {} : { pattern }),
      ...(glyph === undefined ? {} : { glyph }),
    }
  })
}

/** Every look that a layer's features can have: its categories', and its own for all others. */
export function layerLooks(layer: MapLayer): MapLayer[] {
  return [...categoryLayers(layer), layer]
}

/** A value that a feature's category decides; of a layer without categories, plainly its own. */
export function byCategory<T extends string | number | boolean>(
  layer: MapLayer,
  of: (look: MapLayer) => T,
): T | ExpressionSpecification {
  const looks = categoryLayers(layer)
  if (looks.length === 0) return of(layer)
  const cases = looks.flatMap((look, index) => [String(index), of(look)])
  return ['match', ['get', 'category'], ...cases, of(layer)] as unknown as ExpressionSpecification
}

/** The look of one feature: its category's, else the layer's own. */
export function lookOf(layer: MapLayer, feature: Feature): MapLayer {
  const category = textOf(feature, 'category')
  return category === '' ? layer : (categoryLayers(layer)[Number(category)] ?? layer)
}

/** The legend's lines of a layer's categories, and of what is in none of them where a place is. */
export function categoryKeys(layer: MapLayer, strokes: (look: MapLayer) => readonly MarkStroke[]): LegendKey[] {
  const values = layer.categories?.values ?? []
  const keys = categoryLayers(layer).map((look, index): LegendKey => {
    return { id: String(index), strokes: strokes(look), hue: look.hue, says: { name: values[index]?.name ?? '' } }
  })
  if (keys.length === 0 || layer.unsorted !== true) return keys
  return [...keys, { id: 'other', strokes: strokes(layer), hue: layer.hue, says: 'other' }]
}

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

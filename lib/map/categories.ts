import type { Feature } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import type { MapLayer } from './case-layer'
import { textOf } from './feature-values'
import type { LegendKey } from './mark-module'
import type { MarkStroke } from './mark-stroke'

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

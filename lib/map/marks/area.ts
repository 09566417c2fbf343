import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { byState, type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart, textPaint } from '../case-layer'
import { markImage } from '../mark-image'
import type { Theme } from '../theme'

/** An earlier claim, beside which the later one is to stand out. */
const isPrecedent: ExpressionSpecification = ['boolean', ['get', 'precedent'], false]

/** How far the hue covers the ground, while selected, hovered and otherwise. */
const washes = {
  fill: [0.46, 0.4, 0.32],
  'hatch-45': [0.16, 0.1, 0],
  'hatch-135': [0.16, 0.1, 0],
  outline: [0.16, 0.1, 0],
} as const

function hatching(layer: MapLayer, theme: Theme): LayerSpecification[] {
  const { id, hue, pattern } = layer
  if (pattern !== 'hatch-45' && pattern !== 'hatch-135') return []
  const fill: ExpressionSpecification = [
    'case',
    isPrecedent,
    markImage('hatch-135', hue, theme),
    markImage(pattern, hue, theme),
  ]
  return [
    {
      id: layerName(id, 'hatch'),
      type: 'fill',
      source: layerSource(id),
      filter: onlyPart('area'),
      paint: { 'fill-pattern': fill },
    },
  ]
}

/**
 * Areas: filled, hatched or in outline. Hatching lies over the country's own fill, so that the country reads as one; an
 * earlier claim is hatched the other way and paler. Greyscale tells both from the ground and from each other.
 */
export function areaMarks(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue, pattern = 'fill' } = layer
  const ink = theme.hues[hue].mark
  const [selected, hovered, otherwise] =
    washes[pattern === 'hatch-45' || pattern === 'hatch-135' || pattern === 'outline' ? pattern : 'fill']
  const source = layerSource(id)
  return {
    ground: [
      ...hatching(layer, theme),
      {
        id: layerName(id, 'wash'),
        type: 'fill',
        source,
        filter: onlyPart('area'),
        paint: { 'fill-color': ink, 'fill-opacity': byState(selected, hovered, otherwise) },
      },
      {
        id: layerName(id, 'outline'),
        type: 'line',
        source,
        filter: onlyPart('area'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ink,
          'line-width': byState(2.4, 1.8, 1.1),
          'line-opacity': ['case', isPrecedent, 0.6, 1],
        },
      },
    ],
    marks: [
      {
        id: layerName(id, 'name'),
        type: 'symbol',
        source,
        filter: onlyPart('label'),
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 3.5, 11, 6, 16, 9, 24],
          'text-padding': 2,
          'text-variable-anchor': ['center', 'left', 'right', 'bottom', 'top'],
          'text-radial-offset': 0.6,
          'symbol-sort-key': ['case', isPrecedent, 1, 0],
        },
        minzoom: layer.labelFromZoom ?? 3.5,
        paint: textPaint(layer, theme, 2),
      },
    ],
  }
}

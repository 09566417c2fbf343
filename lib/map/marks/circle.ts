import type { ExpressionSpecification } from 'maplibre-gl'
import {
  byState,
  type CaseLayerStyle,
  caption,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import type { Theme } from '../theme'

/** Radius of the circle of the layer's largest number. */
const LARGEST_PX = 26
/** Radius of what has no number, px. */
const UNKNOWN_PX = 4

/** Circles: their area is the number, so that one twice as large has twice the area; what has no number is a small ring. */
export function circleMarks(row: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue, largest = 1, labelFromZoom = 5 } = row
  const ink = theme.hues[hue].mark
  const share: ExpressionSpecification = ['/', ['coalesce', ['get', 'size'], 0], largest]
  const source = layerSource(id)
  return {
    ground: [],
    marks: [
      {
        id: layerName(id, 'circle'),
        type: 'circle',
        source,
        filter: onlyPart('point'),
        layout: { 'circle-sort-key': ['-', 0, ['coalesce', ['get', 'size'], 0]] },
        paint: {
          'circle-radius': ['case', ['has', 'size'], ['*', LARGEST_PX, ['sqrt', share]], UNKNOWN_PX],
          'circle-color': ink,
          'circle-opacity': ['case', ['has', 'size'], byState(0.45, 0.4, 0.28), 0],
          'circle-stroke-color': byState(theme.focus, ink, ink),
          'circle-stroke-width': byState(2.6, 2, 1.4),
        },
      },
      {
        id: layerName(id, 'caption'),
        type: 'symbol',
        source,
        filter: onlyPart('point'),
        minzoom: labelFromZoom,
        layout: {
          'text-field': ['case', ['has', 'caption'], caption(), ['format', ['get', 'name'], {}]],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 1,
          'text-justify': 'auto',
          'text-max-width': 12,
        },
        paint: textPaint(row, theme, 1.8),
      },
    ],
  }
}

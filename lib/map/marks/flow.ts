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
import { markImage } from '../mark-image'
import type { Theme } from '../theme'

/** An arc is a symbol across a border: nearer, where single roads are seen, it would look like one. */
const ARC_MAX_ZOOM = 7.5

/** Of the layer's largest number, at its head. */
const WIDEST_PX = 11

/** Px: grows with the number, from a quarter at the origin to the whole at the head. */
function arcWidth({ largest = 1 }: MapLayer, extra: number): ExpressionSpecification {
  const taper: ExpressionSpecification = ['+', 0.25, ['*', 0.75, ['get', 'along']]]
  return ['+', extra, ['*', ['/', ['coalesce', ['get', 'size'], 0], largest / WIDEST_PX], taper]]
}

/** Flows: their width grows with the number and towards the head; dashed where a number is not known for each of them. */
export function flowMarks(row: MapLayer, theme: Theme): CaseLayerStyle {
  const ink = theme.hues[row.hue].mark
  return {
    ground: [
      {
        id: layerName(row.id, 'focus'),
        type: 'line',
        source: layerSource(row.id),
        filter: onlyPart('arc'),
        maxzoom: ARC_MAX_ZOOM,
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': theme.focus,
          'line-opacity': byState(1, 0, 0),
          'line-width': arcWidth(row, 4),
        },
      },
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['has', 'size']],
        maxzoom: ARC_MAX_ZOOM,
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': ink,
          // The tail fades: where they set out nobody knows.
          'line-opacity': ['*', ['+', 0.08, ['*', 0.92, ['get', 'along']]], byState(1, 1, 0.85)],
          'line-width': arcWidth(row, 1),
        },
      },
      {
        id: layerName(row.id, 'unknown'),
        type: 'line',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['!', ['has', 'size']]],
        maxzoom: ARC_MAX_ZOOM,
        paint: {
          'line-color': ink,
          'line-width': ['+', 2, ['*', 5, ['get', 'along']]],
          'line-opacity': ['+', 0.08, ['*', 0.72, ['get', 'along']]],
          'line-dasharray': [1.1, 0.5],
        },
      },
    ],
    marks: [
      {
        id: layerName(row.id, 'head'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['==', ['get', 'along'], 1]],
        maxzoom: ARC_MAX_ZOOM,
        layout: {
          'symbol-placement': 'line-center',
          'icon-image': markImage('arrow', row.hue, theme),
          'icon-size': 1.3,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: layerName(row.id, 'caption'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: onlyPart('label'),
        layout: {
          'text-field': ['case', ['has', 'caption'], caption(), ['format', ['get', 'name'], {}]],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-max-width': 14,
          'text-anchor': 'top',
          'text-offset': [0, 0.5],
        },
        paint: textPaint(row, theme, 2),
      },
    ],
  }
}

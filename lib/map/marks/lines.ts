import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl'
import { byState, type CaseLayerStyle, layerName, onlyPart, textPaint } from '../case-layer'
import type { LayerRow } from '../layer-table'
import { markImage } from '../mark-image'
import type { Theme } from '../theme'

/** Light casing that lifts a line off the ground, and becomes the focus colour when its place is selected. */
function casing({ id }: LayerRow, theme: Theme, width: number): LineLayerSpecification {
  return {
    id: layerName(id, 'casing'),
    type: 'line',
    source: id,
    filter: onlyPart('line'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': byState(theme.focus, theme.halo, theme.halo), 'line-width': width + 3.5 },
  }
}

/** Words behind the name of what is drawn after a scheme; nothing behind that of what was surveyed. */
function schematicSuffix(words: string): ExpressionSpecification {
  return ['case', ['boolean', ['get', 'schematic'], false], ` (${words})`, '']
}

/** Pipelines: drawn after a scheme, and the line itself says so in writing. */
export function pipelineMarks(row: LayerRow, theme: Theme, schematicWords: string): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  return {
    ground: [
      casing(row, theme, 0.5),
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: row.id,
        filter: onlyPart('line'),
        layout: { 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': byState(3, 3, 2), 'line-dasharray': [5, 1.6] },
      },
    ],
    marks: [
      {
        id: layerName(row.id, 'name'),
        type: 'symbol',
        source: row.id,
        filter: onlyPart('line'),
        minzoom: 4,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-field': ['concat', ['get', 'name'], schematicSuffix(schematicWords)],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 12,
          'text-offset': [0, -0.9],
          'text-max-angle': 30,
        },
        paint: textPaint(row, theme, 1.6),
      },
    ],
  }
}

/** Smaller than the size that it belongs to, and no smaller than any other text of the map. */
const DATE_SCALE = 0.8

/**
 * A size as it is written, and `more` after it; under it its date, smaller, where it holds only later than what is drawn
 * began: it stands there before.
 */
function caption(more: ExpressionSpecification | '' = ''): ExpressionSpecification {
  const date: ExpressionSpecification = ['case', ['has', 'asOf'], ['concat', '\n', ['get', 'asOf']], '']
  return ['format', ['concat', ['get', 'caption'], more], {}, date, { 'font-scale': DATE_SCALE }]
}

/** The queue: a thick line of its reported length with that length written on it; a sign stands in at far zooms. */
export function queueMarks(row: LayerRow, theme: Theme, schematicWords: string): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  return {
    ground: [
      casing(row, theme, 6),
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: row.id,
        filter: onlyPart('line'),
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 4, 9, 8] },
      },
    ],
    marks: [
      {
        id: layerName(row.id, 'sign'),
        type: 'symbol',
        source: row.id,
        filter: onlyPart('label'),
        layout: {
          'icon-image': ['step', ['zoom'], markImage('queue', row.colour, theme), 7, ''],
          'icon-allow-overlap': true,
          'text-field': ['step', ['zoom'], caption(), 7, caption(schematicSuffix(schematicWords))],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 9, 16],
          'text-anchor': 'left',
          'text-offset': [1, 0],
          'text-optional': true,
        },
        paint: textPaint(row, theme, 2),
      },
    ],
  }
}

/** People for each px of an arc's width at its head. */
const PEOPLE_PER_PX = 9000

/** Px: grows with the number of people, from a quarter at the origin to the whole at the head. */
function arcWidth(extra: number): ExpressionSpecification {
  const taper: ExpressionSpecification = ['+', 0.25, ['*', 0.75, ['get', 'along']]]
  return ['+', extra, ['*', ['/', ['coalesce', ['get', 'size'], 0], PEOPLE_PER_PX], taper]]
}

/** Arcs: their width grows with the number of people and towards the head; thin and dashed where no number is known. */
export function arcMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  return {
    ground: [
      {
        id: layerName(row.id, 'focus'),
        type: 'line',
        source: row.id,
        filter: onlyPart('arc'),
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': theme.focus,
          'line-opacity': byState(1, 0, 0),
          'line-width': arcWidth(4),
        },
      },
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['has', 'size']],
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': ink,
          'line-opacity': byState(1, 1, 0.8),
          'line-width': arcWidth(1),
        },
      },
      {
        id: layerName(row.id, 'unknown'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['!', ['has', 'size']]],
        paint: { 'line-color': ink, 'line-width': 2, 'line-dasharray': [2, 2] },
      },
    ],
    marks: [
      {
        id: layerName(row.id, 'caption'),
        type: 'symbol',
        source: row.id,
        filter: onlyPart('label'),
        layout: {
          'text-field': ['case', ['has', 'caption'], caption(), ['format', ['get', 'name'], {}]],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-max-width': 9,
        },
        paint: textPaint(row, theme, 2),
      },
    ],
  }
}

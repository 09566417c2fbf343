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
const DETAIL_SCALE = 0.8

/** A size as it is written; under it, smaller, the days that it counts and who says so. */
function caption(): ExpressionSpecification {
  const detail: ExpressionSpecification = ['case', ['has', 'detail'], ['concat', '\n', ['get', 'detail']], '']
  return ['format', ['get', 'caption'], {}, detail, { 'font-scale': DETAIL_SCALE }]
}

/** Someone says so and nobody has shown it, or nobody says when. */
const isDoubtful: ExpressionSpecification = ['boolean', ['get', 'doubtful'], false]

/**
 * The queue: a thick line of each reported length, dashed where it is in doubt, with that length written at its end; the
 * longer lie under the shorter and are thinner. A sign stands in at far zooms.
 */
export function queueMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  return {
    ground: [
      casing(row, theme, 6),
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'line'], ['!', isDoubtful]],
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 4, 9, 8] },
      },
      {
        id: layerName(row.id, 'line-doubtful'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'line'], isDoubtful],
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': 3, 'line-dasharray': [2, 1.2] },
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
          // Zoomed out the lengths have no room beside each other: the sign alone says that there is a queue.
          'text-field': ['step', ['zoom'], '', 7, caption()],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 9, 16],
          'text-max-width': 20,
          'text-variable-anchor': ['left', 'right'],
          'text-radial-offset': 1,
          'text-justify': 'auto',
          'text-optional': true,
        },
        paint: textPaint(row, theme, 2),
      },
    ],
  }
}

/** An arc is a symbol across a border: nearer, where single roads are seen, it would look like one. */
const ARC_MAX_ZOOM = 7.5

/** People for each px of an arc's width at its head. */
const PEOPLE_PER_PX = 9000

/** Px: grows with the number of people, from a quarter at the origin to the whole at the head. */
function arcWidth(extra: number): ExpressionSpecification {
  const taper: ExpressionSpecification = ['+', 0.25, ['*', 0.75, ['get', 'along']]]
  return ['+', extra, ['*', ['/', ['coalesce', ['get', 'size'], 0], PEOPLE_PER_PX], taper]]
}

/** Arcs: their width grows with the number of people and towards the head; dashed where a number is not known for each of them. */
export function arcMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  return {
    ground: [
      {
        id: layerName(row.id, 'focus'),
        type: 'line',
        source: row.id,
        filter: onlyPart('arc'),
        maxzoom: ARC_MAX_ZOOM,
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
        maxzoom: ARC_MAX_ZOOM,
        layout: { 'line-cap': 'butt' },
        paint: {
          'line-color': ink,
          // The tail fades: where they set out nobody knows.
          'line-opacity': ['*', ['+', 0.08, ['*', 0.92, ['get', 'along']]], byState(1, 1, 0.85)],
          'line-width': arcWidth(1),
        },
      },
      {
        id: layerName(row.id, 'unknown'),
        type: 'line',
        source: row.id,
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
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'arc'], ['==', ['get', 'along'], 1]],
        maxzoom: ARC_MAX_ZOOM,
        layout: {
          'symbol-placement': 'line-center',
          'icon-image': markImage('arrow', row.colour, theme),
          'icon-size': 1.3,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: layerName(row.id, 'caption'),
        type: 'symbol',
        source: row.id,
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

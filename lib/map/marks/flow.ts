import type { Feature, Position } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import {
  byState,
  type CaseLayerStyle,
  caption,
  largestOf,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import { numberOf } from '../feature-values'
import { markImage } from '../mark-image'
import type { LegendKey, MarkModule, SvgLook } from '../mark-module'
import { numberOrName, ofPart, px, shareOf, strokeSvg } from '../svg-marks'
import type { Theme } from '../theme'

/** An arc is a symbol across a border: nearer, where single roads are seen, it would look like one. */
const ARC_MAX_ZOOM = 7.5

/** Of the layer's largest number, at its head. */
const WIDEST_PX = 11

/** Px: grows with the number, from a quarter at the origin to the whole at the head. */
function arcWidth(layer: MapLayer, extra: number): ExpressionSpecification {
  const taper: ExpressionSpecification = ['+', 0.25, ['*', 0.75, ['get', 'along']]]
  return ['+', extra, ['*', ['/', ['coalesce', ['get', 'size'], 0], largestOf(layer) / WIDEST_PX], taper]]
}

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
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

/** The last stretch of a flow as a head that points along it. */
function headSvg({ geometry }: Feature, { at, theme }: SvgLook, colour: string, width: number): string {
  const positions: Position[] = geometry.type === 'LineString' ? geometry.coordinates : []
  const [before, last] = positions.slice(-2)
  const [from, to] = [before && at(before), last && at(last)]
  if (!from || !to) return ''
  const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  const side = Math.max(4, width)
  const place = `translate(${px(to[0])} ${px(to[1])})rotate(${px(degrees)})`
  const d = `M${px(-side / 2)} ${px(-side)}L${px(side)} 0L${px(-side / 2)} ${px(side)}Z`
  return `<path d="${d}" transform="${place}" fill="${colour}" stroke="${theme.halo}" paint-order="stroke" stroke-width="2"/>`
}

/**
 * Of the same widths as on the live map: by the number, and dashed where there is none. A piece is about as long as a
 * dash, so that every other one is left out.
 */
function svg(features: readonly Feature[], look: SvgLook): string {
  const { layer, theme } = look
  return ofPart(features, 'arc')
    .map((feature, index) => {
      const along = Math.min(1, Math.max(0, numberOf(feature, 'along', 0.5)))
      const size = numberOf(feature, 'size', Number.NaN)
      const isKnown = size >= 0
      const width = isKnown ? 1 + shareOf(size, layer) * WIDEST_PX * (0.25 + 0.75 * along) : 2 + 5 * along
      const opacity = 0.08 + (isKnown ? 0.92 : 0.72) * along
      const colour = look.isSelected(feature) ? theme.focus : theme.hues[layer.hue].mark
      const isGap = !isKnown && along < 1 && index % 2 === 1
      const d = isGap ? '' : look.path(feature.geometry)
      const line = strokeSvg(d, colour, width, ` stroke-opacity="${opacity.toFixed(2)}"`)
      return along === 1 ? line + headSvg(feature, look, colour, width) : line
    })
    .join('')
}

/** What each end means, as the case says it: the tail first. */
function keys({ ends, hue }: MapLayer): LegendKey[] {
  if (ends === undefined) return []
  return [
    { id: 'from', strokes: [{ path: 'M2 9h13', width: 3, opacity: 0.4 }], hue, says: { name: ends.from } },
    { id: 'to', strokes: [{ path: 'M11 8h8V4l7 5-7 5v-4h-8Z' }], hue, says: { name: ends.to } },
  ]
}

/** Flows: their width grows with the number and towards the head; dashed where a number is not known for each of them. */
export const flow: MarkModule = {
  style,
  legend: () => [{ path: 'M2 15.2C6 5.5 15.5 1.8 26 4.6 17 4.2 9.5 8 5.8 16.8Z' }],
  svg,
  keys,
  images: ({ hue }) => [{ shape: 'arrow', hue }],
  label: numberOrName,
}

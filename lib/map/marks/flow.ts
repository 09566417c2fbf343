import type { Feature, Position } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import { clamp } from '@/lib/geo/clamp'
import {
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
import type { Highlight, HighlightLook, LegendKey, MarkModule, SvgLook } from '../mark-module'
import { dashesOver, numberOrName, ofPart, px, shareOf, strokeOver, strokeSvg } from '../svg-marks'
import type { Theme } from '../theme'

/** An arc is a symbol across a border: nearer, where single roads are seen, it would look like one. */
const ARC_MAX_ZOOM = 7.5

/** Of the layer's largest number, at its head. */
const WIDEST_PX = 11

/** Px: grows with the number, from a quarter at the origin to the whole at the head. */
function arcWidth(layer: MapLayer): ExpressionSpecification {
  const taper: ExpressionSpecification = ['+', 0.25, ['*', 0.75, ['get', 'along']]]
  return ['+', 1, ['*', ['/', ['coalesce', ['get', 'size'], 0], largestOf(layer) / WIDEST_PX], taper]]
}

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  const ink = theme.hues[row.hue].mark
  return {
    ground: [
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
          'line-opacity': ['*', ['+', 0.08, ['*', 0.92, ['get', 'along']]], 0.85],
          'line-width': arcWidth(row),
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

/** How wide a piece of an arc is and how far it covers the ground: the tail fades, since where they set out nobody knows. */
function pieceOf(feature: Feature, layer: MapLayer) {
  const along = clamp(numberOf(feature, 'along', 0.5), 0, 1)
  const size = numberOf(feature, 'size', Number.NaN)
  const isKnown = size >= 0
  const width = isKnown ? 1 + shareOf(size, layer) * WIDEST_PX * (0.25 + 0.75 * along) : 2 + 5 * along
  return { along, isKnown, width, opacity: 0.08 + (isKnown ? 0.92 : 0.72) * along }
}

/**
 * Of the same widths as on the live map: by the number, and dashed where there is none. A piece is about as long as a
 * dash, so that every other one is left out.
 */
function svg(features: readonly Feature[], look: SvgLook): string {
  const { layer, theme } = look
  return ofPart(features, 'arc')
    .map((feature, index) => {
      const { along, isKnown, width, opacity } = pieceOf(feature, layer)
      const colour = look.isSelected(feature) ? theme.focus : theme.hues[layer.hue].mark
      const isGap = !isKnown && along < 1 && index % 2 === 1
      const d = isGap ? '' : look.path(feature.geometry)
      const line = strokeSvg(d, colour, width, ` stroke-opacity="${opacity.toFixed(2)}"`)
      return along === 1 ? line + headSvg(feature, look, colour, width) : line
    })
    .join('')
}

/** The chevron of the live map's head, in the middle of the last stretch. */
function chevronOver({ geometry }: Feature, { at, theme, layer }: HighlightLook): string {
  const positions: Position[] = geometry.type === 'LineString' ? geometry.coordinates : []
  const middle = Math.floor((positions.length - 1) / 2)
  const [before, after] = [positions[middle], positions[middle + 1]]
  const [from, to] = [before && at(before), after && at(after)]
  if (!from || !to) return ''
  const degrees = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI
  const place = `translate(${px((from[0] + to[0]) / 2)} ${px((from[1] + to[1]) / 2)})rotate(${px(degrees)})scale(1.3)`
  const stroke = (colour: string, width: number) =>
    `<path d="M-3-5 4 0-3 5" transform="${place}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/>`
  return stroke(theme.halo, 5) + stroke(theme.hues[layer.hue].mark, 2)
}

/** Edged in the colour of choices, or in the halo's under the pointer, with the arc and its head once more above. */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme, zoom } = look
  if (zoom >= ARC_MAX_ZOOM) return {}
  const pieces = ofPart(features, 'arc').map((feature) => ({ feature, ...pieceOf(feature, layer) }))
  const edges = pieces.map(({ feature, width }) => {
    const colour = look.isSelected(feature) ? theme.focus : theme.halo
    return strokeOver(look.path(feature.geometry), colour, width + 3, look, ' stroke-linecap="round"')
  })
  const arcs = pieces.map(({ feature, isKnown, width, opacity }) => {
    const dashes = isKnown ? '' : dashesOver(width, [1.1, 0.5], look)
    const more = ` stroke-opacity="${opacity.toFixed(2)}"${dashes}`
    return strokeOver(look.path(feature.geometry), theme.hues[layer.hue].mark, width, look, more)
  })
  const heads = pieces.filter(({ along }) => along === 1).map(({ feature }) => chevronOver(feature, look))
  return { ground: edges.join('') + arcs.join(''), marks: heads.join('') }
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
  highlight,
  keys,
  images: ({ hue }) => [{ shape: 'arrow', hue }],
  label: numberOrName,
}

import type { Feature } from 'geojson'
import type { ExpressionSpecification, LineLayerSpecification } from 'maplibre-gl'
import { dotGlyph } from '@/lib/schema/plain-values'
import {
  type CaseLayerStyle,
  caption,
  inkOf,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import { byCategory } from '../feature-values'
import { grownHead, grownLine, grownWords } from '../growth'
import { markImage } from '../mark-image'
import type { Highlight, HighlightLook } from '../mark-module'
import { ofPart, ringOver, symbolsOver } from '../svg-marks'
import type { Theme } from '../theme'

/** Light casing that lifts a line off the ground. */
export function casing({ id }: MapLayer, theme: Theme, width: number): LineLayerSpecification {
  return {
    id: layerName(id, 'casing'),
    type: 'line',
    source: layerSource(id),
    filter: onlyPart('line'),
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.halo, 'line-width': width + 3.5 },
  }
}

/** From here on a length of some kilometres is long enough to be seen. */
export const LENGTHS_READABLE_ZOOM = 7

/** From here on the sign that stands in for lengths is seen whatever stands there. */
const LENGTHS_SIGNED_ZOOM = 5

/** Zoom and width of a line that is as long as is reported, px. */
export const lengthWidths = [
  [5, 4],
  [9, 8],
] as const

/** Someone says so and nobody has shown it, or nobody says when. */
const isDoubtful: ExpressionSpecification = ['boolean', ['get', 'doubtful'], false]

/**
 * Lines as long as it is reported: thick, dashed where the length is in doubt, with the length written at the end; the
 * longer lie under the shorter and are thinner. The layer's symbol stands in at far zooms.
 */
export function lengthMarks(row: MapLayer, theme: Theme): CaseLayerStyle {
  const ink = inkOf(row, theme)
  const wide = casing(row, theme, 6)
  return {
    ground: [
      { ...wide, paint: { ...wide.paint, 'line-opacity': grownLine } },
      {
        id: layerName(row.id, 'line'),
        type: 'line',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'line'], ['!', isDoubtful]],
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: {
          'line-color': ink,
          'line-width': ['interpolate', ['linear'], ['zoom'], ...lengthWidths.flat()],
          'line-opacity': grownLine,
        },
      },
      {
        id: layerName(row.id, 'line-doubtful'),
        type: 'line',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'line'], isDoubtful],
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: { 'line-color': ink, 'line-width': 3, 'line-dasharray': [2, 1.2], 'line-opacity': grownLine },
      },
    ],
    marks: [
      {
        id: layerName(row.id, 'sign'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: onlyPart('label'),
        layout: {
          ...(row.glyph !== undefined && {
            'icon-image': [
              'step',
              ['zoom'],
              byCategory(row, ({ glyph = dotGlyph, hue }) => markImage(glyph, hue, theme)),
              LENGTHS_READABLE_ZOOM,
              '',
            ],
          }),
          // From afar it gives way to a flow over the same border.
          'icon-allow-overlap': ['step', ['zoom'], false, LENGTHS_SIGNED_ZOOM, true],
          // Zoomed out the lengths have no room beside each other: the sign alone says that there is a queue.
          'text-field': ['step', ['zoom'], '', LENGTHS_READABLE_ZOOM, caption()],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 4, 12, 9, 16],
          'text-max-width': 20,
          'text-variable-anchor': ['left', 'right'],
          'text-radial-offset': 1,
          'text-justify': 'auto',
          'text-optional': true,
        },
        paint: { ...textPaint(row, theme, 2), 'icon-opacity': grownHead, 'text-opacity': grownWords },
      },
    ],
  }
}

/** Radius of the ring around the end of a length, px. */
const END_PX = 9

/** A ring where it ends: over the whole of one, the others that lie on the same stretch would not be seen. */
export function highlightLengths(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme, zoom } = look
  if (layer.glyph !== undefined && zoom < LENGTHS_READABLE_ZOOM) return symbolsOver(ofPart(features, 'label'), look)
  const rings = ofPart(features, 'line').flatMap((feature) => {
    const end = feature.geometry.type === 'LineString' ? feature.geometry.coordinates.at(-1) : undefined
    const at = end === undefined ? null : look.at(end)
    return at === null ? [] : [ringOver(at, END_PX, theme.focus, look.isSelected(feature) ? 2.5 : 1.4, theme.halo)]
  })
  return { marks: rings.join('') }
}

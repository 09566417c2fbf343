import type { Feature } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import {
  besidePoint,
  type CaseLayerStyle,
  caption,
  inkOf,
  largestOf,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import { categoryKeys, lookOf, numberOf } from '../feature-values'
import { circlePath, type MarkStroke } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule, SvgLook } from '../mark-module'
import { accuracySvg, lift, numberOrName, ofPart, pointsOf, px, ringOver, shareOf } from '../svg-marks'
import type { Theme } from '../theme'

/** Radius of the circle of the layer's largest number. */
const LARGEST_PX = 26
/** Radius of what has no number, px. */
const UNKNOWN_PX = 4
/** The zoom from which on the numbers are written. */
const LABEL_ZOOM = 5
/** How far the hue covers the ground. */
const FILL = 0.28

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, labelFromZoom = LABEL_ZOOM } = row
  const ink = inkOf(row, theme)
  const share: ExpressionSpecification = ['/', ['coalesce', ['get', 'size'], 0], largestOf(row)]
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
          'circle-opacity': ['case', ['has', 'size'], FILL, 0],
          'circle-stroke-color': ink,
          'circle-stroke-width': 1.4,
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
          ...besidePoint(theme),
        },
        paint: textPaint(row, theme, 1.8),
      },
    ],
  }
}

function strokes(): MarkStroke[] {
  return [
    { path: circlePath(14, 9, 7.5), opacity: 0.28 },
    { path: circlePath(14, 9, 7.5), width: 1.25 },
    { path: circlePath(14, 12.5, 4), width: 1.25 },
  ]
}

/** The radius of a number; `null` where there is none. */
function radiusOf(feature: Feature, layer: MapLayer): number | null {
  const size = numberOf(feature, 'size', -1)
  return size < 0 ? null : LARGEST_PX * Math.sqrt(shareOf(size, layer))
}

/** The largest lie under the smaller. */
function svg(features: readonly Feature[], look: SvgLook): string {
  const circles = ofPart(features, 'point')
    .map((feature) => ({ feature, radius: radiusOf(feature, look.layer) }))
    .toSorted((a, b) => (b.radius ?? 0) - (a.radius ?? 0))
    .flatMap(({ feature, radius }) => {
      const colour = look.theme.hues[lookOf(look.layer, feature).hue].mark
      const selected = look.isSelected(feature)
      const paint =
        `fill="${colour}" fill-opacity="${radius === null ? 0 : FILL}"` +
        ` stroke="${selected ? look.theme.focus : colour}" stroke-width="${selected ? 2.6 : 1.4}"`
      return pointsOf(feature, look).map(
        ([x, y]) => `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius ?? UNKNOWN_PX)}" ${paint}/>`,
      )
    })
  return accuracySvg(features, look) + circles.join('')
}

function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { theme, layer } = look
  const drawn = ofPart(features, 'point').flatMap((feature) => {
    const ink = theme.hues[lookOf(layer, feature).hue].mark
    const isSelected = look.isSelected(feature)
    const radius = radiusOf(feature, layer)
    const opacity = radius === null ? 0 : lift(FILL, isSelected ? 0.45 : 0.4)
    const fill = `fill="${ink}" fill-opacity="${opacity.toFixed(3)}"`
    const [edge, width] = isSelected ? [theme.focus, 2.6] : [ink, 2]
    return pointsOf(feature, look).map((at) => ringOver(at, radius ?? UNKNOWN_PX, edge, width, theme.halo, fill))
  })
  return { marks: drawn.join('') }
}

/** Circles: their area is the number, so that one twice as large has twice the area; what has no number is a small ring. */
export const circle: MarkModule = {
  style,
  legend: strokes,
  svg,
  highlight,
  keys: (layer) => categoryKeys(layer, strokes),
  label: numberOrName,
  labelFromZoom: LABEL_ZOOM,
}

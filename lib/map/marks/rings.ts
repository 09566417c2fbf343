import type { Feature } from 'geojson'
import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import {
  type CaseLayerStyle,
  largestOf,
  layerName,
  layerSource,
  type MapLayer,
  onlyPart,
  textPaint,
} from '../case-layer'
import { numberOf, textOf } from '../feature-values'
import { circlePath, glyphStroke, type MarkStroke } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule, SvgLook } from '../mark-module'
import {
  accuracySvg,
  areaOver,
  atZoom,
  dashesOver,
  lift,
  ofPart,
  pointsOf,
  px,
  ringOver,
  shareOf,
  strokeOver,
  symbolsOver,
  symbolsSvg,
} from '../svg-marks'
import type { Anchors } from '../text-anchors'
import type { Theme } from '../theme'
import { accuracyOver, symbolImages, symbolMarks } from './symbol'

/** Zoom at which a circle 1 km across is some 20 px wide in middle latitudes: from there on the rings speak for themselves. */
const RINGS_READABLE_ZOOM = 10

/** From here on circles of true size have an edge. */
const EDGES_ZOOM = 5.5
/** How far the hue covers the ground within a circle of true size, and within a ring of a reading. */
const TRUE_SIZE_FILL = 0.12
const READING_FILL = 0.06

/** Zoom and radius of the layer's largest reading, px: small where a whole region is seen, so that no ring spans what was not touched. */
const LARGEST_PX_BY_ZOOM = [
  [2, 2.5],
  [4, 7],
  [6, 14],
  [8, 23],
] as const

/** The line of a ring, px: from afar, where it is hardly more than a dot, it must not fill it. */
const LINE_PX_BY_ZOOM = [
  [2, 1],
  [4, 1.8],
] as const
/** From here on two readings of one thing can be told apart; before, only the larger has a ring. */
const READINGS_APART_ZOOM = 4

/** The zoom from which on a reading is written, and where: clear of its ring, and beside it if there is room. */
const CAPTION_ZOOM = 5.5
const captionAnchors: Anchors = [
  ['left', [1.8, 0]],
  ['right', [-1.8, 0]],
  ['bottom', [0, -1.8]],
  ['top', [0, 1.8]],
]

const isReading: FilterSpecification = ['all', ['==', ['get', 'part'], 'point'], ['has', 'size']]
const isSymbol: FilterSpecification = ['all', ['==', ['get', 'part'], 'point'], ['!', ['has', 'size']]]

/** Radius of a ring that grows with one of the readings of a thing. */
function ringRadius(layer: MapLayer, value: 'size' | 'sizeLow'): ExpressionSpecification {
  const largest = largestOf(layer)
  const share: ExpressionSpecification = ['/', ['coalesce', ['get', value], ['get', 'size'], largest], largest]
  const stops = LARGEST_PX_BY_ZOOM.flatMap(([zoom, px]) => [zoom, ['*', px, share]])
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification
}

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue } = row
  const ink = theme.hues[hue].mark
  const source = layerSource(id)
  const symbols = symbolMarks({ labelFromZoom: 7, ...row }, theme, {
    filter: isSymbol,
    fadeAtZoom: RINGS_READABLE_ZOOM,
  })
  return {
    ground: [
      ...symbols.ground,
      {
        id: layerName(id, 'ring-fill'),
        type: 'fill',
        source,
        filter: onlyPart('ring'),
        paint: { 'fill-color': ink, 'fill-opacity': TRUE_SIZE_FILL },
      },
      {
        id: layerName(id, 'ring'),
        type: 'line',
        source,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['!=', ['get', 'tentative'], true]],
        minzoom: EDGES_ZOOM,
        paint: { 'line-color': ink, 'line-width': 1.2 },
      },
      {
        // A size that is reported for one of them, without saying which: dotted at each.
        id: layerName(id, 'ring-tentative'),
        type: 'line',
        source,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['==', ['get', 'tentative'], true]],
        minzoom: EDGES_ZOOM,
        paint: { 'line-color': ink, 'line-width': 1.2, 'line-dasharray': [1.5, 2] },
      },
    ],
    marks: [
      ...symbols.marks,
      {
        id: layerName(id, 'reading'),
        type: 'circle',
        source,
        filter: isReading,
        paint: {
          'circle-radius': ringRadius(row, 'size'),
          'circle-color': ink,
          'circle-opacity': READING_FILL,
          'circle-stroke-color': ink,
          'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], ...LINE_PX_BY_ZOOM.flat()],
        },
      },
      {
        id: layerName(id, 'reading-low'),
        type: 'circle',
        source,
        minzoom: READINGS_APART_ZOOM,
        filter: ['all', ['==', ['get', 'part'], 'point'], ['has', 'sizeLow']],
        paint: {
          'circle-radius': ringRadius(row, 'sizeLow'),
          'circle-opacity': 0,
          'circle-stroke-color': ink,
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: layerName(id, 'reading-caption'),
        type: 'symbol',
        source,
        filter: isReading,
        minzoom: CAPTION_ZOOM,
        layout: {
          'text-field': ['coalesce', ['get', 'caption'], ''],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-variable-anchor-offset': captionAnchors.flat(),
        },
        paint: textPaint(row, theme, 2.4),
      },
    ],
  }
}

function legend({ glyph }: MapLayer): MarkStroke[] {
  if (glyph === undefined)
    return [
      { path: circlePath(14, 9, 7.5), width: 1.5 },
      { path: circlePath(14, 9, 3.5), width: 1.5 },
    ]
  return [{ path: circlePath(14, 9, 7.5), width: 1.25, dashes: [2.6, 1.7] }, glyphStroke(glyph, 10)]
}

/** On a drawing, px. */
function readingRadius(size: number, layer: MapLayer, zoom: number): number {
  return atZoom(zoom, LARGEST_PX_BY_ZOOM) * shareOf(size, layer)
}

/** The smaller of two readings, where it can be told from the other; else NaN. */
function lowReading(feature: Feature, zoom: number): number {
  return zoom < READINGS_APART_ZOOM ? Number.NaN : numberOf(feature, 'sizeLow', Number.NaN)
}

/** The rings of one thing's readings: one, or two where they differ. */
function readingSvg(feature: Feature, { layer, theme, zoom, ...look }: SvgLook): string {
  const ink = theme.hues[layer.hue].mark
  const selected = look.isSelected(feature)
  const ring = (size: number, fill: string, width: number) => {
    const radius = readingRadius(size, layer, zoom)
    const paint = `${fill} stroke="${selected ? theme.focus : ink}" stroke-width="${width}"`
    return pointsOf(feature, look).map(([x, y]) => `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" ${paint}/>`)
  }
  const low = lowReading(feature, zoom)
  const line = atZoom(zoom, LINE_PX_BY_ZOOM)
  return [
    ...ring(numberOf(feature, 'size', 0), `fill="${ink}" fill-opacity="${READING_FILL}"`, selected ? 3 : line),
    ...(Number.isNaN(low) ? [] : ring(low, 'fill="none"', 1.4)),
  ].join('')
}

function trueSizeSvg(feature: Feature, { layer, theme, ...look }: SvgLook): string {
  const d = look.path(feature.geometry)
  if (d === '') return ''
  const ink = theme.hues[layer.hue].mark
  const dashes = feature.properties?.tentative === true ? ' stroke-dasharray="1.8 2.4"' : ''
  const edge = look.isSelected(feature) ? theme.focus : ink
  return `<path d="${d}" fill="${ink}" fill-opacity="${TRUE_SIZE_FILL}" stroke="${edge}" stroke-width="1.2"${dashes}/>`
}

function hasReading(feature: Feature): boolean {
  return !Number.isNaN(numberOf(feature, 'size', Number.NaN))
}

/** A circle of true size, with a darker filling and a stronger edge. */
function trueSizeOver(feature: Feature, look: HighlightLook): string {
  const { layer, theme, zoom } = look
  const ink = theme.hues[layer.hue].mark
  const d = look.path(feature.geometry)
  const [fill, width] = look.isSelected(feature) ? [0.22, 2.2] : [0.18, 1.6]
  const dashes = feature.properties?.tentative === true ? dashesOver(width, [1.5, 2], look) : ''
  const edge = zoom < EDGES_ZOOM ? '' : strokeOver(d, ink, width, look, dashes)
  return areaOver(d, ink, lift(TRUE_SIZE_FILL, fill), 0, look) + edge
}

function readingOver(feature: Feature, look: HighlightLook): string {
  const { layer, theme, zoom } = look
  const ink = theme.hues[layer.hue].mark
  const [edge, width, opacity] = look.isSelected(feature) ? [theme.focus, 3, 0.2] : [ink, 2.4, 0.15]
  const fill = `fill="${ink}" fill-opacity="${lift(READING_FILL, opacity).toFixed(3)}"`
  const low = lowReading(feature, zoom)
  const rings = pointsOf(feature, look).map((at) => {
    const outer = ringOver(at, readingRadius(numberOf(feature, 'size', 0), layer, zoom), edge, width, theme.halo, fill)
    return outer + (Number.isNaN(low) ? '' : ringOver(at, readingRadius(low, layer, zoom), edge, 1.4, theme.halo))
  })
  return rings.join('')
}

function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const points = ofPart(features, 'point')
  const symbols = points.filter((feature) => !hasReading(feature))
  const stands = look.zoom <= RINGS_READABLE_ZOOM ? (symbolsOver(symbols, look).marks ?? '') : ''
  const readings = points.filter(hasReading).map((feature) => readingOver(feature, look))
  const circles = ofPart(features, 'ring').map((feature) => trueSizeOver(feature, look))
  return { ground: accuracyOver(features, look) + circles.join(''), marks: stands + readings.join('') }
}

function svg(features: readonly Feature[], look: SvgLook): string {
  const points = ofPart(features, 'point')
  return [
    accuracySvg(features, look),
    ...ofPart(features, 'ring').map((feature) => trueSizeSvg(feature, look)),
    look.zoom > RINGS_READABLE_ZOOM
      ? ''
      : symbolsSvg(
          points.filter((feature) => !hasReading(feature)),
          look,
        ),
    ...points.filter(hasReading).map((feature) => readingSvg(feature, look)),
  ].join('')
}

/**
 * Rings: circles of true size, and a symbol that stands in for them while they are too small to see; or, of a thing that
 * was measured, a ring that grows with the reading, and where readings differ a second one, each written with its maker.
 */
export const rings: MarkModule = {
  style,
  legend,
  svg,
  highlight,
  images: symbolImages,
  label: (feature) => textOf(feature, 'caption') || textOf(feature, 'name'),
  labelFromZoom: CAPTION_ZOOM,
  labelAnchors: captionAnchors,
}

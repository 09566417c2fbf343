import type { Feature } from 'geojson'
import type { ExpressionSpecification, FilterSpecification, LineLayerSpecification } from 'maplibre-gl'
import { type CaseLayerStyle, inkOf, layerName, layerSource, type MapLayer, onlyPart, textPaint } from '../case-layer'
import { categoryKeys, lookOf } from '../feature-values'
import type { MarkStroke } from '../mark-image'
import type { Highlight, HighlightLook, MarkModule, MarkWords, SvgLook } from '../mark-module'
import { atZoom, dashesOver, numberOrName, ofPart, strokeOver, strokeSvg, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'
import { casing, highlightLengths, LENGTHS_READABLE_ZOOM, lengthMarks, lengthWidths } from './line-lengths'
import { symbolImages } from './symbol'

/** The zoom from which on a line's name is written. */
const LABEL_ZOOM = 4

const isSchematic: ExpressionSpecification = ['boolean', ['get', 'schematic'], false]

/** Words behind the name of what is drawn after a scheme; nothing behind that of what was surveyed. */
function schematicSuffix(words: string): ExpressionSpecification {
  return ['case', isSchematic, ` (${words})`, '']
}

function strokes(layer: MapLayer, theme: Theme): LineLayerSpecification[] {
  const { id, pattern = 'solid' } = layer
  const ink = inkOf(layer, theme)
  const isLine: ExpressionSpecification = ['==', ['get', 'part'], 'line']
  const stroke = (what: string, filter: FilterSpecification, paint: NonNullable<LineLayerSpecification['paint']>) => ({
    id: layerName(id, what),
    type: 'line' as const,
    source: layerSource(id),
    filter,
    layout: { 'line-join': 'round' as const },
    paint,
  })
  const dashed = { 'line-color': ink, 'line-width': 2, 'line-dasharray': [5, 1.6] }
  if (pattern === 'dashed') return [stroke('line', onlyPart('line'), dashed)]
  const isSurveyed: FilterSpecification = ['all', isLine, ['!', isSchematic]]
  const solid =
    pattern === 'double'
      ? [
          stroke('line', isSurveyed, { 'line-color': ink, 'line-width': 5 }),
          stroke('between', isSurveyed, { 'line-color': theme.halo, 'line-width': 1.8 }),
        ]
      : [stroke('line', isSurveyed, { 'line-color': ink, 'line-width': 2 })]
  return [...solid, stroke('line-schematic', ['all', isLine, isSchematic], dashed)]
}

function style(row: MapLayer, theme: Theme, { schematic }: MarkWords): CaseLayerStyle {
  if (row.size === 'length') return lengthMarks(row, theme)
  return {
    ground: [casing(row, theme, 0.5), ...strokes(row, theme)],
    marks: [
      {
        id: layerName(row.id, 'name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: onlyPart('line'),
        minzoom: row.labelFromZoom ?? LABEL_ZOOM,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-field': ['concat', ['get', 'name'], schematicSuffix(schematic)],
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

function legend({ pattern = 'solid', size }: MapLayer): MarkStroke[] {
  if (size === 'length') return [{ path: 'M4 14.5c6 0 5.5-5 10.5-5.5S21 8 24 3.5', width: 4, round: 'ends' }]
  const path = 'M2 14.5 10.5 9l6-.5 9.5-5.5'
  if (pattern === 'double')
    return [
      { path: 'M2 12.5 11 8l6-.5 9-5', width: 1.6 },
      { path: 'M2 16.5l10-4.5 6-.5 8-4.5', width: 1.6 },
    ]
  return [{ path, width: 2, ...(pattern === 'dashed' ? { dashes: [5, 2] as const } : {}) }]
}

/** The strokes of a line, from the lowest: a casing, itself and, of a double one, what is between. */
function svgStrokes(feature: Feature, d: string, { layer, theme, zoom, isSelected }: SvgLook): string {
  const { pattern, size } = layer
  const ink = theme.hues[lookOf(layer, feature).hue].mark
  const casing = (width: number) => strokeSvg(d, isSelected(feature) ? theme.focus : theme.halo, width)
  const dashed = (width: number, [dash, gap]: readonly [number, number]) =>
    strokeSvg(d, ink, width, ` stroke-dasharray="${dash * width} ${gap * width}"`)
  if (size === 'length') {
    if (feature.properties?.doubtful === true) return casing(9.5) + dashed(3, [2, 1.2])
    return casing(9.5) + strokeSvg(d, ink, atZoom(zoom, lengthWidths))
  }
  if (pattern === 'dashed' || feature.properties?.schematic === true) return casing(4) + dashed(2, [5, 1.6])
  if (pattern === 'double') return casing(8) + strokeSvg(d, ink, 5) + strokeSvg(d, theme.halo, 1.8)
  return casing(4) + strokeSvg(d, ink, 2)
}

/** How wide a line is and how it is dashed, while it is highlighted. */
function litStroke(feature: Feature, { layer: { pattern } }: HighlightLook) {
  const { schematic } = feature.properties ?? {}
  if (pattern === 'dashed' || schematic === true) return { width: 3, dashes: [5, 1.6] as const, edge: 3 }
  return { width: pattern === 'double' ? 6 : 3, edge: 3 }
}

/** Cased in the colour of choices, within a casing of the halo's that lifts both off the ground; hovered, in the latter alone. */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme } = look
  if (layer.size === 'length') return highlightLengths(features, look)
  const drawn = ofPart(features, 'line').map((feature) => {
    const d = look.path(feature.geometry)
    const { width, dashes, edge } = litStroke(feature, look)
    const round = ' stroke-linecap="round"'
    const cased = look.isSelected(feature) ? strokeOver(d, theme.focus, width + edge, look, round) : ''
    const between = layer.pattern === 'double' && dashes === undefined ? strokeOver(d, theme.halo, 1.8, look) : ''
    return (
      strokeOver(d, theme.halo, width + edge + 2.5, look, round) +
      cased +
      (dashes === undefined || cased === '' ? '' : strokeOver(d, theme.halo, width, look)) +
      strokeOver(
        d,
        theme.hues[lookOf(layer, feature).hue].mark,
        width,
        look,
        dashes && dashesOver(width, dashes, look),
      ) +
      between
    )
  })
  return { ground: drawn.join('') }
}

function svg(features: readonly Feature[], look: SvgLook): string {
  const { layer, zoom } = look
  const lines = ofPart(features, 'line').map((feature) => {
    const d = look.path(feature.geometry, true)
    return d === '' ? '' : svgStrokes(feature, d, look)
  })
  const isTooSmall = layer.size === 'length' && layer.glyph !== undefined && zoom < LENGTHS_READABLE_ZOOM
  return lines.join('') + (isTooSmall ? symbolsSvg(ofPart(features, 'label'), look) : '')
}

/**
 * Lines: solid, double or dashed; what is drawn after a scheme is dashed in any case, and says so in writing. None of
 * their vertices is left out at any zoom: a border or a road that is simplified passes elsewhere.
 */
export const line: MarkModule = {
  style,
  legend,
  svg,
  highlight,
  images: (layer) => (layer.glyph === undefined ? [] : symbolImages(layer)),
  source: { tolerance: 0 },
  grows: ({ size }) => (size === 'length' ? 'line' : null),
  label: numberOrName,
  keys: (layer) => categoryKeys(layer, legend),
  labelFromZoom: LABEL_ZOOM,
}

import type { Feature, Position } from 'geojson'
import type { ExpressionSpecification, LayerSpecification, LineLayerSpecification } from 'maplibre-gl'
import { ARC_PIECES } from '@/lib/derive/drawn-feature'
import { clamp } from '@/lib/geo/clamp'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { type CaseLayerStyle, caption, layerName, layerSource, type MapLayer, onlyPart, textPaint } from '../case-layer'
import { numberOf } from '../feature-values'
import {
  byWidth,
  fadeAt,
  flowWidth,
  flowWidthExpression,
  headPath,
  headSizeExpression,
  isOpen,
  lastStretch,
  PALE,
  pieceFadeAt,
  pieceFadeExpression,
  sidesPath,
  taperAt,
  taperExpression,
} from '../flow-shape'
import { grownHead, grownPiece, grownWords } from '../growth'
import { BLOCK_IMAGE } from '../label-blocks'
import { markImage } from '../mark-image'
import type { Highlight, HighlightLook, LegendKey, MarkModule, SvgLook } from '../mark-module'
import { numberOrName, ofPart, strokeOver, strokeSvg } from '../svg-marks'
import type { Theme } from '../theme'

/** A flow is a symbol across a border: nearer, where single roads are seen, it would look like one. */
const FLOW_MAX_ZOOM = 7.5

/** Of the edge that lifts a flow off the ground, on both sides together, px. */
const CASING_PX = 3

/** To each side of a flow no name stands, px. */
const BODY_PX = 9

const isOpenOnMap: ExpressionSpecification = ['any', ['!', ['has', 'size']], ['has', 'undivided']]
const isPiece: ExpressionSpecification = ['==', ['get', 'part'], 'arc']
/** Every other piece, the last among them: the dashes of an edge. */
const isDash: ExpressionSpecification = ['==', ['%', ['round', ['*', ['get', 'along'], ARC_PIECES - 1]], 2], 1]

/** The casing, the flow of known number in pieces that grow wider, the pale filling of one that is not known, and its dashes. */
function bodies(row: MapLayer, theme: Theme): [casing: LayerSpecification, ...LayerSpecification[]] {
  const ink = theme.hues[row.hue].mark
  const width = (share: number) => flowWidthExpression(row, share)
  const own = { source: layerSource(row.id), maxzoom: FLOW_MAX_ZOOM }
  const fading = (open: boolean, opacity?: number): ExpressionSpecification => [
    '*',
    grownPiece,
    pieceFadeExpression(open, opacity),
  ]
  const pieces = (what: string, open: boolean, paint: NonNullable<LineLayerSpecification['paint']>) => ({
    ...own,
    id: layerName(row.id, what),
    type: 'line' as const,
    filter: ['all', isPiece, open ? isOpenOnMap : ['!', isOpenOnMap]] as ExpressionSpecification,
    paint,
  })
  const sides = (what: string, half: number) => ({
    ...own,
    id: layerName(row.id, what),
    type: 'line' as const,
    filter: ['all', isPiece, isOpenOnMap, isDash] as ExpressionSpecification,
    paint: {
      'line-color': ink,
      'line-width': 1.6,
      'line-offset': byWidth((share) => ['*', half, width(share)]),
      'line-opacity': fading(true),
    },
  })
  const tapered = (share: number) => taperExpression(width(share))
  return [
    pieces('casing', false, {
      'line-color': theme.halo,
      'line-width': byWidth((share) => ['+', CASING_PX, tapered(share)]),
      'line-opacity': fading(false, 0.9),
    }),
    pieces('line', false, { 'line-color': ink, 'line-width': byWidth(tapered), 'line-opacity': fading(false) }),
    pieces('open', true, { 'line-color': ink, 'line-width': byWidth(width), 'line-opacity': fading(true, PALE) }),
    sides('left', -0.5),
    sides('right', 0.5),
  ]
}

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  const source = layerSource(row.id)
  const image = (hollow: boolean) => markImage('head', row.hue, theme, hollow)
  const [casing, ...own] = bodies(row, theme)
  // Under the body, which covers the edge of its back.
  const head: LayerSpecification = {
    id: layerName(row.id, 'head'),
    type: 'symbol',
    source,
    filter: onlyPart('head'),
    maxzoom: FLOW_MAX_ZOOM,
    layout: {
      'icon-image': ['case', isOpenOnMap, image(true), image(false)],
      'icon-size': byWidth((share) => headSizeExpression(flowWidthExpression(row, share))),
      'icon-anchor': 'left',
      'icon-rotate': ['-', ['coalesce', ['get', 'bearing'], 90], 90],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
    },
    paint: { 'icon-opacity': grownHead },
  }
  return {
    ground: [],
    marks: [
      {
        id: layerName(row.id, 'caption'),
        type: 'symbol',
        source,
        filter: onlyPart('label'),
        layout: {
          'text-field': ['case', ['has', 'caption'], caption(), ['format', ['get', 'name'], {}]],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-max-width': 14,
          'text-variable-anchor': ['top', 'left', 'right', 'bottom'],
          'text-radial-offset': 0.6,
          'text-justify': 'auto',
        },
        paint: { ...textPaint(row, theme, 2), 'text-opacity': grownWords },
      },
    ],
    // Over the symbols of the borders that they cross.
    obstacles: [
      casing,
      head,
      ...own,
      {
        id: layerName(row.id, 'body'),
        type: 'symbol',
        source,
        filter: onlyPart('course'),
        maxzoom: FLOW_MAX_ZOOM,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 12,
          'icon-image': BLOCK_IMAGE,
          'icon-padding': BODY_PX,
          'icon-allow-overlap': true,
        },
      },
    ],
  }
}

function positionsOf({ geometry }: Feature): Position[] {
  return geometry.type === 'LineString' ? geometry.coordinates : []
}

/** How far along a piece of a flow stands, how wide it is there and how far it covers the ground. */
function pieceOf(feature: Feature, { layer, zoom }: SvgLook) {
  const along = clamp(numberOf(feature, 'along', 0.5), 0, 1)
  const open = isOpen(feature)
  const width = flowWidth(feature, layer, zoom)
  return { feature, along, open, head: width, width: width * taperAt(along, open), fade: pieceFadeAt(along, open) }
}

/** The head that begins at the end of a flow's last piece: with a firm edge where the number is not known. */
function headSvg(feature: Feature, { at, theme, layer, zoom }: SvgLook, edge: string): string {
  const stretch = lastStretch(positionsOf(feature), at)
  const d = stretch === null ? '' : headPath(stretch, flowWidth(feature, layer, zoom))
  if (d === '') return ''
  const ink = theme.hues[layer.hue].mark
  const casing = `<path d="${d}" fill="none" stroke="${edge}" stroke-width="${CASING_PX}" stroke-linejoin="round"/>`
  if (!isOpen(feature)) return `${casing}<path d="${d}" fill="${ink}"/>`
  const paint = `fill="${ink}" fill-opacity="${PALE}" stroke="${ink}" stroke-width="1.6" stroke-linejoin="round"`
  return `${casing}<path d="${d}" fill="${theme.halo}"/><path d="${d}" ${paint}/>`
}

/** The dashed sides of a flow whose number, or whose share of it, is not known, in pieces that fade. */
function sidesSvg({ feature, width, fade }: ReturnType<typeof pieceOf>, { at, theme, layer }: SvgLook): string {
  const points = positionsOf(feature).map(at)
  const inside = points.filter((point) => point !== null)
  if (inside.length < points.length) return ''
  const more = ` stroke-opacity="${fade.toFixed(2)}" stroke-dasharray="4 3"`
  return strokeSvg(sidesPath(inside, width), theme.hues[layer.hue].mark, 1.6, more)
}

/** Of the same widths as on the live map: by the number, and dashed where there is none for each of them. */
function svg(features: readonly Feature[], look: SvgLook): string {
  const { layer, theme } = look
  const ink = theme.hues[layer.hue].mark
  const edgeOf = (feature: Feature) => (look.isSelected(feature) ? theme.focus : theme.halo)
  const pieces = ofPart(features, 'arc').map((feature) => pieceOf(feature, look))
  const drawn = pieces.map((piece) => ({ ...piece, d: look.path(piece.feature.geometry) }))
  const casings = drawn.map(({ d, feature, width, fade }) =>
    strokeSvg(d, edgeOf(feature), width + CASING_PX, ` stroke-opacity="${(0.9 * fade).toFixed(2)}"`),
  )
  const lines = drawn.map((piece) => {
    const opacity = piece.fade * (piece.open ? PALE : 1)
    const line = strokeSvg(piece.d, ink, piece.width, ` stroke-opacity="${opacity.toFixed(2)}"`)
    return piece.open && piece.d !== '' ? line + sidesSvg(piece, look) : line
  })
  const heads = pieces.filter(({ along }) => along === 1).map(({ feature }) => headSvg(feature, look, edgeOf(feature)))
  return casings.join('') + lines.join('') + heads.join('')
}

/** Where less of a flow than that covers the ground, a name may. */
const FAINT = 0.3

/** A flow's body, of whose pieces each is shorter than that is wide, and its head; its faint tail is no obstacle. */
function keptClear(features: readonly Feature[], { at, layer, zoom }: SvgLook): Rectangle[] {
  return ofPart(features, 'arc').flatMap((feature) => {
    const along = numberOf(feature, 'along', 0.5)
    if (fadeAt(along) < FAINT) return []
    const points = positionsOf(feature).map(at)
    const isHead = (index: number) => along === 1 && index === points.length - 1
    return points.flatMap((point, index) => {
      if (point === null) return []
      const [[x, y], reach] = [point, isHead(index) ? flowWidth(feature, layer, zoom) : BODY_PX]
      return [{ left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }]
    })
  })
}

/** Edged in the colour of choices, or in the halo's under the pointer, with the flow and its head once more above. */
function highlight(features: readonly Feature[], look: HighlightLook): Highlight {
  const { layer, theme, zoom } = look
  if (zoom >= FLOW_MAX_ZOOM) return {}
  const edgeOf = (feature: Feature) => (look.isSelected(feature) ? theme.focus : theme.halo)
  const pieces = ofPart(features, 'arc')
    .map((feature) => pieceOf(feature, look))
    .filter(({ fade }) => fade > 0)
  const edges = pieces.map(({ feature, width, fade }) => {
    const more = ` stroke-opacity="${fade.toFixed(2)}"`
    return strokeOver(look.path(feature.geometry), edgeOf(feature), width + CASING_PX, look, more)
  })
  const lines = pieces.map(({ feature, width, fade, open }) => {
    const more = ` stroke-opacity="${(fade * (open ? 0.6 : 1)).toFixed(2)}"`
    return strokeOver(look.path(feature.geometry), theme.hues[layer.hue].mark, width, look, more)
  })
  const heads = pieces.filter(({ along }) => along === 1).map(({ feature }) => headSvg(feature, look, edgeOf(feature)))
  return { ground: edges.join('') + lines.join(''), marks: heads.join('') }
}

const body = 'M1 7.6 17 6.2V2l9.5 7-9.5 7v-4.2L1 10.4Z'

/** What each end means, and what dashes do, as the case says it: the tail first. */
function keys({ ends, hue }: MapLayer): LegendKey[] {
  if (ends === undefined) return []
  const { from, to, undivided } = ends
  const split: LegendKey[] =
    undivided === undefined
      ? []
      : [
          {
            id: 'undivided',
            strokes: [
              { path: 'M2 6.2h15M2 11.8h15', width: 1.4, dashes: [3, 2] },
              { path: 'M2 6.2h15v5.6H2ZM17 3l8.5 6-8.5 6Z', opacity: PALE },
              { path: 'M17 3l8.5 6-8.5 6Z', width: 1.4, round: 'joins' },
            ],
            hue,
            says: { name: undivided },
          },
        ]
  return [
    { id: 'from', strokes: [{ path: 'M2 9h13', width: 3, opacity: 0.4 }], hue, says: { name: from } },
    { id: 'to', strokes: [{ path: 'M11 7h6V3l9 6-9 6v-4h-6Z' }], hue, says: { name: to } },
    ...split,
  ]
}

/** Flows: their width is the number, and their tails fade; dashed where a number is not known for each of them. */
export const flow: MarkModule = {
  style,
  legend: () => [{ path: body }],
  svg,
  highlight,
  keys,
  images: ({ hue }) => [
    { shape: 'head', hue },
    { shape: 'head', hue, hollow: true },
  ],
  // A piece that is simplified leaves a gap beside the next.
  source: { tolerance: 0 },
  grows: () => 'pieces',
  label: numberOrName,
  keptClear,
}

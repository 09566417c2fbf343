import type { Feature, Position } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import { FLOW_OPAQUE_FROM, PIECE_REACH } from '@/lib/derive/drawn-feature'
import type { Point } from '@/lib/geo/project-mercator'
import { largestOf, type MapLayer } from './case-layer'
import { numberOf } from './feature-values'
import { atZoom, px, shareOf } from './svg-marks'

/** Width of the flow of the layer's largest number where its head begins, px: all flows of a view are on one scale. */
const WIDEST_PX = 17
/** Below this no width is told from another, px. */
const THINNEST_PX = 1.5
/** Of a flow without any number, px. */
const UNKNOWN_PX = 5

/** How much of their width flows have by the zoom: from afar they are short, and would be all head. */
const widths = [
  [2, 0.55],
  [3.4, 1],
] as const

/** A flow's width by the zoom, as a share of what its number asks for. */
function widthAt(zoom: number): number {
  return atZoom(zoom, widths)
}

/** What the live map makes of that share by its zoom; a style may ask for the zoom only outermost. */
export function byWidth(make: (share: number) => ExpressionSpecification | number): ExpressionSpecification {
  const stops = widths.flatMap(([zoom, share]) => [zoom, make(share)])
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification
}

/** Share of its width that a flow has at its tail: where it is split nobody knows how, it is as wide all along. */
const TAIL_SHARE = 0.35

/** How far along a flow it covers how much of the ground: its tail fades, since where they set out nobody knows. */
const fades = [
  [0, 0],
  [0.45, 0.7],
  [FLOW_OPAQUE_FROM, 1],
  [1, 1],
] as const

/** How far a flow whose split is not known is filled; its edges are dashed. */
export const PALE = 0.3

/** Px: the image of a head, which points to the right from the middle of its left side. */
export const headField = { length: 24, side: 40 } as const

/** A head is wider than its flow by so many times, and of a thin one by so many px. */
const HEAD = { times: 2.1, px: 7 } as const

/** How wide a head is across, by the width of its flow, px. */
function headSide(width: number): number {
  return Math.max(HEAD.times * width, width + HEAD.px)
}

/** Whether a flow's number, or its share of one, is not known: it is drawn in dashes. */
export function isOpen({ properties }: Feature): boolean {
  return properties?.undivided === true || typeof properties?.size !== 'number'
}

/** How wide a flow is at its head, px. */
export function flowWidth(feature: Feature, layer: MapLayer, zoom: number): number {
  const size = numberOf(feature, 'size', Number.NaN)
  const width = size >= 0 ? Math.max(THINNEST_PX, WIDEST_PX * shareOf(size, layer)) : UNKNOWN_PX
  return width * widthAt(zoom)
}

/** The same for the live map, of which `share` is asked for. */
export function flowWidthExpression(layer: MapLayer, share: number): ExpressionSpecification {
  const sized: ExpressionSpecification = ['max', THINNEST_PX, ['*', ['get', 'size'], WIDEST_PX / largestOf(layer)]]
  return ['*', share, ['case', ['has', 'size'], sized, UNKNOWN_PX]]
}

/** How much of its width a flow has so far along, 0 to 1. */
export function taperAt(along: number, open: boolean): number {
  return open ? 1 : TAIL_SHARE + (1 - TAIL_SHARE) * along
}

/** A width by how far along a piece is. */
export function taperExpression(width: ExpressionSpecification): ExpressionSpecification {
  return ['*', width, ['+', TAIL_SHARE, ['*', 1 - TAIL_SHARE, ['get', 'along']]]]
}

/** How far a flow covers the ground so far along, 0 to 1. */
export function fadeAt(along: number): number {
  return atZoom(along, fades)
}

/** How far a single piece covers the ground: where the number is known, as many as reach over a stretch do so together. */
export function pieceFadeAt(along: number, open: boolean): number {
  return open ? fadeAt(along) : 1 - (1 - fadeAt(along)) ** (1 / PIECE_REACH)
}

/** The same for the live map; `opacity` is that at the head. */
export function pieceFadeExpression(open: boolean, opacity = 1): ExpressionSpecification {
  const stops = fades.flat()
  const faded = ['interpolate', ['linear'], ['get', 'along'], ...stops] as ExpressionSpecification
  return ['*', opacity, open ? faded : ['-', 1, ['^', ['-', 1, faded], 1 / PIECE_REACH]]]
}

/** How many times as large as its image a head is. */
export function headSizeExpression(width: ExpressionSpecification): ExpressionSpecification {
  return ['/', ['max', ['*', HEAD.times, width], ['+', HEAD.px, width]], headField.side]
}

/** The two ends of a line's last stretch that are drawn; `null` outside the frame. */
export function lastStretch(positions: readonly Position[], at: (position: Position) => Point | null) {
  const [before, last] = positions.slice(-2)
  const [from, to] = [before && at(before), last && at(last)]
  return from && to ? { from, to } : null
}

/**
 * The head of a flow as the `d` of a path: it begins where the flow was counted and passes beyond, as long at every
 * scale, in the direction of the flow's last stretch.
 */
export function headPath({ from, to }: { from: Point; to: Point }, width: number): string {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  if (!(length > 0)) return ''
  const [x, y] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const side = headSide(width)
  const [half, reach] = [side / 2, (side * headField.length) / headField.side]
  const corners: Point[] = [
    [to[0] - y * half, to[1] + x * half],
    [to[0] + x * reach, to[1] + y * reach],
    [to[0] + y * half, to[1] - x * half],
  ]
  return `${corners.map(([cx, cy], index) => `${index === 0 ? 'M' : 'L'}${px(cx)} ${px(cy)}`).join('')}Z`
}

/** Both sides of a flow of one width as the `d` of a path. */
export function sidesPath(points: readonly Point[], width: number): string {
  const side = (sign: 1 | -1) => {
    const along = points.map(([x, y], index) => {
      const [before = [x, y], after = [x, y]] = [points[index - 1], points[index + 1]]
      const [dx, dy] = [(after[0] ?? x) - (before[0] ?? x), (after[1] ?? y) - (before[1] ?? y)]
      const length = Math.hypot(dx, dy) || 1
      const shift = (sign * width) / 2 / length
      return `${index === 0 ? 'M' : 'L'}${px(x - dy * shift)} ${px(y + dx * shift)}`
    })
    return along.join('')
  }
  return points.length < 2 ? '' : side(1) + side(-1)
}

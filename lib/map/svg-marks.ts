import type { Feature, Position } from 'geojson'
import { clamp } from '@/lib/geo/clamp'
import { hexagonCorners } from '@/lib/geo/hexagons'
import type { Point } from '@/lib/geo/project-mercator'
import { dotGlyph, type Glyph } from '@/lib/schema/plain-values'
import { largestOf, type MapLayer } from './case-layer'
import { layerLooks, lookOf, numberOf, textOf } from './feature-values'
import type { Highlight, HighlightLook, SvgLook } from './mark-module'

/** Side of a symbol, px, before it grows with the zoom. */
const SYMBOL_PX = 22
/** Radius of the disc behind a selected symbol. */
const SELECTED_PX = 15
/** Over the live map it is smaller, since there it also lies over the name beside the symbol. */
const discs = {
  selected: { radius: 11.5, opacity: 0.9, edge: 2.2, edgeOpacity: 1 },
  hovered: { radius: 10.5, opacity: 0.7, edge: 1.2, edgeOpacity: 0.8 },
} as const

/** A value between stops of zoom, as the live map interpolates it. */
export function atZoom(zoom: number, stops: readonly (readonly [zoom: number, value: number])[]): number {
  const above = stops.findIndex(([stop]) => stop > zoom)
  const [toZoom, to] = stops[above] ?? stops.at(-1) ?? [0, 0]
  const [fromZoom, from] = above === 0 ? [toZoom, to] : (stops[above - 1] ?? [toZoom, to])
  return toZoom === fromZoom || above === -1 ? to : from + ((to - from) * (zoom - fromZoom)) / (toZoom - fromZoom)
}

/** A number with a tenth, which is as fine as a drawing is seen. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** A hexagon as a path, with a corner at its top. */
export function hexagonPath(middle: Point, radius: number): string {
  return `M${hexagonCorners(middle, radius)
    .map((corner) => corner.map(px).join(' '))
    .join('L')}Z`
}

/** A number as a share of its layer's largest, 0 to 1. */
export function shareOf(size: number, layer: MapLayer): number {
  return clamp(size / largestOf(layer), 0, 1)
}

/** The features of one part. */
export function ofPart(features: readonly Feature[], part: string): Feature[] {
  return features.filter((feature) => textOf(feature, 'part') === part)
}

/** Where a feature's points are drawn, those within the frame. */
export function pointsOf({ geometry }: Feature, { at }: Pick<SvgLook, 'at'>): Point[] {
  const positions: Position[] =
    geometry.type === 'Point' ? [geometry.coordinates] : geometry.type === 'MultiPoint' ? geometry.coordinates : []
  return positions.flatMap((position) => {
    const point = at(position)
    return point === null ? [] : [point]
  })
}

const NUMBER_PX = 13

/** A number about its middle, of what stands together there. */
export function numberSvg(count: number | string, [x, y]: Point, colour: string, { writeNumber }: SvgLook): string {
  if (writeNumber !== undefined) return writeNumber(count, [x, y], NUMBER_PX, colour)
  const place = `x="${px(x)}" y="${px(y)}" dy=".35em" text-anchor="middle"`
  return `<text ${place} font-size="${NUMBER_PX}" font-weight="600" fill="${colour}">${count}</text>`
}

/** An element of a path without a filling, where there is any path. */
export function strokeSvg(d: string, colour: string, width: number, more = ''): string {
  return d === '' ? '' : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${px(width)}"${more}/>`
}

/** The circles within which points truly lie. */
export function accuracySvg(features: readonly Feature[], look: SvgLook): string {
  const { theme, layer } = look
  return ofPart(features, 'accuracy')
    .map((feature) => {
      const edge = look.isSelected(feature) ? theme.focus : theme.hues[layer.hue].mark
      return strokeSvg(look.path(feature.geometry), edge, 0.8, ' stroke-dasharray="2 2"')
    })
    .join('')
}

/** What has to lie over an opacity of `from` for both together to be one of `to`. */
export function lift(from: number, to: number): number {
  return 1 - (1 - to) / (1 - from)
}

/** A path over the live map, its line as wide at every scale of the world. */
export function strokeOver(d: string, colour: string, width: number, { scale }: HighlightLook, more = ''): string {
  return strokeSvg(d, colour, width * scale, ` vector-effect="non-scaling-stroke"${more}`)
}

/** A path over the live map that is filled, with an edge of the same colour. */
export function areaOver(d: string, colour: string, opacity: number, width: number, { scale }: HighlightLook): string {
  if (d === '') return ''
  const edge = width === 0 ? '' : ` stroke="${colour}" stroke-width="${px(width * scale)}"`
  return `<path d="${d}" fill="${colour}" fill-opacity="${opacity.toFixed(3)}"${edge} vector-effect="non-scaling-stroke"/>`
}

/** Dashes of a line over the live map, as multiples of its width. */
export function dashesOver(width: number, dashes: readonly [number, number], { scale }: HighlightLook): string {
  return ` stroke-dasharray="${dashes.map((each) => px(each * width * scale)).join(' ')}"`
}

/** A circle over the live map, lifted off the ground by a ring of the halo's colour. */
export function ringOver(
  [x, y]: Point,
  radius: number,
  colour: string,
  width: number,
  halo: string,
  fill = 'fill="none"',
): string {
  const circle = `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}"`
  return (
    `${circle} fill="none" stroke="${halo}" stroke-opacity=".85" stroke-width="${px(width + 3)}"/>` +
    `${circle} ${fill} stroke="${colour}" stroke-width="${px(width)}"/>`
  )
}

function glyphId({ layer }: SvgLook, { name }: Glyph): string {
  return `${layer.id}.${name}`
}

/** How much larger a symbol is than its side, by the zoom: from afar they would lie on each other. */
export const symbolGrowth = [
  [1.5, 0.45],
  [3, 0.68],
  [6, 1],
  [10, 1.2],
] as const

/** The same at one zoom. */
function grownAt(zoom: number): number {
  return atZoom(zoom, symbolGrowth)
}

/** A symbol: its halo, then itself; a line as strokes on a ground of their own, hollow only its edge. */
function symbolSvg(feature: Feature, look: SvgLook, [x, y]: Point): string {
  const { theme, layer, zoom } = look
  const { hue, glyph = dotGlyph, turn } = lookOf(layer, feature)
  const ink = theme.hues[hue].mark
  const grown = grownAt(zoom)
  const scale = (SYMBOL_PX * grown) / glyph.field
  const degrees = turn === 'across-border' ? 90 + (numberOf(feature, 'borderBearing', 0) % 360) : 0
  const turned = degrees === 0 ? '' : `rotate(${px(degrees)})`
  const half = -(SYMBOL_PX * grown) / 2
  const left = half + (glyph.indent ?? 0) * scale
  const place = `transform="translate(${px(x)} ${px(y)})${turned}translate(${px(left)} ${px(half)})scale(${scale.toFixed(3)})"`
  const hollow = feature.properties?.schematic === true
  const line = glyph.line ?? (hollow ? 1.5 / scale : 0)
  const use = (paint: string) => `<use href="#${glyphId(look, glyph)}" ${place} ${paint}/>`
  const halo = `stroke="${theme.halo}" stroke-width="${(line + 3 / scale).toFixed(2)}"`
  const disc = look.isSelected(feature)
    ? `<circle cx="${px(x)}" cy="${px(y)}" r="${px(SELECTED_PX * grown)}" fill="${theme.halo}" fill-opacity=".9" stroke="${theme.focus}" stroke-width="2.5"/>`
    : ''
  if (line === 0) return `${disc}${use(`fill="${ink}" ${halo} paint-order="stroke"`)}`
  return `${disc}${use(`fill="${theme.halo}" ${halo}`)}${use(`fill="none" stroke="${ink}" stroke-width="${line.toFixed(2)}"`)}`
}

/** Symbols at the points of features: each form is written once and used at every place. */
export function symbolsSvg(features: readonly Feature[], look: SvgLook): string {
  const drawn = features.flatMap((feature) => pointsOf(feature, look).map((at) => symbolSvg(feature, look, at)))
  if (drawn.length === 0) return ''
  const glyphs = new Map(layerLooks(look.layer).map(({ glyph = dotGlyph }) => [glyph.name, glyph]))
  const forms = [...glyphs.values()].map((glyph) => `<path id="${glyphId(look, glyph)}" d="${glyph.path}"/>`)
  return `<defs>${forms.join('')}</defs>${drawn.join('')}`
}

/** Symbols over the live map, each on a disc: that of a hovered one is smaller, and its edge is thin. */
export function symbolsOver(features: readonly Feature[], look: HighlightLook): Highlight {
  const { theme, zoom } = look
  const drawn = features.flatMap((feature) => {
    const { radius, opacity, edge, edgeOpacity } = look.isSelected(feature) ? discs.selected : discs.hovered
    const paint = `fill="${theme.halo}" fill-opacity="${opacity}" stroke="${theme.focus}" stroke-opacity="${edgeOpacity}"`
    return pointsOf(feature, look).map(
      ([x, y]) =>
        `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius * grownAt(zoom))}" ${paint} stroke-width="${edge}"/>`,
    )
  })
  return { marks: drawn.join('') + symbolsSvg(features, { ...look, isSelected: () => false }) }
}

/** What is written at a feature that shows a number: the number with its days and maker, else the name. */
export function numberOrName(feature: Feature): string {
  const caption = textOf(feature, 'caption')
  if (caption === '') return textOf(feature, 'name')
  return [caption, textOf(feature, 'detail')].filter((each) => each !== '').join(' · ')
}

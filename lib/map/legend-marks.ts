import { dotGlyph, type Glyph } from '@/lib/schema/glyph'
import type { Hue } from '@/lib/schema/hue'
import type { MapLayer } from './case-layer'
import { voicesHue } from './mark-image'
import type { OverlayId } from './overlays'
import type { Theme } from './theme'

/** How doubt is drawn, on the map, in charts and on the timeline. */
export const doubtMarks = ['doubt-position', 'doubt-schematic', 'doubt-number', 'doubt-date'] as const
type DoubtMark = (typeof doubtMarks)[number]

/** A layer's hue, that of what the reader has chosen to draw, or that of borders. */
export type LegendColour = Hue | 'choice' | 'border'

/** A line of a legend, less its name. */
export interface LegendRow {
  strokes: readonly MarkStroke[]
  colour: LegendColour
}

/** The colour of a legend's mark in a theme. */
export function legendColour(colour: LegendColour, { border, focus, hues }: Theme): string {
  if (colour === 'border') return border
  return colour === 'choice' ? focus : hues[colour].mark
}

/** One stroke of a mark, on a field of 28 by 18. */
export interface MarkStroke {
  /** As an SVG path's `d`. */
  path: string
  /** Of the line; without it, the path is filled. */
  width?: number
  /** Round ends or joins. */
  round?: 'ends' | 'joins'
  dashes?: readonly [number, number]
  /** How much of the hue a filling has, 0 to 1; without it, all. */
  opacity?: number
  /** Where the path's own origin stands, and how much of its size it has: of a symbol with a field of its own. */
  placed?: { x: number; y: number; scale: number }
}

/** What an overlay is drawn in. */
export const overlayColours: Readonly<Record<OverlayId, LegendColour>> = {
  'laid-over': 'choice',
  voices: voicesHue,
  measure: 'choice',
}

/** The field that every mark is drawn on, px. */
export const markField = { width: 28, height: 18 } as const

/** A circle as a path. */
function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

const box = 'M1.75 1.75h24.5v14.5H1.75Z'

/** A symbol in the middle of the field, `side` px large. */
function placeGlyph({ path, field, line }: Glyph, side: number): MarkStroke {
  const { width, height } = markField
  const placed = { x: (width - side) / 2, y: (height - side) / 2, scale: side / field }
  return { path, placed, ...(line === undefined ? {} : { width: line, round: 'joins' as const }) }
}

function areaStrokes({ pattern = 'fill' }: MapLayer): MarkStroke[] {
  const edge: MarkStroke = { path: box, width: 1.5 }
  if (pattern === 'outline') return [{ path: box, width: 2 }]
  if (pattern === 'hatch-45')
    return [{ path: 'M2 6 6 2M2 11l9-9M2 16 16 2M7 16 21 2M12 16 26 2M17 16l9-9M22 16l4-4', width: 1.6 }, edge]
  if (pattern === 'hatch-135')
    return [{ path: 'M26 6 22 2M26 11l-9-9M26 16 12 2M21 16 7 2M16 16 2 2M11 16 2 7M6 16l-4-4', width: 1.6 }, edge]
  return [{ path: box, opacity: 0.32 }, edge]
}

function lineStrokes({ pattern = 'solid', size }: MapLayer): MarkStroke[] {
  if (size === 'length') return [{ path: 'M4 14.5c6 0 5.5-5 10.5-5.5S21 8 24 3.5', width: 4, round: 'ends' }]
  const path = 'M2 14.5 10.5 9l6-.5 9.5-5.5'
  if (pattern === 'double')
    return [
      { path: 'M2 12.5 11 8l6-.5 9-5', width: 1.6 },
      { path: 'M2 16.5l10-4.5 6-.5 8-4.5', width: 1.6 },
    ]
  return [{ path, width: 2, ...(pattern === 'dashed' ? { dashes: [5, 2] as const } : {}) }]
}

function ringStrokes({ glyph }: MapLayer): MarkStroke[] {
  if (glyph === undefined)
    return [
      { path: circle(14, 9, 7.5), width: 1.5 },
      { path: circle(14, 9, 3.5), width: 1.5 },
    ]
  return [{ path: circle(14, 9, 7.5), width: 1.25, dashes: [2.6, 1.7] }, placeGlyph(glyph, 10)]
}

function symbolStrokes({ glyph = dotGlyph, turn }: MapLayer): MarkStroke[] {
  const border: MarkStroke[] = turn === 'across-border' ? [{ path: 'M2 9h24', width: 1.25 }] : []
  return [...border, placeGlyph(glyph, 16)]
}

/** The strokes of a layer's mark, as the legend draws it in the page and in a picture: told apart by shape alone, in greyscale as well. */
function layerStrokes(layer: MapLayer): readonly MarkStroke[] {
  switch (layer.mark) {
    case 'area':
      return areaStrokes(layer)
    case 'line':
      return lineStrokes(layer)
    case 'flow':
      return [{ path: 'M2 15.2C6 5.5 15.5 1.8 26 4.6 17 4.2 9.5 8 5.8 16.8Z' }]
    case 'circle':
      return [
        { path: circle(14, 9, 7.5), opacity: 0.28 },
        { path: circle(14, 9, 7.5), width: 1.25 },
        { path: circle(14, 12.5, 4), width: 1.25 },
      ]
    case 'rings':
      return ringStrokes(layer)
    case 'symbol':
      return symbolStrokes(layer)
    case 'name':
      return [{ path: 'M8.5 14.5 14 3.5l5.5 11M10.5 10.7h7', width: 1.75 }]
  }
}

/** A layer as a line of a legend. */
export function legendRow(layer: MapLayer): LegendRow {
  return { strokes: layerStrokes(layer), colour: layer.hue }
}

/** The strokes of the legend's other marks: of overlays by their ids, of the basemap's disputed borders, of doubt. */
export const legendMarks: Record<DoubtMark | OverlayId | 'disputed-border', readonly MarkStroke[]> = {
  'disputed-border': [{ path: 'M2 12.5 10 7l8 3.5 8-5', width: 1.5, dashes: [4, 2.6] }],
  'doubt-position': [
    { path: circle(14, 9, 7.5), width: 1.2, dashes: [2, 2] },
    { path: 'M12.5 4.5h3v9h-3Z', width: 1.2 },
  ],
  'doubt-schematic': [{ path: 'M2 14 10 8.5l7-.5 9-5', width: 2, dashes: [4.5, 2] }],
  'doubt-number': [{ path: 'M2.5 4.5h23v9h-23Z', width: 1.2, dashes: [2.5, 2] }],
  'doubt-date': [{ path: 'M2 6h2v6H2ZM6 6h3v6H6ZM11 6h15v6H11Z' }],
  'laid-over': [{ path: 'M4 4.5 12 2l12 4-2 9.5H9Z', width: 2.4, round: 'joins' }],
  voices: [{ path: 'M2 15.5C8 6 15 3.5 26 4.5', width: 1.5 }, { path: 'M19 3.8l-7.6 1.6 3.4 4Z' }],
  measure: [
    { path: 'M6.5 12.5l15-7', width: 2.2 },
    { path: circle(5, 13, 2.5), width: 1.8 },
    { path: circle(23, 5, 2.5), width: 1.8 },
  ],
}

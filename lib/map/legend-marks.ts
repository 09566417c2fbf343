import type { LayerColour, LayerMark } from './layer-table'
import type { OverlayId } from './overlays'
import type { Theme } from './theme'

/** A mark of a legend: a layer's, an overlay's by its id, or that of the basemap's disputed borders. */
export type LegendMark = DoubtMark | LayerMark | OverlayId | 'disputed-border'

/** How doubt is drawn, on the map, in charts and on the timeline. */
export const doubtMarks = ['doubt-position', 'doubt-schematic', 'doubt-number', 'doubt-date'] as const
type DoubtMark = (typeof doubtMarks)[number]

/** A layer's colour, that of what the reader has chosen to draw, or that of borders. */
export type LegendColour = LayerColour | 'choice' | 'border'

/** A line of a legend, less its name. */
export interface LegendRow {
  mark: LegendMark
  colour: LegendColour
}

/** The colour of a legend's mark in a theme. */
export function legendColour(colour: LegendColour, { border, focus, layers }: Theme): string {
  if (colour === 'border') return border
  return colour === 'choice' ? focus : layers[colour]
}

/** What an overlay is drawn in. */
export const overlayColours: Readonly<Record<OverlayId, LegendColour>> = {
  'laid-over': 'choice',
  voices: 'reactions',
  measure: 'choice',
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
}

/** The field that every mark is drawn on, px. */
export const markField = { width: 28, height: 18 } as const

/** A circle as a path. */
function circle(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
}

/**
 * The strokes of each mark, as the legend draws it in the page and in a picture: told apart by shape alone, in greyscale
 * as well.
 */
export const legendMarks: Record<LegendMark, readonly MarkStroke[]> = {
  hatch: [
    { path: 'M2 6 6 2M2 11l9-9M2 16 16 2M7 16 21 2M12 16 26 2M17 16l9-9M22 16l4-4', width: 1.6 },
    { path: 'M1.75 1.75h24.5v14.5H1.75Z', width: 1.5 },
  ],
  bar: [{ path: 'M2 9h24', width: 1.25 }, { path: 'M12 2.5h4v13h-4Z' }],
  queue: [{ path: 'M4 14.5c6 0 5.5-5 10.5-5.5S21 8 24 3.5', width: 4, round: 'ends' }],
  arc: [{ path: 'M2 15.2C6 5.5 15.5 1.8 26 4.6 17 4.2 9.5 8 5.8 16.8Z' }],
  pipe: [{ path: 'M2 12.5 11 8.5l6-.5 9-5M2 16.5l10-4.5 6-.5 8-4.5', width: 1.6 }],
  drop: [
    { path: circle(14, 9, 7.5), width: 1.25, dashes: [2.6, 1.7] },
    { path: 'M14 4c1.9 2.7 3.2 4.2 3.2 6a3.2 3.2 0 0 1-6.4 0C10.8 8.2 12.1 6.7 14 4Z' },
  ],
  rings: [
    { path: circle(14, 9, 7.5), width: 1.5 },
    { path: circle(14, 9, 3.5), width: 1.5 },
  ],
  speech: [{ path: 'M5.5 2.5h17v9.5H13l-4 4v-4H5.5Z', width: 1.6, round: 'joins' }],
  name: [{ path: 'M8.5 14.5 14 3.5l5.5 11M10.5 10.7h7', width: 1.75 }],
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

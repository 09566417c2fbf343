import type { LinkedLayer, LinkedPlace } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'
import type { Hue } from '@/lib/schema/plain-values'
import type { MapLayer } from './case-layer'
import { circlePath, type MarkStroke, voicesHue } from './mark-image'
import type { LegendKey } from './mark-module'
import { marks } from './marks'
import type { OverlayId } from './overlays'
import type { Theme } from './theme'

/** The layers that are switched on and have a place that is shown, in the case's order. */
export function legendLayers(
  layers: readonly LinkedLayer[],
  places: readonly Pick<LinkedPlace, 'id' | 'layer'>[],
  visible: readonly LayerId[],
  shown: ReadonlySet<string>,
): LinkedLayer[] {
  const seen = new Set(places.filter(({ id }) => shown.has(id)).map(({ layer }) => layer))
  return layers.filter(({ id }) => visible.includes(id) && seen.has(id))
}

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

/** What an overlay is drawn in. */
export const overlayColours: Readonly<Record<OverlayId, LegendColour>> = {
  brought: 'choice',
  'laid-over': 'choice',
  voices: voicesHue,
  unit: 'choice',
  measure: 'choice',
}

/** A layer as a line of a legend. */
export function legendRow(layer: MapLayer): LegendRow {
  return { strokes: marks[layer.mark].legend(layer), colour: layer.hue }
}

/** A line of the legend under a layer's own. */
export interface LegendKeyRow extends LegendRow, Pick<LegendKey, 'id' | 'says'> {}

/** What is told under a layer's own line: its categories, its steps, the ends of its flows. */
export function legendKeys(layer: MapLayer): LegendKeyRow[] {
  const keys = marks[layer.mark].keys?.(layer) ?? []
  return keys.map(({ id, strokes, hue, says }) => ({ id, strokes, colour: hue, says }))
}

/** The strokes of the legend's other marks: of overlays by their ids, of the basemap's disputed borders, of doubt. */
export const legendMarks: Record<DoubtMark | OverlayId | 'disputed-border', readonly MarkStroke[]> = {
  'disputed-border': [{ path: 'M2 12.5 10 7l8 3.5 8-5', width: 1.5, dashes: [4, 2.6] }],
  'doubt-position': [
    { path: circlePath(14, 9, 7.5), width: 1.2, dashes: [2, 2] },
    { path: 'M12.5 4.5h3v9h-3Z', width: 1.2 },
  ],
  'doubt-schematic': [{ path: 'M2 14 10 8.5l7-.5 9-5', width: 2, dashes: [4.5, 2] }],
  'doubt-number': [{ path: 'M2.5 4.5h23v9h-23Z', width: 1.2, dashes: [2.5, 2] }],
  'doubt-date': [{ path: 'M2 6h2v6H2ZM6 6h3v6H6ZM11 6h15v6H11Z' }],
  brought: [{ path: circlePath(8, 9, 3.5) }, { path: circlePath(20, 9, 3.5) }],
  'laid-over': [{ path: 'M4 4.5 12 2l12 4-2 9.5H9Z', width: 2.4, round: 'joins' }],
  voices: [{ path: 'M2 15.5C8 6 15 3.5 26 4.5', width: 1.5 }, { path: 'M19 3.8l-7.6 1.6 3.4 4Z' }],
  unit: [{ path: 'M4 5.5 11 3l8 2 6-1-1.5 6 1.5 5H14l-6-2-5 1Z', width: 2.2, round: 'joins' }],
  measure: [
    { path: 'M6.5 12.5l15-7', width: 2.2 },
    { path: circlePath(5, 13, 2.5), width: 1.8 },
    { path: circlePath(23, 5, 2.5), width: 1.8 },
  ],
}

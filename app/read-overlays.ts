import type { FeatureCollection } from 'geojson'
import {
  drawLaidOver,
  drawMeasuredLine,
  holdShape,
  listSnapTargets,
  type MeasureWords,
  nameShape,
  type ShapeWords,
} from '@/lib/client/measure/tool-drawings'
import { listShapes, type ShapeSource } from '@/lib/derive/case-shapes'
import type { DrawnFeature } from '@/lib/derive/drawn-feature'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { unitCodeOf } from '@/lib/derive/record-filter'
import { drawVoiceLines, listVoiceLines, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'
import { emptyCollection, type Overlays } from '@/lib/map/overlays'
import type { View } from '@/lib/url/view'

/** The words that stand in what is drawn over the case. */
export interface OverlayWords {
  locale: string
  measure: MeasureWords
  shape: ShapeWords
}

/** What of a case and a view the shape that is laid over and the measured line are drawn from. */
export interface ToolsSource extends Pick<View, 'laidOver' | 'measure'> {
  /** What lies about a line's start is asked for. */
  asksAround: boolean
  /** The code of the country or part of one that is asked for. */
  unit: string | null
  /** Of the case only what the shape is made of. */
  shapes: ShapeSource
}

export function readToolsSource(
  { places, figures, claims }: LinkedCase,
  { laidOver, measure, filter }: View,
): ToolsSource {
  const shape = laidOver?.shape
  const own = places.filter(({ id, claim }) => id === shape || claim === shape || shape?.startsWith(`${id}~`))
  const ringed = new Set(own.flatMap(({ rings = [] }) => rings.map(({ figure }) => figure)))
  const shapes = {
    places: shape === undefined ? [] : own,
    figures: figures.filter(({ id }) => ringed.has(id)),
    claims: claims.filter(({ id }) => id === shape),
  }
  return { laidOver, measure, asksAround: filter.within === 'area', unit: unitCodeOf(filter.within), shapes }
}

function findShape({ laidOver, shapes }: Pick<ToolsSource, 'laidOver' | 'shapes'>, features: () => DrawnFeature[]) {
  return laidOver === null ? undefined : listShapes(shapes, features()).find(({ id }) => id === laidOver.shape)
}

/** The name of the shape that is laid over the case, as it is written in it; null for none. */
export function nameLaidOver(tools: ToolsSource, features: () => DrawnFeature[], words: OverlayWords): string | null {
  const shape = findShape(tools, features)
  return shape === undefined ? null : nameShape(shape, words.locale, words.shape)
}

/** Draws a laid-over shape and a measured line; `features` reads what the layers of the case draw. */
export function drawTools(
  { laidOver, measure, asksAround, shapes }: ToolsSource,
  features: () => DrawnFeature[],
  words: OverlayWords,
): Pick<Overlays, 'laid-over' | 'measure'> {
  const shape = findShape({ laidOver, shapes }, features)
  return {
    'laid-over':
      laidOver === null || shape === undefined
        ? emptyCollection
        : drawLaidOver(holdShape(shape), laidOver, nameShape(shape, words.locale, words.shape)),
    measure:
      measure === null
        ? emptyCollection
        : drawMeasuredLine(measure, listSnapTargets(features()), words.measure, asksAround),
  }
}

/** The lines from where it was said to what it is about; `heard` are the quotations shown. */
export function readVoices(
  { actors, places, quotations }: LinkedCase,
  view: View,
  heard: ReadonlySet<string>,
): FeatureCollection {
  const inFocus = quotationsInFocus(view.focus, (id) => actors.find((actor) => actor.id === id))
  const lines = listVoiceLines(pickVoices(quotations, heard, view.voices, inFocus))
  return drawVoiceLines(lines, (id) => places.find((place) => place.id === id), new Set(inFocus))
}

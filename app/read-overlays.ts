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
import { listShapes } from '@/lib/derive/case-shapes'
import type { DrawnFeature } from '@/lib/derive/drawn-feature'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { drawVoiceLines, listVoiceLines, pickVoices, quotationsInFocus } from '@/lib/derive/voice-lines'
import { emptyCollection, type Overlays } from '@/lib/map/overlays'
import { type LoadedCase, readDrawn } from '@/lib/server/build-case'
import type { View } from '@/lib/url/view'

/** The words that stand in what is drawn over the case. */
export interface OverlayWords {
  locale: string
  measure: MeasureWords
  shape: ShapeWords
}

interface Read {
  linked: LinkedCase
  view: View
  words: OverlayWords
  features(): DrawnFeature[]
}

function readLaidOver({ linked, view: { laidOver }, words, features }: Read): FeatureCollection {
  if (laidOver === null) return emptyCollection
  const shape = listShapes(linked, features()).find(({ id }) => id === laidOver.shape)
  if (shape === undefined) return emptyCollection
  return drawLaidOver(holdShape(shape), laidOver, nameShape(shape, words.locale, words.shape))
}

function readMeasured({ view: { measure }, words, features }: Read): FeatureCollection {
  return measure === null ? emptyCollection : drawMeasuredLine(measure, listSnapTargets(features()), words.measure)
}

function readVoices({ linked: { actors, places, quotations }, view }: Read, heard: ReadonlySet<string>) {
  const inFocus = quotationsInFocus(view.focus, (id) => actors.find((actor) => actor.id === id))
  const lines = listVoiceLines(pickVoices(quotations, heard, view.voices, inFocus))
  return drawVoiceLines(lines, (id) => places.find((place) => place.id === id), new Set(inFocus))
}

/** What a view draws over the case, where the server draws it: as the live map does. `heard` are the quotations shown. */
export function readOverlays(
  { linked, layers }: Pick<LoadedCase, 'linked' | 'layers'>,
  view: View,
  heard: ReadonlySet<string>,
  words: OverlayWords,
): Overlays {
  const features = () => [...layers.values()].flatMap(readDrawn)
  const read = { linked, view, words, features }
  // A reader's own data is in the reader's browser and nowhere else.
  return {
    brought: emptyCollection,
    voices: readVoices(read, heard),
    'laid-over': readLaidOver(read),
    measure: readMeasured(read),
  }
}

import { coordAll } from '@turf/turf'
import type { Feature } from 'geojson'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { numberOf, textOf } from '@/lib/map/feature-values'
import {
  BELOW_ZOOM,
  CLEAR_TO_ZOOM,
  LINES_ZOOM,
  NAMES_ZOOM,
  NOTE_PADDING_PX,
  NOTE_PX,
  noteAnchors,
  noteFeatures,
  notePx,
  OUTLINE_PX,
  WORDS_ZOOM,
} from '@/lib/map/notes'
import { type Hue, hues } from '@/lib/schema/plain-values'
import type { SvgLabel } from './place-labels'
import type { Drawing, StaticMapOptions } from './svg-path'
import type { TextRun } from './svg-text'

function hueOf(feature: Feature): Hue | undefined {
  return hues.find((hue) => hue === textOf(feature, 'hue'))
}

/** What a note says, the fullest first: with who says so, with where it is of beside or under it, the number or name alone. */
function wordingsOf(feature: Feature, { theme }: Drawing, zoom: number): SvgLabel['wordings'] {
  const hue = hueOf(feature)
  const hueText = hue === undefined ? theme.ink : theme.hues[hue].text
  const [number, strong] = [textOf(feature, 'number'), textOf(feature, 'strong')]
  const run = (text: string, face: TextRun['face'], size: number, colour: string): TextRun[] =>
    text === '' ? [] : [{ text, face, size, colour }]
  if (number === '') return [[run(strong, 'sansSemibold', notePx.name, hueText)]]
  const brief = [
    ...run(textOf(feature, 'hedge'), 'sans', notePx.hedge, theme.ink),
    ...run(number, 'serifSemibold', notePx.number, hueText),
  ]
  const whereOf = (words: string) => [
    ...run(words, 'sans', notePx.words, theme.ink),
    ...run(strong, 'sansSemibold', notePx.words, theme.ink),
  ]
  const first = [...brief, ...whereOf(textOf(feature, 'words'))]
  const where = whereOf(textOf(feature, 'words').trimStart())
  const lines = textOf(feature, 'lines').split('\n').slice(1)
  const more = lines.map((line) => run(line, 'sans', notePx.lines, theme.quietInk))
  return [
    ...(zoom >= LINES_ZOOM && more.length > 0 ? [[first, ...more]] : []),
    ...(zoom >= WORDS_ZOOM ? [[first]] : []),
    ...(zoom >= BELOW_ZOOM && where.length > 0 ? [[brief, where]] : []),
    [brief],
  ]
}

/** The outlines of the areas that notes name, as squares that cover them: from afar they fill an area. No number stands there. */
function notedOutlines(
  { layers, notes = [] }: Pick<StaticMapOptions, 'layers' | 'notes'>,
  { project }: Drawing,
): Rectangle[] {
  const noted = new Set(notes.map(({ mark }) => mark))
  const areas = layers
    .filter(({ mark }) => mark === 'area')
    .flatMap(({ features }) =>
      features.filter((feature) => textOf(feature, 'part') === 'area' && noted.has(textOf(feature, 'place'))),
    )
  const squares = new Map<string, Rectangle>()
  for (const [lng = 0, lat = 0] of areas.flatMap((area) => coordAll(area))) {
    const [x, y] = project([lng, lat]).map((at) => Math.round(at / OUTLINE_PX) * OUTLINE_PX)
    if (x === undefined || y === undefined) continue
    const square = { left: x - OUTLINE_PX, top: y - OUTLINE_PX, right: x + OUTLINE_PX, bottom: y + OUTLINE_PX }
    squares.set(`${x} ${y}`, square)
  }
  return [...squares.values()]
}

/**
 * The case's notes as the live map places them at that zoom: before all other names, those of areas first, and then the
 * most important numbers.
 */
export function noteLabels(
  { notes = [], faded = [], layers: drawn }: Pick<StaticMapOptions, 'notes' | 'faded' | 'layers'>,
  drawing: Drawing,
  zoom: number,
): SvgLabel[] {
  const layers = notes.map(({ layer }) => layer)
  const hasRoom = (feature: Feature) => zoom >= NAMES_ZOOM || textOf(feature, 'number') !== ''
  const features = noteFeatures(notes, layers, faded).features.filter(
    (feature) => zoom >= numberOf(feature, 'fromZoom', 0) && zoom < numberOf(feature, 'toZoom', 99) && hasRoom(feature),
  )
  const isNumber = (feature: Feature) => textOf(feature, 'number') !== ''
  const avoids = zoom < CLEAR_TO_ZOOM ? notedOutlines({ notes, layers: drawn }, drawing) : []
  const order = (feature: Feature) => (isNumber(feature) ? numberOf(feature, 'rank', 9) : -1)
  return features
    .toSorted((a, b) => order(a) - order(b) || numberOf(a, 'rank', 9) - numberOf(b, 'rank', 9))
    .map((feature) => ({
      at: drawing.project(feature.geometry.coordinates),
      wordings: wordingsOf(feature, drawing, zoom),
      anchors: noteAnchors(textOf(feature, 'stands'), zoom),
      emPx: NOTE_PX,
      halo: drawing.theme.halo,
      paddingPx: NOTE_PADDING_PX,
      ...(isNumber(feature) && { avoids }),
      ...(faded.length > 0 && { opacity: numberOf(feature, 'opacity', 1) }),
    }))
}

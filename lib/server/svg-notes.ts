import type { Feature } from 'geojson'
import { numberOf, textOf } from '@/lib/map/feature-values'
import {
  BELOW_ZOOM,
  LINES_ZOOM,
  NAMES_ZOOM,
  NOTE_PADDING_PX,
  NOTE_PX,
  noteAnchors,
  noteFeatures,
  notePx,
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

/** The case's notes as the live map places them at that zoom: before all other names, the most important first. */
export function noteLabels(
  { notes = [], faded = [] }: Pick<StaticMapOptions, 'notes' | 'faded'>,
  drawing: Drawing,
  zoom: number,
): SvgLabel[] {
  const layers = notes.map(({ layer }) => layer)
  const hasRoom = (feature: Feature) => zoom >= NAMES_ZOOM || textOf(feature, 'number') !== ''
  const features = noteFeatures(notes, layers, faded).features.filter(
    (feature) => zoom >= numberOf(feature, 'fromZoom', 0) && zoom < numberOf(feature, 'toZoom', 99) && hasRoom(feature),
  )
  return features
    .toSorted((a, b) => numberOf(a, 'rank', 9) - numberOf(b, 'rank', 9))
    .map((feature) => ({
      at: drawing.project(feature.geometry.coordinates),
      wordings: wordingsOf(feature, drawing, zoom),
      anchors: noteAnchors(textOf(feature, 'stands'), zoom),
      emPx: NOTE_PX,
      halo: drawing.theme.halo,
      paddingPx: NOTE_PADDING_PX,
      ...(faded.length > 0 && { opacity: numberOf(feature, 'opacity', 1) }),
    }))
}

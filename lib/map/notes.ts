import type { Feature, FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { WrittenNote } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'
import type { NoteSide } from '@/lib/schema/note'
import { type Hue, hues } from '@/lib/schema/plain-values'
import type { Theme } from './theme'

/** Id of the source that holds the notes. */
export const NOTES = 'notes'

/** Sizes of a note's parts: of its words in px, of the others as shares of that. */
const WORDS_PX = 14
const HEDGE = 0.93
const NUMBER = 1.6
const NAME = 0.93
const LINES = 0.89

/** The corners and sides of a text, each with how far its point is from it, ems to the right and down. */
type Anchors = (string | [number, number])[]

const right: Anchors = ['left', [0.7, 0], 'top-left', [0.5, 0.3], 'bottom-left', [0.5, -0.3]]
const left: Anchors = ['right', [-0.7, 0], 'top-right', [-0.5, 0.3], 'bottom-right', [-0.5, -0.3]]
const top: Anchors = ['bottom', [0, -0.5]]
const bottom: Anchors = ['top', [0, 0.5]]

/** Where a note may stand: on its own side first, then where there is room. */
const anchors: Record<NoteSide, Anchors> = {
  right: [...right, ...bottom, ...top, ...left],
  left: [...left, ...bottom, ...top, ...right],
  top: [...top, ...right, ...left, ...bottom],
  bottom: [...bottom, ...right, ...left, ...top],
}

/** The name of an area stands in its middle, or as near to it as there is room. */
const within: Anchors = ['center', [0, 0], 'bottom', [0, -0.2], 'top', [0, 0.2]]

function anchorsOfSide(): ExpressionSpecification {
  const sides = (['left', 'top', 'bottom'] as const).flatMap((side) => [side, ['literal', anchors[side]]])
  return [
    'match',
    ['get', 'side'],
    ...['within', ['literal', within], ...sides],
    ['literal', anchors.right],
  ] as unknown as ExpressionSpecification
}

function noteFeature(note: WrittenNote, at: readonly [number, number], more: Record<string, unknown>): Feature<Point> {
  const { mark, place, hue, rank, hedge, number, words, strong, lines } = note
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      ...{ key: mark, place, hue, rank },
      hedge: hedge === '' ? '' : `${hedge} `,
      number,
      words: words === '' || number === '' ? words : ` ${words}`,
      strong: number === '' && words === '' ? strong : ` ${strong}`,
      lines: lines.map((line) => `\n${line}`).join(''),
      ...more,
    },
  }
}

/** The notes of the layers that are shown. The name of an area stands beside it, and from near within it. */
export function noteFeatures(notes: readonly WrittenNote[], visible: readonly LayerId[]): FeatureCollection<Point> {
  const features = notes
    .filter(({ layer }) => visible.includes(layer))
    .flatMap((note): Feature<Point>[] => {
      const { at, side, inside } = note
      if (inside === undefined) return [noteFeature(note, at, { side })]
      // The map judges by whole zooms.
      const fromZoom = Math.ceil(inside.fromZoom)
      return [
        noteFeature(note, at, { side, toZoom: fromZoom }),
        noteFeature(note, inside.at, { side: 'within', fromZoom }),
      ]
    })
  return { type: 'FeatureCollection', features }
}

/** The places whose own labels their notes replace. */
export function notedPlaces(notes: readonly WrittenNote[]): string[] {
  return notes.map(({ mark }) => mark)
}

function hueText(theme: Theme): ExpressionSpecification {
  const cases = hues.flatMap((hue: Hue) => [hue, theme.hues[hue].text])
  return ['match', ['get', 'hue'], ...cases, theme.ink] as unknown as ExpressionSpecification
}

/** The style layers of the notes, which the map places before all other names: the most important first. */
export function noteLayers(theme: Theme): LayerSpecification[] {
  const semibold: ExpressionSpecification = ['literal', [...theme.fonts.sansSemibold]]
  const serif: ExpressionSpecification = ['literal', [...theme.fonts.serifSemibold]]
  const hasNumber: ExpressionSpecification = ['!=', ['get', 'number'], '']
  return [
    {
      id: 'notes/words',
      type: 'symbol',
      source: NOTES,
      filter: [
        'all',
        ['>=', ['zoom'], ['coalesce', ['get', 'fromZoom'], 0]],
        ['<', ['zoom'], ['coalesce', ['get', 'toZoom'], 99]],
      ],
      layout: {
        'text-field': [
          'format',
          ['get', 'hedge'],
          { 'font-scale': HEDGE, 'text-color': theme.ink },
          ['get', 'number'],
          { 'font-scale': NUMBER, 'text-font': serif, 'text-color': hueText(theme) },
          ['get', 'words'],
          { 'text-color': theme.ink },
          ['get', 'strong'],
          {
            'font-scale': ['case', hasNumber, 1, NAME] as unknown as number,
            'text-font': semibold,
            'text-color': ['case', hasNumber, theme.ink, hueText(theme)],
          },
          ['get', 'lines'],
          { 'font-scale': LINES, 'text-color': theme.quietInk },
        ] as unknown as ExpressionSpecification,
        'text-font': [theme.fonts.sans],
        'text-size': WORDS_PX,
        'text-max-width': 40,
        'text-line-height': 1.25,
        'text-padding': 4,
        'text-justify': 'auto',
        'text-variable-anchor-offset': anchorsOfSide(),
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': theme.ink,
        'text-halo-color': theme.halo,
        'text-halo-width': 2,
      },
    },
  ]
}

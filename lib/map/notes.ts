import type { Feature, FeatureCollection, Point } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { WrittenNote } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'
import { type Hue, hues, type NoteSide, noteSides } from '@/lib/schema/plain-values'
import { FADED, LARGE_DESK } from './case-layer'
import { grownWords } from './growth'
import type { Anchors } from './text-anchors'
import type { Theme } from './theme'

/** Id of the source that holds the notes. */
export const NOTES = 'notes'

/**
 * Size of a note, px, and of its parts as shares of that: between the number's 22 px and the others' 12.5 to 14, since
 * the map draws the edges of all parts as sharp as those of the whole.
 */
export const NOTE_PX = 18
export const notePx = { number: 22.5, words: 14, hedge: 13, name: 13, lines: 12.5 } as const
/** From here on the names of areas have room beside them: from afar they would cover what they name. */
export const NAMES_ZOOM = 2.6
/**
 * From these zooms on there is room for more than the number: for what it is of under it, for that beside it, and for who
 * says so.
 */
export const BELOW_ZOOM = 1.6
export const WORDS_ZOOM = 2.9
export const LINES_ZOOM = 3.3
/** Kept free around a note, px, and its lines apart, in ems of their largest letters. */
export const NOTE_PADDING_PX = 4
const NOTE_LINE_EM = 1.25

/**
 * The same, and from where on names of areas have room, for type that is `scale` times as large as on a desk. On a wall
 * it is larger than the map is by as many zooms: there the numbers stand first, then the words at them; the names of a
 * country's parts would crowd out its own.
 */
function roomFrom(scale: number): { names: number; below: number; words: number; lines: number } {
  if (scale <= LARGE_DESK) return { names: NAMES_ZOOM, below: BELOW_ZOOM, words: WORDS_ZOOM, lines: LINES_ZOOM }
  const zooms = Math.log2(scale)
  return {
    names: 2.4 + zooms,
    below: BELOW_ZOOM + 0.7 * zooms,
    words: WORDS_ZOOM + 0.7 * zooms,
    lines: LINES_ZOOM + zooms,
  }
}

/**
 * Where a text may stand that keeps clear of its point by so many ems to the side, upwards and downwards. One that is wide
 * stays off the `opposite` side: across the map from where it belongs it would seem to speak of what lies there.
 */
function anchorsAround(side: number, up: number, down: number, opposite: boolean): Record<NoteSide, Anchors> {
  const right: Anchors = [
    ['left', [side, 0]],
    ['top-left', [side, 0.2]],
    ['bottom-left', [side, -0.2]],
  ]
  const left: Anchors = [
    ['right', [-side, 0]],
    ['top-right', [-side, 0.2]],
    ['bottom-right', [-side, -0.2]],
  ]
  const top: Anchors = [['bottom', [0, -up]]]
  const bottom: Anchors = [['top', [0, down]]]
  // On its own side first, then where there is room.
  return {
    right: [...right, ...bottom, ...top, ...(opposite ? left : [])],
    left: [...left, ...bottom, ...top, ...(opposite ? right : [])],
    top: [...top, ...right, ...left, ...bottom],
    bottom: [...bottom, ...right, ...left, ...top],
  }
}

/** A number stands beside a mark, which may be as wide as the head of a flow; a name beside a point of its area's edge. */
const anchors = { number: anchorsAround(1.65, 0.8, 2.2, false), name: anchorsAround(0.45, 0.4, 0.4, true) } as const

/**
 * From afar a number is narrow, and may also stand under its mark and flush with it, where the map's edge is near, and at
 * last above it on any side, where it stands beside the flow and not beyond its end.
 */
const fromAfar: Anchors = [
  ['top-right', [0.8, 2.2]],
  ['top-left', [-0.8, 2.2]],
  ['bottom-right', [-1.65, -0.6]],
  ['bottom-left', [1.65, -0.6]],
]

/** The name of an area stands in its middle, or as near to it as there is room. */
const within: Anchors = [
  ['center', [0, 0]],
  ['bottom', [0, -0.2]],
  ['top', [0, 0.2]],
]

/** Where a note may stand, by what it is and on which side of its point: `number left`, `name top`. */
const anchorsByStand: ReadonlyMap<string, Anchors> = new Map(
  (['number', 'name'] as const).flatMap((kind) =>
    noteSides.map((side): [string, Anchors] => [`${kind} ${side}`, anchors[kind][side]]),
  ),
)

/** The same for what is narrow. */
const anchorsFromAfar: ReadonlyMap<string, Anchors> = new Map(
  [...anchorsByStand].map(([stands, places]) => [
    stands,
    stands.startsWith('number') ? [...places, ...fromAfar] : places,
  ]),
)

/** Where a note may stand that stands so, the best first. */
export function noteAnchors(stands: string, zoom: number): Anchors {
  return (zoom < WORDS_ZOOM ? anchorsFromAfar : anchorsByStand).get(stands) ?? within
}

function anchorsOfSide(byStand: ReadonlyMap<string, Anchors>): ExpressionSpecification {
  const cases = [...byStand].flatMap(([stands, places]) => [stands, ['literal', places.flat()]])
  return ['match', ['get', 'stands'], ...cases, ['literal', within.flat()]] as unknown as ExpressionSpecification
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
      below: number === '' || `${words}${strong}` === '' ? '' : `\n${words}`,
      lines: lines.map((line) => `\n${line}`).join(''),
      ...more,
    },
  }
}

/** The notes of the layers that are shown, `faded` those that stand back. The name of an area stands beside it, and from near within it. */
export function noteFeatures(
  notes: readonly WrittenNote[],
  visible: readonly LayerId[],
  faded: readonly LayerId[] = [],
): FeatureCollection<Point> {
  const features = notes
    .filter(({ layer }) => visible.includes(layer))
    .flatMap((note): Feature<Point>[] => {
      const { at, side, inside, layer } = note
      const opacity = faded.includes(layer) ? { opacity: FADED } : {}
      const stands = `${note.number === '' ? 'name' : 'number'} ${side}`
      if (inside === undefined) return [noteFeature(note, at, { stands, ...opacity })]
      // The map judges by whole zooms.
      const fromZoom = Math.ceil(inside.fromZoom)
      return [
        noteFeature(note, at, { stands, toZoom: fromZoom, ...opacity }),
        noteFeature(note, inside.at, { stands: 'within', fromZoom, ...opacity }),
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

/**
 * The style layers of the notes, which the map places before all other names: the most important first. `scale` is how
 * much larger than on a desk they are.
 */
export function noteLayers(theme: Theme, scale = 1): LayerSpecification[] {
  const room = roomFrom(scale)
  const semibold: ExpressionSpecification = ['literal', [...theme.fonts.sansSemibold]]
  const serif: ExpressionSpecification = ['literal', [...theme.fonts.serifSemibold]]
  const lines = [['get', 'lines'], { 'font-scale': notePx.lines / NOTE_PX, 'text-color': theme.quietInk }]
  const hasNumber: ExpressionSpecification = ['!=', ['get', 'number'], '']
  const number = [
    ['get', 'hedge'],
    { 'font-scale': notePx.hedge / NOTE_PX, 'text-color': theme.ink },
    ['get', 'number'],
    { 'font-scale': notePx.number / NOTE_PX, 'text-font': serif, 'text-color': hueText(theme) },
  ]
  const words = [
    ['get', 'words'],
    { 'font-scale': notePx.words / NOTE_PX, 'text-color': theme.ink },
    ['get', 'strong'],
    {
      'font-scale': ['case', hasNumber, notePx.words / NOTE_PX, notePx.name / NOTE_PX],
      'text-font': semibold,
      'text-color': ['case', hasNumber, theme.ink, hueText(theme)],
    },
  ]
  const below = [
    ['get', 'below'],
    { 'font-scale': notePx.words / NOTE_PX, 'text-color': theme.ink },
    ['case', ['any', ['!', hasNumber], ['!=', ['get', 'below'], '']], ['get', 'strong'], ''],
    words.at(-1),
  ]
  const nameAlone = ['case', hasNumber, '', ['get', 'strong']]
  const brief = [
    nameAlone,
    { 'font-scale': notePx.name / NOTE_PX, 'text-font': semibold, 'text-color': hueText(theme) },
  ]
  // Layers of their own, since the map judges the zoom of a text by whole zooms, and that of a layer as it is.
  const wordings = [
    { id: 'notes/number', from: 0, to: room.below, text: [...number, ...brief] },
    { id: 'notes/below', from: room.below, to: room.words, text: [...number, ...below] },
    { id: 'notes/words', from: room.words, to: room.lines, text: [...number, ...words] },
    { id: 'notes/lines', from: room.lines, to: undefined, text: [...number, ...words, ...lines] },
  ]
  return wordings
    .filter(({ from, to }) => from !== to)
    .map(({ id, from, to, text }) => ({
      id,
      type: 'symbol',
      source: NOTES,
      minzoom: from,
      ...(to === undefined ? {} : { maxzoom: to }),
      filter: [
        'all',
        ['>=', ['zoom'], ['coalesce', ['get', 'fromZoom'], 0]],
        ['<', ['zoom'], ['coalesce', ['get', 'toZoom'], 99]],
        ['any', hasNumber, ['>=', ['zoom'], room.names]],
      ],
      layout: {
        'text-field': ['format', ...text] as unknown as ExpressionSpecification,
        'text-font': [theme.fonts.sans],
        'text-size': NOTE_PX,
        'text-max-width': 40,
        'text-line-height': NOTE_LINE_EM,
        'text-padding': NOTE_PADDING_PX,
        'text-justify': 'auto',
        'text-variable-anchor-offset': anchorsOfSide(from < room.words ? anchorsFromAfar : anchorsByStand),
        'symbol-sort-key': ['get', 'rank'],
      },
      paint: {
        'text-color': theme.ink,
        'text-halo-color': theme.halo,
        'text-halo-width': 2.4,
        'text-opacity': ['*', grownWords, ['coalesce', ['get', 'opacity'], 1]],
      },
    }))
}

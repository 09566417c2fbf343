import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { LinkedPlace, LinkedQuotation } from '@/lib/derive/linked-case'
import type { LayerId } from '@/lib/schema/layer'
import { BASEMAP_TILES, byZoom, NEAR_NAMES_ZOOM, nameIn } from './basemap-expressions'
import { atZoom } from './svg-marks'
import type { Theme } from './theme'

/** A name of the basemap that the case speaks of, as the basemap spells it. */
export interface SpokenName {
  name: string
  /** The place of the case that it is. */
  place: string
  /** How many quotations were said there. */
  quotations: number
}

/** The names of the basemap that are places of the layers that are shown, each with how many quotations were said there. */
export function listSpokenNames(
  places: readonly LinkedPlace[],
  quotations: readonly LinkedQuotation[],
  visible: readonly LayerId[],
): SpokenName[] {
  const counts = new Map<string, number>()
  for (const { where } of quotations) if (where !== undefined) counts.set(where, (counts.get(where) ?? 0) + 1)
  return places
    .filter(({ drawn, layer }) => drawn === 'basemap-name' && visible.includes(layer))
    .map(({ id, name }) => ({ name, place: id, quotations: counts.get(id) ?? 0 }))
}

type Stops = readonly (readonly [zoom: number, px: number])[]

/** A kind of name: where the basemap has it, from which zoom to which, and how large it is written. */
interface Kind {
  readonly id: string
  readonly sourceLayer: string
  readonly from: number
  readonly to?: number
  readonly filter?: FilterSpecification
  readonly sizes: Stops
  readonly written: 'capitals' | 'italic' | 'plain'
}

const countrySizes: Stops = [
  [1.5, 9.5],
  [4, 11.5],
  [6.5, 16],
]

const kinds: readonly Kind[] = [
  {
    id: 'city',
    sourceLayer: 'cities',
    from: 3,
    sizes: [
      [3.4, 12],
      [6, 13.5],
      [10, 18],
    ],
    written: 'plain',
  },
  {
    id: 'country',
    sourceLayer: 'country-names',
    from: NEAR_NAMES_ZOOM,
    to: 8,
    filter: ['!=', ['get', 'at'], 'far'],
    sizes: countrySizes,
    written: 'capitals',
  },
  {
    id: 'country-far',
    sourceLayer: 'country-names',
    from: 1.5,
    to: NEAR_NAMES_ZOOM,
    filter: ['!=', ['get', 'at'], 'near'],
    sizes: countrySizes,
    written: 'capitals',
  },
  {
    id: 'island',
    sourceLayer: 'island-names',
    from: 4,
    sizes: [
      [4.8, 11],
      [10, 17],
    ],
    written: 'italic',
  },
  {
    id: 'sea',
    sourceLayer: 'sea-names',
    from: 2.4,
    sizes: [
      [2.4, 11],
      [4.3, 14],
      [8, 22],
    ],
    written: 'italic',
  },
]

const PREFIX = 'basemap-spoken-'

/** Id of the layer of the dots beside the names of cities. */
const DOTS = `${PREFIX}dot`

/** Ids of the style's layers of such names, and of their dots. */
export const spokenLayers: readonly string[] = [...kinds.map(({ id }) => PREFIX + id), DOTS]

/** How a name of such a layer is written at a zoom: its size, px, and how wide a letter is with the space after it, em. */
export function spokenLook(layer: string, zoom: number): { sizePx: number; letterEm: number; centred: boolean } | null {
  const kind = kinds.find(({ id }) => PREFIX + id === layer)
  if (kind === undefined) return null
  const letterEm = { capitals: 0.78, italic: 0.54, plain: 0.52 }[kind.written]
  return { sizePx: atZoom(zoom, kind.sizes), letterEm, centred: kind.written !== 'plain' }
}

/** The name and, where quotations were said there, their number behind an opening quotation mark. */
function nameWithCount(names: readonly SpokenName[], theme: Theme, language: string): ExpressionSpecification {
  const told = names.filter(({ quotations }) => quotations > 0)
  if (told.length === 0) return nameIn(language)
  const countOf = (write: (quotations: number) => string) => [
    'match',
    ['get', 'name'],
    ...told.flatMap(({ name, quotations }) => [name, write(quotations)]),
    '',
  ]
  const serif: ExpressionSpecification = ['literal', [...theme.fonts.serifSemibold]]
  return [
    'format',
    nameIn(language),
    {},
    countOf(() => '\u00a0“'),
    { 'text-font': serif, 'font-scale': 1.3 },
    countOf(String),
    { 'text-font': ['literal', [theme.fonts.sans]] },
  ] as unknown as ExpressionSpecification
}

function layoutOf({ written }: Kind, theme: Theme): SymbolLayerSpecification['layout'] {
  if (written === 'plain')
    return {
      'text-font': [...theme.fonts.sansSemibold],
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
      'text-justify': 'auto',
      'text-padding': 3,
    }
  if (written === 'italic')
    return {
      'text-font': [...theme.fonts.serifItalic],
      'text-letter-spacing': 0.06,
      'text-max-width': 6,
      'text-line-height': 1.15,
      'text-padding': 4,
    }
  return {
    'text-font': [...theme.fonts.sansSemibold],
    'text-transform': 'uppercase',
    'text-letter-spacing': 0.16,
    'text-max-width': 7,
    'text-line-height': 1.25,
    'text-padding': 6,
  }
}

/**
 * The basemap's own names that the case speaks of: in ink and placed before the others, from the farthest zoom that the
 * tiles have them at. They are the targets of their places.
 */
export function spokenNames(names: readonly SpokenName[], theme: Theme, language: string): LayerSpecification[] {
  if (names.length === 0) return []
  const isSpoken = ['in', ['get', 'name'], ['literal', names.map(({ name }) => name)]]
  const [city] = kinds
  const dots: LayerSpecification[] =
    city === undefined
      ? []
      : [
          {
            id: DOTS,
            type: 'circle',
            source: BASEMAP_TILES,
            'source-layer': city.sourceLayer,
            minzoom: city.from,
            filter: isSpoken as FilterSpecification,
            paint: {
              'circle-color': theme.halo,
              'circle-radius': byZoom([3, 2], [6, 2.8], [10, 4]),
              'circle-stroke-color': theme.ink,
              'circle-stroke-width': byZoom([3, 1.1], [6, 1.5]),
            },
          },
        ]
  const labels = kinds.map((kind): SymbolLayerSpecification => {
    const { id, sourceLayer, from, to, filter, sizes } = kind
    return {
      id: PREFIX + id,
      type: 'symbol',
      source: BASEMAP_TILES,
      'source-layer': sourceLayer,
      minzoom: from,
      ...(to === undefined ? {} : { maxzoom: to }),
      filter: (filter === undefined ? isSpoken : ['all', isSpoken, filter]) as FilterSpecification,
      layout: {
        'text-field': nameWithCount(names, theme, language),
        'text-size': ['interpolate', ['linear'], ['zoom'], ...sizes.flat()],
        ...layoutOf(kind, theme),
      },
      paint: {
        'text-color': theme.ink,
        'text-halo-color': sourceLayer === 'sea-names' ? theme.label.seaHalo : theme.halo,
        'text-halo-width': 1.5,
        'text-halo-blur': 0.3,
      },
    }
  })
  return [...dots, ...labels]
}

import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { BASEMAP_TILES, byZoom, rankIs } from './basemap-expressions'
import { nameLater } from './case-layer'
import { type SpokenName, spokenNames } from './spoken-names'
import type { Theme } from './theme'

interface LabelTier {
  readonly rank: number
  readonly from: number
  readonly to?: number
  readonly size: ExpressionSpecification
}

interface LabelLook {
  readonly name: string
  readonly sourceLayer: string
  readonly layout: SymbolLayerSpecification['layout']
  readonly colour: string
  readonly halo: string
  readonly filter?: FilterSpecification
  /** Names that are written otherwise: they are not written twice. */
  readonly except?: readonly string[]
}

function labelTier(look: LabelLook, { rank, from, to, size }: LabelTier): SymbolLayerSpecification {
  const { except = [] } = look
  const filter = [
    'all',
    rankIs(rank),
    ...(look.filter === undefined ? [] : [look.filter]),
    ...(except.length === 0 ? [] : [['!', ['in', ['get', 'name'], ['literal', [...except]]]]]),
  ] as FilterSpecification
  return {
    id: `basemap-${look.name}-${rank}`,
    type: 'symbol',
    source: BASEMAP_TILES,
    'source-layer': look.sourceLayer,
    minzoom: from,
    ...(to === undefined ? {} : { maxzoom: to }),
    filter,
    layout: { 'text-field': ['get', 'name'], 'text-size': size, ...look.layout },
    paint: { 'text-color': look.colour, 'text-halo-color': look.halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 },
  }
}

/** From which zoom the cities of each rank are named; the last ranks are small towns near the story's places. */
const cityTiers: readonly LabelTier[] = [
  { rank: 6, from: 8.4, size: byZoom([8.4, 11], [10, 13]) },
  { rank: 5, from: 7.5, size: byZoom([7.5, 11], [10, 14]) },
  { rank: 4, from: 6.6, size: byZoom([6.6, 11.5], [10, 15]) },
  { rank: 3, from: 5.9, size: byZoom([5.9, 11.5], [10, 16]) },
  { rank: 2, from: 5.1, size: byZoom([5.1, 11.5], [10, 16.5]) },
  { rank: 1, from: 4.4, size: byZoom([4.4, 12], [10, 17]) },
]

function cityDot(theme: Theme, { rank, from }: { rank: number; from: number }): LayerSpecification {
  const capital = rank === 0
  return {
    id: `basemap-city-dot-${rank}`,
    type: 'circle',
    source: BASEMAP_TILES,
    'source-layer': 'cities',
    minzoom: from,
    filter: rankIs(rank),
    paint: {
      'circle-color': capital ? theme.halo : theme.label.city,
      'circle-radius': capital ? byZoom([3, 1.8], [6, 2.6], [10, 4]) : byZoom([4, 1.5], [6, 1.8], [10, 2.8]),
      'circle-stroke-color': capital ? theme.label.city : theme.halo,
      'circle-stroke-width': capital ? byZoom([3, 1], [6, 1.4]) : 0.8,
    },
  }
}

function cityLabels(theme: Theme, except: readonly string[]): LayerSpecification[] {
  const capitals: LabelTier = { rank: 0, from: 3.4, size: byZoom([3.4, 11.5], [6, 13.5], [10, 18]) }
  const layout = {
    'text-font': [theme.fonts.sans],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.45,
    'text-justify': 'auto',
    'text-padding': 3,
    'symbol-sort-key': ['get', 'order'],
  } satisfies SymbolLayerSpecification['layout']
  const look = { name: 'city', sourceLayer: 'cities', layout, except, colour: theme.label.city, halo: theme.halo }
  const capitalLook = { ...look, layout: { ...layout, 'text-font': [...theme.fonts.sansSemibold] } }
  return [
    ...[...cityTiers, capitals].map((tier) => cityDot(theme, tier)),
    ...cityTiers.map((tier) => labelTier(look, tier)),
    labelTier(capitalLook, capitals),
  ]
}

function admin1Labels(theme: Theme, except: readonly string[]): LayerSpecification[] {
  return [
    {
      id: 'basemap-admin1-names',
      type: 'symbol',
      source: BASEMAP_TILES,
      'source-layer': 'admin1-labels',
      minzoom: 5.6,
      maxzoom: 9,
      filter: ['!', ['in', ['get', 'name'], ['literal', [...except]]]],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': [theme.fonts.sans],
        'text-size': byZoom([5.6, 10.5], [8, 14]),
        'text-letter-spacing': 0.06,
        'text-max-width': 6,
        'text-padding': 4,
      },
      paint: { 'text-color': theme.label.admin1, 'text-halo-color': theme.subjectLand, 'text-halo-width': 1.2 },
    },
  ]
}

function countryLabels(theme: Theme, except: readonly string[]): LayerSpecification[] {
  const layout = {
    'text-font': [...theme.fonts.sansSemibold],
    'text-transform': 'uppercase',
    'text-letter-spacing': 0.16,
    'text-max-width': 7,
    'text-line-height': 1.25,
    'text-padding': 6,
  } satisfies SymbolLayerSpecification['layout']
  const look = { sourceLayer: 'country-names', layout, except, colour: theme.label.country, halo: theme.halo }
  const large = byZoom([1.5, 9.5], [4, 11.5], [6.5, 16])
  return [
    labelTier({ ...look, name: 'country' }, { rank: 3, from: 4.7, to: 8, size: byZoom([4.7, 9.5], [7, 13]) }),
    labelTier({ ...look, name: 'country' }, { rank: 2, from: 3.6, to: 7.5, size: byZoom([3.6, 9.5], [7, 14.5]) }),
    labelTier(
      { ...look, name: 'country', filter: ['!=', ['get', 'at'], 'far'] },
      { rank: 1, from: 4, to: 6.8, size: large },
    ),
    labelTier(
      { ...look, name: 'country-far', filter: ['!=', ['get', 'at'], 'near'] },
      { rank: 1, from: 1.5, to: 4, size: large },
    ),
  ]
}

function seaLabels(theme: Theme, except: readonly string[]): LayerSpecification[] {
  const layout = {
    'text-font': [...theme.fonts.serifItalic],
    'text-letter-spacing': 0.06,
    'text-max-width': 6,
    'text-line-height': 1.15,
    'text-padding': 4,
  } satisfies SymbolLayerSpecification['layout']
  const look = {
    name: 'sea',
    sourceLayer: 'sea-names',
    layout,
    except,
    colour: theme.label.sea,
    halo: theme.label.seaHalo,
  }
  const island = { ...look, name: 'island', sourceLayer: 'island-names', colour: theme.label.country, halo: theme.halo }
  return [
    labelTier(island, { rank: 3, from: 7.4, size: byZoom([7.4, 11], [10, 14]) }),
    labelTier(island, { rank: 2, from: 6.2, size: byZoom([6.2, 11], [10, 15]) }),
    labelTier(island, { rank: 1, from: 4.8, size: byZoom([4.8, 11], [10, 17]) }),
    labelTier(look, { rank: 4, from: 6.6, size: byZoom([6.6, 11.5], [10, 16]) }),
    labelTier(look, { rank: 3, from: 5.2, size: byZoom([5.2, 11.5], [9, 17]) }),
    labelTier(look, { rank: 2, from: 4.2, size: byZoom([4.2, 11.5], [9, 19]) }),
    labelTier(look, { rank: 1, from: 2.4, size: byZoom([2.4, 11], [4.3, 14], [8, 22]) }),
  ]
}

/**
 * Names of the basemap, to be drawn over the case's areas and lines. The map places the last layers first, so from the
 * end: those that the case speaks of, seas, countries, capitals, cities by rank, parts of countries. The case itself
 * writes the names of `except`. `scale` is how much larger than on a desk they are.
 */
export function basemapLabels(
  theme: Theme,
  except: readonly string[] = [],
  spoken: readonly SpokenName[] = [],
  scale = 1,
): LayerSpecification[] {
  const names = spoken.map(({ name }) => name)
  const others = [...except, ...names]
  return nameLater(
    [
      ...admin1Labels(theme, except),
      ...cityLabels(theme, names),
      ...countryLabels(theme, others),
      ...seaLabels(theme, others),
      ...spokenNames(spoken, theme),
    ],
    scale,
  )
}

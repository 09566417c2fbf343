import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { BASEMAP_TILES, byZoom, nameIn } from './basemap-expressions'
import { type LabelOptions, type LabelTier, labelTier, turned } from './label-tiers'

/** From which zoom the parts of countries are named that the case is not about, by their rank. */
const partTiers: readonly LabelTier[] = [
  { rank: 5, from: 9.4, to: 12, size: byZoom([9.4, 10.5], [11, 12]) },
  { rank: 4, from: 8.4, to: 11, size: byZoom([8.4, 10.5], [10, 13]) },
  { rank: 3, from: 7, to: 10, size: byZoom([7, 10.5], [9, 13]) },
  { rank: 2, from: 6, to: 9, size: byZoom([6, 10.5], [8, 13]) },
  { rank: 1, from: 4.8, to: 8, size: byZoom([4.8, 10], [7, 13]) },
]

/** The word for what it is, as in “oblast”, is written in the basemap's own language alone. */
function partName(language: string): ExpressionSpecification {
  return language === 'en' ? ['coalesce', ['get', 'label'], ['get', 'name']] : nameIn(language)
}

/** Names of the parts of countries; of those that the case is about from farther, with the word for what they are. */
export function admin1Labels({
  theme,
  except = [],
  emphasis = [],
  language = 'en',
}: LabelOptions): LayerSpecification[] {
  const isSubject: FilterSpecification = ['in', ['get', 'cc'], ['literal', [...emphasis]]]
  const layout = {
    'text-field': partName(language),
    'text-font': [theme.fonts.sans],
    'text-letter-spacing': 0.06,
    'text-max-width': 6,
    'text-padding': 4,
  } satisfies SymbolLayerSpecification['layout']
  const look = {
    name: 'admin1',
    sourceLayer: 'admin1-names',
    layout,
    except,
    colour: theme.label.admin1,
    halo: theme.halo,
    filter: ['!', isSubject] as FilterSpecification,
  }
  return [
    ...partTiers.map((tier) => labelTier(look, tier)),
    {
      id: 'basemap-admin1-names',
      type: 'symbol',
      source: BASEMAP_TILES,
      'source-layer': 'admin1-names',
      minzoom: 5.6,
      maxzoom: 9,
      filter: ['all', isSubject, ['!', ['in', ['get', 'name'], ['literal', [...except]]]]] as FilterSpecification,
      layout: { ...layout, 'text-size': byZoom([5.6, 10.5], [8, 14]) },
      paint: { 'text-color': theme.label.admin1, 'text-halo-color': theme.subjectLand, 'text-halo-width': 1.2 },
    },
  ]
}

/** From which zoom ranges, deserts and plains are named, by their rank; peaks wait until they can be told apart. */
const landTiers: readonly LabelTier[] = [
  { rank: 5, from: 7.6, to: 11, size: byZoom([7.6, 11], [10, 14]) },
  { rank: 4, from: 6.8, to: 10, size: byZoom([6.8, 11], [9, 14]) },
  { rank: 3, from: 5.8, to: 9, size: byZoom([5.8, 11], [8, 15]) },
  { rank: 2, from: 4.9, to: 8, size: byZoom([4.9, 11], [7, 15]) },
  { rank: 1, from: 3.6, to: 7, size: byZoom([3.6, 11], [6, 15]) },
]

/** Names of ranges, deserts and plains, along their own length. */
export function landLabels({ theme, except = [], language = 'en' }: LabelOptions): LayerSpecification[] {
  const layout = {
    'text-field': nameIn(language),
    'text-font': [...theme.fonts.serifItalic],
    'text-letter-spacing': 0.08,
    'text-max-width': 7,
    'text-padding': 8,
    ...turned,
  } satisfies SymbolLayerSpecification['layout']
  const look = {
    name: 'land',
    sourceLayer: 'land-names',
    layout,
    except,
    colour: theme.label.admin1,
    halo: theme.halo,
    filter: ['!=', ['get', 'kind'], 'peak'] as FilterSpecification,
  }
  return landTiers.map((tier) => labelTier(look, tier))
}

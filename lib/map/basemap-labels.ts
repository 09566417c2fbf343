import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { admin1Labels, landLabels } from './basemap-area-labels'
import { byZoom, NEAR_NAMES_ZOOM, nameAndLocal, nameIn } from './basemap-expressions'
import { nameLater } from './case-layer'
import { type LabelOptions, type LabelTier, labelTier, turned } from './label-tiers'
import { TOWN_PX, townImage } from './mark-image'
import { spokenNames } from './spoken-names'
import type { Anchors } from './text-anchors'
import type { Theme } from './theme'

/** From which zoom the cities of each rank are named. */
const cityTiers: readonly LabelTier[] = [
  { rank: 9, from: 10.4, size: byZoom([10.4, 11], [12, 13]) },
  { rank: 8, from: 9.7, size: byZoom([9.7, 11], [11, 12.5]) },
  { rank: 7, from: 9, size: byZoom([9, 11], [11, 13]) },
  { rank: 6, from: 8.4, size: byZoom([8.4, 11], [10, 13]) },
  { rank: 5, from: 7.5, size: byZoom([7.5, 11], [10, 14]) },
  { rank: 4, from: 6.6, size: byZoom([6.6, 11.5], [10, 15]) },
  { rank: 3, from: 5.9, size: byZoom([5.9, 11.5], [10, 16]) },
  { rank: 2, from: 5.1, size: byZoom([5.1, 11.5], [10, 16.5]) },
  { rank: 1, from: 4.4, size: byZoom([4.4, 12], [10, 17]) },
]

/** The dot beside the name: where the one has no room, the other is not there either. */
function cityDot(theme: Theme, isCapital: boolean): SymbolLayerSpecification['layout'] {
  const radius = isCapital ? byZoom([3, 1.8], [6, 2.6], [10, 4]) : byZoom([4, 1.5], [6, 1.8], [10, 2.8])
  const size = radius.map((part, at) => (at > 3 && at % 2 === 0 ? Number(part) / TOWN_PX : part))
  return {
    'icon-image': townImage(theme, isCapital).id,
    'icon-size': size as ExpressionSpecification,
    'icon-padding': 0,
  }
}

function cityLabels({ theme, language = 'en' }: LabelOptions, except: readonly string[]): LayerSpecification[] {
  const capitals: LabelTier = { rank: 0, from: 3.4, size: byZoom([3.4, 11.5], [6, 13.5], [10, 18]) }
  const layout = {
    'text-field': nameAndLocal(language),
    'text-font': [theme.fonts.sans],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.45,
    'text-justify': 'auto',
    'text-padding': 3,
    'symbol-sort-key': ['get', 'order'],
  } satisfies SymbolLayerSpecification['layout']
  const look = {
    name: 'city',
    sourceLayer: 'cities',
    layout: { ...layout, ...cityDot(theme, false) },
    except,
    colour: theme.label.city,
    halo: theme.halo,
  }
  const capitalLook = {
    ...look,
    layout: { ...layout, ...cityDot(theme, true), 'text-font': [...theme.fonts.sansSemibold] },
  }
  return [...cityTiers.map((tier) => labelTier(look, tier)), labelTier(capitalLook, capitals)]
}

/** In the middle of its land, or a little beside it where a mark of the case stands there. */
export const countryAnchors: Anchors = [
  ['center', [0, 0]],
  ['center', [0, 1.2]],
  ['center', [0, -1.2]],
  ['center', [-1.6, 0]],
  ['center', [1.6, 0]],
]

function countryLabels({ theme, language = 'en' }: LabelOptions, except: readonly string[]): LayerSpecification[] {
  const layout = {
    'text-field': nameIn(language),
    'text-font': [...theme.fonts.sansSemibold],
    'text-transform': 'uppercase',
    'text-letter-spacing': 0.16,
    'text-max-width': 7,
    'text-line-height': 1.25,
    'text-padding': 6,
    'text-variable-anchor-offset': countryAnchors.flat(),
  } satisfies SymbolLayerSpecification['layout']
  const look = { sourceLayer: 'country-names', layout, except, colour: theme.label.country, halo: theme.halo }
  const large = byZoom([1.5, 9.5], [4, 11.5], [6.5, 16])
  return [
    labelTier({ ...look, name: 'country' }, { rank: 5, from: 6.8, to: 10, size: byZoom([6.8, 9.5], [9, 13]) }),
    labelTier({ ...look, name: 'country' }, { rank: 4, from: 5.6, to: 9, size: byZoom([5.6, 9.5], [8, 13]) }),
    labelTier({ ...look, name: 'country' }, { rank: 3, from: 4.7, to: 8, size: byZoom([4.7, 9.5], [7, 13]) }),
    labelTier({ ...look, name: 'country' }, { rank: 2, from: 3.3, to: 7.5, size: byZoom([3.3, 9.5], [7, 14.5]) }),
    labelTier(
      { ...look, name: 'country', filter: ['!=', ['get', 'at'], 'far'] },
      { rank: 1, from: NEAR_NAMES_ZOOM, to: 6.8, size: large },
    ),
    labelTier(
      { ...look, name: 'country-far', filter: ['!=', ['get', 'at'], 'near'] },
      { rank: 1, from: 1.5, to: NEAR_NAMES_ZOOM, size: large },
    ),
  ]
}

/** Names of seas and of islands, which are written alike. */
function waterLabels({ theme, language = 'en' }: LabelOptions, except: readonly string[]) {
  const layout = {
    'text-field': nameIn(language),
    'text-font': [...theme.fonts.serifItalic],
    'text-letter-spacing': 0.06,
    'text-max-width': 6,
    'text-line-height': 1.15,
    'text-padding': 4,
  } satisfies SymbolLayerSpecification['layout']
  const look = {
    name: 'sea',
    sourceLayer: 'sea-names',
    layout: { ...layout, ...turned },
    except,
    colour: theme.label.sea,
    halo: theme.label.seaHalo,
  }
  const island = {
    ...look,
    layout,
    name: 'island',
    sourceLayer: 'island-names',
    colour: theme.label.country,
    halo: theme.halo,
  }
  const islands: LayerSpecification[] = [
    labelTier(island, { rank: 5, from: 9, size: byZoom([9, 11], [11, 13]) }),
    labelTier(island, { rank: 4, from: 8.2, size: byZoom([8.2, 11], [10, 13]) }),
    labelTier(island, { rank: 3, from: 7.4, size: byZoom([7.4, 11], [10, 14]) }),
    labelTier(island, { rank: 2, from: 6.2, size: byZoom([6.2, 11], [10, 15]) }),
    labelTier(island, { rank: 1, from: 4.8, size: byZoom([4.8, 11], [10, 17]) }),
  ]
  const seas: LayerSpecification[] = [
    labelTier(look, { rank: 7, from: 9, size: byZoom([9, 11], [11, 13]) }),
    labelTier(look, { rank: 6, from: 8.2, size: byZoom([8.2, 11], [10, 13.5]) }),
    labelTier(look, { rank: 5, from: 7.4, size: byZoom([7.4, 11.5], [10, 15]) }),
    labelTier(look, { rank: 4, from: 6.6, size: byZoom([6.6, 11.5], [10, 16]) }),
    labelTier(look, { rank: 3, from: 5.2, size: byZoom([5.2, 11.5], [9, 17]) }),
    labelTier(look, { rank: 2, from: 4.2, size: byZoom([4.2, 11.5], [9, 19]) }),
    labelTier(look, { rank: 1, from: 2.4, size: byZoom([2.4, 11], [4.3, 14], [8, 22]) }),
  ]
  return { islands, seas }
}

/**
 * Names of the basemap, to be drawn over the case's areas and lines. The map places the last layers first, so from the
 * end: those that the case speaks of, seas, countries, islands, capitals, cities by rank, parts of countries, ranges and plains.
 */
export function basemapLabels(options: LabelOptions): LayerSpecification[] {
  const { theme, except = [], spoken = [], scale = 1, language = 'en' } = options
  const names = spoken.map(({ name }) => name)
  const others = [...except, ...names]
  const { islands, seas } = waterLabels(options, others)
  return nameLater(
    [
      ...landLabels(options),
      ...admin1Labels(options),
      ...cityLabels(options, names),
      // An island that is a state is called by the state's name.
      ...islands,
      ...countryLabels(options, others),
      ...seas,
      ...spokenNames(spoken, theme, language),
    ],
    scale,
  )
}

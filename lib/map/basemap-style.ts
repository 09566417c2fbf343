import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  SourceSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import type { Theme } from './theme'

const TILES = 'basemap'
const RELIEF = 'basemap-relief'

/** What the tiles and the relief cover best; beyond it there is only a coarse coast. `[lng, lat]`, from the north-west. */
const reliefCorners: [[number, number], [number, number], [number, number], [number, number]] = [
  [-25, 78],
  [110, 78],
  [110, 30.01],
  [-25, 30.01],
]

/**
 * Sources of the basemap. `origin` makes the addresses whole, since a worker fetches them; `version` is the basemap's
 * content hash, under which they are cached for ever.
 */
export function basemapSources(origin: string, version: string): Record<string, SourceSpecification> {
  return {
    [TILES]: { type: 'vector', tiles: [`${origin}/basemap/{z}/{x}/{y}?v=${version}`], minzoom: 0, maxzoom: 8 },
    [RELIEF]: { type: 'image', url: `${origin}/basemap/relief?v=${version}`, coordinates: reliefCorners },
  }
}

/** A size that grows steadily with the zoom between the stops, and stays as it is beyond them. */
function byZoom(...stops: [zoom: number, value: number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()]
}

function rankIs(rank: number): FilterSpecification {
  return ['==', ['get', 'rank'], rank]
}

function seaColour(theme: Theme): ExpressionSpecification {
  const [[, shallowest] = [0, theme.land], ...deeper] = theme.sea
  return ['step', ['get', 'depth'], shallowest, ...deeper.flat()]
}

function grounds(theme: Theme): LayerSpecification[] {
  const { opacity, black, white, hueRotate, ukraine } = theme.relief
  const [[, shallow] = [0, theme.land]] = theme.sea
  return [
    { id: 'basemap-land', type: 'background', paint: { 'background-color': theme.land } },
    {
      id: 'basemap-relief',
      type: 'raster',
      source: RELIEF,
      maxzoom: 9,
      paint: {
        'raster-opacity': byZoom([3, opacity], [5.5, opacity * 0.85], [9, 0]),
        'raster-brightness-min': black,
        'raster-brightness-max': white,
        'raster-hue-rotate': hueRotate,
        'raster-fade-duration': 0,
      },
    },
    {
      id: 'basemap-ukraine',
      type: 'fill',
      source: TILES,
      'source-layer': 'ukraine',
      paint: { 'fill-color': theme.ukraine, 'fill-opacity': ukraine, 'fill-antialias': false },
    },
    { id: 'basemap-sea', type: 'fill', source: TILES, 'source-layer': 'sea', paint: { 'fill-color': shallow } },
    {
      id: 'basemap-bathymetry',
      type: 'fill',
      source: TILES,
      'source-layer': 'bathymetry',
      paint: { 'fill-color': seaColour(theme) },
    },
  ]
}

function waters(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'basemap-rivers',
      type: 'line',
      source: TILES,
      'source-layer': 'rivers',
      minzoom: 3,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': theme.river,
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['interpolate', ['linear'], ['get', 'rank'], 1, 0.7, 5, 0.4],
          6,
          ['interpolate', ['linear'], ['get', 'rank'], 1, 1.5, 9, 0.5],
          10,
          ['interpolate', ['linear'], ['get', 'rank'], 1, 3, 9, 1],
        ],
      },
    },
    {
      id: 'basemap-lakes',
      type: 'fill',
      source: TILES,
      'source-layer': 'lakes',
      minzoom: 3,
      paint: { 'fill-color': theme.lake },
    },
  ]
}

function lines(theme: Theme): LayerSpecification[] {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const
  return [
    {
      id: 'basemap-oblast-lines',
      type: 'line',
      source: TILES,
      'source-layer': 'oblast-lines',
      minzoom: 4,
      layout,
      paint: {
        'line-color': theme.oblastLine,
        'line-width': byZoom([4, 0.5], [6, 0.9], [10, 1.4]),
        'line-opacity': byZoom([4, 0.4], [4.8, 1]),
      },
    },
    {
      id: 'basemap-borders',
      type: 'line',
      source: TILES,
      'source-layer': 'borders',
      layout,
      paint: {
        'line-color': theme.border,
        'line-width': byZoom([2, 0.4], [4, 0.8], [6, 1.2], [10, 2]),
        'line-opacity': byZoom([2, 0.6], [4, 1]),
      },
    },
  ]
}

/**
 * Everything of the basemap that lies under the case: land, relief, Ukraine, sea, depths, rivers, lakes, lines, in this
 * order. A layer of the case that water should cut through belongs before `basemap-rivers`.
 */
export function basemapGround(theme: Theme): LayerSpecification[] {
  return [...grounds(theme), ...waters(theme), ...lines(theme)]
}

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
}

function labelTier(look: LabelLook, { rank, from, to, size }: LabelTier): SymbolLayerSpecification {
  const filter = look.filter === undefined ? rankIs(rank) : (['all', rankIs(rank), look.filter] as FilterSpecification)
  return {
    id: `basemap-${look.name}-${rank}`,
    type: 'symbol',
    source: TILES,
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
    source: TILES,
    'source-layer': 'cities',
    minzoom: from,
    filter: rankIs(rank),
    paint: {
      'circle-color': capital ? theme.halo : theme.label.city,
      'circle-radius': capital ? byZoom([3, 1.8], [6, 2.6], [10, 4]) : byZoom([4, 1.2], [6, 1.5], [10, 2.6]),
      'circle-stroke-color': capital ? theme.label.city : theme.halo,
      'circle-stroke-width': capital ? byZoom([3, 1], [6, 1.4]) : 0.8,
    },
  }
}

function cityLabels(theme: Theme): LayerSpecification[] {
  const capitals: LabelTier = { rank: 0, from: 3.4, size: byZoom([3.4, 11.5], [6, 13.5], [10, 18]) }
  const layout = {
    'text-font': [theme.fonts.sans],
    'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
    'text-radial-offset': 0.45,
    'text-justify': 'auto',
    'text-padding': 3,
    'symbol-sort-key': ['get', 'order'],
  } satisfies SymbolLayerSpecification['layout']
  const look = { name: 'city', sourceLayer: 'cities', layout, colour: theme.label.city, halo: theme.halo }
  const capitalLook = { ...look, layout: { ...layout, 'text-font': [...theme.fonts.sansSemibold] } }
  return [
    ...[...cityTiers, capitals].map((tier) => cityDot(theme, tier)),
    ...cityTiers.map((tier) => labelTier(look, tier)),
    labelTier(capitalLook, capitals),
  ]
}

function oblastLabels(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'basemap-oblast-names',
      type: 'symbol',
      source: TILES,
      'source-layer': 'oblast-labels',
      minzoom: 5.6,
      maxzoom: 9,
      filter: ['!', ['has', 'claimed']],
      layout: {
        'text-field': ['concat', ['get', 'name'], ' oblast'],
        'text-font': [theme.fonts.sans],
        'text-size': byZoom([5.6, 10.5], [8, 14]),
        'text-letter-spacing': 0.06,
        'text-max-width': 6,
        'text-padding': 4,
      },
      paint: { 'text-color': theme.label.oblast, 'text-halo-color': theme.ukraine, 'text-halo-width': 1.2 },
    },
  ]
}

function countryLabels(theme: Theme): LayerSpecification[] {
  const layout = {
    'text-font': [...theme.fonts.sansSemibold],
    'text-transform': 'uppercase',
    'text-letter-spacing': 0.16,
    'text-max-width': 7,
    'text-line-height': 1.25,
    'text-padding': 6,
  } satisfies SymbolLayerSpecification['layout']
  const look = { sourceLayer: 'country-names', layout, colour: theme.label.country, halo: theme.halo }
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

function seaLabels(theme: Theme): LayerSpecification[] {
  const layout = {
    'text-font': [...theme.fonts.serifItalic],
    'text-letter-spacing': 0.06,
    'text-max-width': 6,
    'text-line-height': 1.15,
    'text-padding': 4,
  } satisfies SymbolLayerSpecification['layout']
  const look = { name: 'sea', sourceLayer: 'sea-names', layout, colour: theme.label.sea, halo: theme.label.seaHalo }
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
 * end: seas, countries, capitals, cities by rank, oblasts. The oblasts that Russia claims are named by the case.
 */
export function basemapLabels(theme: Theme): LayerSpecification[] {
  return [...oblastLabels(theme), ...cityLabels(theme), ...countryLabels(theme), ...seaLabels(theme)]
}

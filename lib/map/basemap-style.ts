import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { addressBelow } from '@/lib/url/base-path'
import { BASEMAP_TILES, type BorderLook, borderLooks, byZoom } from './basemap-expressions'
import type { Theme } from './theme'

export { basemapLabels } from './basemap-labels'

const RELIEF = 'basemap-relief'
const DISPUTED_AREAS = 'basemap-disputed-areas'
const BORDERS = 'basemap-borders-'

/** Ids of the style's layers whose features may name a dispute (`dispute`), lines before areas. */
export const disputeLayers: readonly string[] = [...borderLooks.map(({ id }) => BORDERS + id), DISPUTED_AREAS]

/**
 * Sources of the basemap. `origin` makes the addresses whole, since a worker fetches them; `version` is the basemap's
 * content hash, under which they are cached for ever.
 */
export function basemapSources(origin: string, version: string): Record<string, SourceSpecification> {
  return {
    [BASEMAP_TILES]: {
      type: 'vector',
      tiles: [origin + addressBelow(`/basemap/{z}/{x}/{y}?v=${version}`)],
      minzoom: 0,
      maxzoom: 8,
    },
    [RELIEF]: {
      type: 'raster',
      tiles: [origin + addressBelow(`/basemap/relief/{z}/{x}/{y}?v=${version}`)],
      minzoom: 0,
      maxzoom: 4,
      tileSize: 512,
    },
  }
}

function seaColour(theme: Theme): ExpressionSpecification {
  const [[, shallowest] = [0, theme.land], ...deeper] = theme.sea
  return ['step', ['get', 'depth'], shallowest, ...deeper.flat()]
}

function grounds(theme: Theme, emphasis: readonly string[]): LayerSpecification[] {
  const { opacity, black, white, hueRotate, saturation, subject } = theme.relief
  const [[, shallow] = [0, theme.land]] = theme.sea
  return [
    { id: 'basemap-land', type: 'background', paint: { 'background-color': theme.land } },
    {
      id: 'basemap-relief',
      type: 'raster',
      source: RELIEF,
      maxzoom: 7.4,
      paint: {
        'raster-opacity': byZoom([4, opacity], [5.5, opacity * 0.8], [7.4, 0]),
        'raster-brightness-min': black,
        'raster-brightness-max': white,
        'raster-hue-rotate': hueRotate,
        'raster-saturation': saturation,
        'raster-fade-duration': 0,
      },
    },
    {
      id: 'basemap-subject',
      type: 'fill',
      source: BASEMAP_TILES,
      'source-layer': 'countries',
      filter: ['in', ['get', 'cc'], ['literal', [...emphasis]]],
      paint: { 'fill-color': theme.subjectLand, 'fill-opacity': subject, 'fill-antialias': false },
    },
    {
      id: 'basemap-glaciers',
      type: 'fill',
      source: BASEMAP_TILES,
      'source-layer': 'glaciers',
      paint: { 'fill-color': theme.ice, 'fill-antialias': false },
    },
    {
      id: 'basemap-urban',
      type: 'fill',
      source: BASEMAP_TILES,
      'source-layer': 'urban',
      minzoom: 5,
      paint: { 'fill-color': theme.border, 'fill-opacity': byZoom([5, 0], [7, theme.urbanTint]) },
    },
    {
      id: DISPUTED_AREAS,
      type: 'fill',
      source: BASEMAP_TILES,
      'source-layer': 'disputed-areas',
      paint: { 'fill-color': theme.border, 'fill-opacity': theme.disputedTint, 'fill-antialias': false },
    },
    { id: 'basemap-sea', type: 'fill', source: BASEMAP_TILES, 'source-layer': 'sea', paint: { 'fill-color': shallow } },
    {
      id: 'basemap-bathymetry',
      type: 'fill',
      source: BASEMAP_TILES,
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
      source: BASEMAP_TILES,
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
      source: BASEMAP_TILES,
      'source-layer': 'lakes',
      minzoom: 3,
      paint: { 'fill-color': theme.lake },
    },
  ]
}

/** Lines between the parts of countries: of those that the case is about from afar, of others when they fill the view. */
function admin1Lines(theme: Theme, emphasis: readonly string[]): LayerSpecification[] {
  const isSubject: FilterSpecification = ['in', ['get', 'cc'], ['literal', [...emphasis]]]
  const look = {
    type: 'line',
    source: BASEMAP_TILES,
    'source-layer': 'admin1-lines',
    layout: { 'line-join': 'round', 'line-cap': 'round' },
  } as const
  return [
    {
      ...look,
      id: 'basemap-admin1-lines-others',
      minzoom: 4.6,
      filter: ['all', ['!', isSubject], ['<=', ['get', 'from'], ['-', ['zoom'], 0.4]]] as FilterSpecification,
      paint: {
        'line-color': theme.admin1Line,
        'line-width': byZoom([4.6, 0.4], [6, 0.6], [10, 1.2]),
        'line-opacity': byZoom([4.6, 0], [5.4, 0.75]),
      },
    },
    {
      ...look,
      id: 'basemap-admin1-lines',
      minzoom: 4,
      filter: isSubject,
      paint: {
        'line-color': theme.admin1Line,
        'line-width': byZoom([4, 0.5], [6, 0.9], [10, 1.4]),
        'line-opacity': byZoom([4, 0.4], [4.8, 1]),
      },
    },
  ]
}

function lines(theme: Theme, emphasis: readonly string[]): LayerSpecification[] {
  return [...admin1Lines(theme, emphasis), ...borderLooks.map((look) => borderLine(look, theme))]
}

function borderLine({ id, kinds, width, dashes, cap }: BorderLook, theme: Theme): LayerSpecification {
  return {
    id: `${BORDERS}${id}`,
    type: 'line',
    source: BASEMAP_TILES,
    'source-layer': 'borders',
    filter: ['in', ['get', 'kind'], ['literal', [...kinds]]],
    layout: { 'line-join': 'round', 'line-cap': cap },
    paint: {
      'line-color': theme.border,
      'line-width': byZoom([2, 0.4 * width], [4, 0.8 * width], [6, 1.2 * width], [10, 2 * width]),
      'line-opacity': byZoom([2, 0.6], [4, 1]),
      ...(dashes !== undefined && { 'line-dasharray': [...dashes] }),
    },
  }
}

/**
 * Everything of the basemap that lies under the case: land, relief, the countries that it is about, disputed areas, sea, depths, rivers, lakes, lines, in this
 * order; `street`, what lies over it from near, below the lines, and over that the case's pictures. A layer of the case that water should cut through belongs before `basemap-rivers`.
 */
export function basemapGround(
  theme: Theme,
  emphasis: readonly string[],
  street: readonly LayerSpecification[] = [],
  pictures: readonly LayerSpecification[] = [],
): LayerSpecification[] {
  // From near the streets tell where one is, and lines that are good to 250 m would cut through houses.
  const drawn = lines(theme, emphasis).map((line) =>
    street.length > 0 && line.id.startsWith('basemap-admin1') ? { ...line, maxzoom: 11 } : line,
  )
  return [...grounds(theme, emphasis), ...waters(theme), ...street, ...pictures, ...drawn]
}

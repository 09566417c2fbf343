import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

const source = 'brought'

/** From this zoom on the names are written. */
const NAMES_ZOOM = 7

/** Style layers of the source `brought`: a reader's own data, in the colour of choices, as none of it is of the case. */
export function broughtMarks(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'brought/fill',
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': theme.focus, 'fill-opacity': 0.14 },
    },
    {
      id: 'brought/line',
      type: 'line',
      source,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.focus, 'line-width': 2 },
    },
    {
      id: 'brought/point',
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 5,
        'circle-color': theme.focus,
        'circle-opacity': 0.85,
        'circle-stroke-color': theme.focusHalo,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'brought/name',
      type: 'symbol',
      source,
      minzoom: NAMES_ZOOM,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [...theme.fonts.sansSemibold],
        'text-size': 12,
        'text-max-width': 12,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.8,
        'text-optional': true,
      },
      paint: { 'text-color': theme.focus, 'text-halo-color': theme.focusHalo, 'text-halo-width': 1.5 },
    },
  ]
}

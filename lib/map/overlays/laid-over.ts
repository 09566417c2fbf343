import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

const source = 'laid-over'

/**
 * Style layers of the source `laid-over`: a pale shape with a firm outline and its name. In the colour of choices, not in
 * that of the shape's layer: laid elsewhere, a shape claims nothing.
 */
export function laidOverMarks(theme: Theme): LayerSpecification[] {
  return [
    {
      id: 'laid-over/fill',
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'area'],
      paint: { 'fill-color': theme.focus, 'fill-opacity': 0.16 },
    },
    {
      id: 'laid-over/casing',
      type: 'line',
      source,
      filter: ['!=', ['get', 'part'], 'name'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': theme.focusHalo, 'line-width': 5.5, 'line-opacity': 0.85 },
    },
    {
      id: 'laid-over/outline',
      type: 'line',
      source,
      filter: ['!=', ['get', 'part'], 'name'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.focus, 'line-width': ['case', ['==', ['get', 'part'], 'line'], 4, 2.4] },
    },
    {
      id: 'laid-over/name',
      type: 'symbol',
      source,
      filter: ['==', ['get', 'part'], 'name'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [...theme.fonts.sansSemibold],
        'text-size': 14,
        'text-max-width': 11,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': theme.focus, 'text-halo-color': theme.focusHalo, 'text-halo-width': 2.5 },
    },
  ]
}

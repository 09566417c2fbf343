import type { LayerSpecification } from 'maplibre-gl'
import type { Theme } from '../theme'

const source = 'measure'

/** An area and the line about it, on a casing. */
export function enclosedMarks(source: string, theme: Theme): LayerSpecification[] {
  return [
    {
      id: `${source}/area`,
      type: 'fill',
      source,
      filter: ['==', ['get', 'part'], 'area'],
      paint: { 'fill-color': theme.focus, 'fill-opacity': 0.12 },
    },
    {
      id: `${source}/casing`,
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'line'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': theme.focusHalo, 'line-width': 5 },
    },
    {
      id: `${source}/line`,
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'line'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme.focus, 'line-width': 2.2 },
    },
  ]
}

/** Style layers of the source `measure`: the line on a casing, its area, its points, and each leg's length. */
export function measureMarks(theme: Theme): LayerSpecification[] {
  return [
    ...enclosedMarks(source, theme),
    {
      id: 'measure/points',
      type: 'circle',
      source,
      filter: ['==', ['get', 'part'], 'point'],
      paint: {
        'circle-radius': ['case', ['get', 'snapped'], 6.5, 5],
        // On a feature of the case the point is filled; where the pointer happened to be it is open.
        'circle-color': ['case', ['get', 'snapped'], theme.focus, theme.focusHalo],
        'circle-stroke-color': ['case', ['get', 'snapped'], theme.focusHalo, theme.focus],
        'circle-stroke-width': 2.2,
      },
    },
    {
      id: 'measure/lengths',
      type: 'symbol',
      source,
      filter: ['==', ['get', 'part'], 'label'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': [...theme.fonts.sansSemibold],
        'text-size': 14,
        'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
        'text-radial-offset': 0.7,
        'text-max-width': 20,
      },
      paint: { 'text-color': theme.focus, 'text-halo-color': theme.focusHalo, 'text-halo-width': 2.5 },
    },
  ]
}

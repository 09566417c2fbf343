import { byState, type CaseLayerStyle, layerName, layerSource, type MapLayer, textPaint } from '../case-layer'
import type { MarkModule } from '../mark-module'
import type { Theme } from '../theme'

function style(row: MapLayer, theme: Theme): CaseLayerStyle {
  return {
    ground: [],
    marks: [
      {
        id: layerName(row.id, 'name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['!', ['has', 'water']]],
        layout: {
          'text-field': ['upcase', ['get', 'name']],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 12,
          'text-letter-spacing': 0.14,
          'text-max-width': 8,
        },
        paint: {
          ...textPaint(row, theme, 1.8),
          'text-color': byState(theme.focus, theme.focus, theme.hues[row.hue].text),
        },
      },
      {
        id: layerName(row.id, 'water-name'),
        type: 'symbol',
        source: layerSource(row.id),
        filter: ['all', ['==', ['get', 'part'], 'name'], ['has', 'water']],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.serifItalic],
          'text-size': 15,
          'text-letter-spacing': 0.06,
        },
        paint: {
          'text-color': byState(theme.focus, theme.focus, theme.label.sea),
          'text-halo-color': theme.label.seaHalo,
          'text-halo-width': 1.4,
        },
      },
    ],
  }
}

/** Names of what is an area and has no one point, written as the basemap writes such names, without a mark. */
export const name: MarkModule = {
  style,
  legend: () => [{ path: 'M8.5 14.5 14 3.5l5.5 11M10.5 10.7h7', width: 1.75 }],
  svg: () => '',
}

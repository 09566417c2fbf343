import { byState, type CaseLayerStyle, layerName, onlyPart, textPaint } from '../case-layer'
import type { LayerRow } from '../layer-table'
import { markImage } from '../mark-image'
import type { Theme } from '../theme'

/**
 * Claimed territory: hatching over the country's own fill, so that the country reads as one; the earlier claim is
 * hatched the other way and paler. Greyscale tells both from the ground and from each other.
 */
export function areaMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const { id, colour } = row
  const ink = theme.layers[colour]
  return {
    ground: [
      {
        id: layerName(id, 'hatch'),
        type: 'fill',
        source: id,
        filter: onlyPart('area'),
        paint: {
          'fill-pattern': [
            'case',
            ['boolean', ['get', 'precedent'], false],
            markImage('hatch-back', colour, theme),
            markImage('hatch', colour, theme),
          ],
        },
      },
      {
        id: layerName(id, 'wash'),
        type: 'fill',
        source: id,
        filter: onlyPart('area'),
        paint: { 'fill-color': ink, 'fill-opacity': byState(0.16, 0.1, 0) },
      },
      {
        id: layerName(id, 'outline'),
        type: 'line',
        source: id,
        filter: onlyPart('area'),
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': ink,
          'line-width': byState(2.4, 1.8, 1.1),
          'line-opacity': ['case', ['boolean', ['get', 'precedent'], false], 0.6, 1],
        },
      },
    ],
    marks: [
      {
        id: layerName(id, 'name'),
        type: 'symbol',
        source: id,
        filter: onlyPart('label'),
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': ['interpolate', ['linear'], ['zoom'], 3.5, 11, 6, 16, 9, 24],
          'text-padding': 2,
          'text-variable-anchor': ['center', 'left', 'right', 'bottom', 'top'],
          'text-radial-offset': 0.6,
          'symbol-sort-key': ['case', ['boolean', ['get', 'precedent'], false], 1, 0],
        },
        minzoom: 3.5,
        paint: textPaint(row, theme, 2),
      },
    ],
  }
}

import type { LineLayerSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { byState, type CaseLayerStyle, layerName, onlyPart, textPaint } from '../case-layer'
import type { LayerRow } from '../layer-table'
import { type MarkShape, markImage } from '../mark-image'
import type { Theme } from '../theme'

interface PointOptions {
  shape: MarkShape
  /** Stands in for `shape` where the place is only estimated. */
  schematicShape?: MarkShape
  /** From this zoom on the name is written; the mark itself always shows. */
  nameFromZoom: number
  /** Turns the mark across the border line that it stands on. */
  acrossBorder?: boolean
  /** Beyond this zoom the mark fades out: what it stood in for is drawn at its true size. */
  fadeAtZoom?: number
  /** Selected, the mark glows without an edge: beside circles of true size an edge would read as one more of them. */
  softHalo?: boolean
}

/** The circle within which a point truly lies, dashed and at its true size: too small to see where it does not matter. */
function accuracyCircle({ id, colour }: LayerRow, theme: Theme): LineLayerSpecification {
  return {
    id: layerName(id, 'accuracy'),
    type: 'line',
    source: id,
    filter: onlyPart('accuracy'),
    minzoom: 5,
    paint: {
      'line-color': theme.layers[colour],
      'line-width': byState(1.6, 1.2, 1),
      'line-opacity': byState(1, 0.9, 0.55),
      'line-dasharray': [2, 2],
    },
  }
}

/** Names of what is an area and has no one point, written as the basemap writes such names, without a mark. */
export function nameMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  return {
    ground: [],
    marks: [
      {
        id: layerName(row.id, 'name'),
        type: 'symbol',
        source: row.id,
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
          'text-color': byState(theme.focus, theme.focus, theme.layers[row.colour]),
        },
      },
      {
        id: layerName(row.id, 'water-name'),
        type: 'symbol',
        source: row.id,
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

/** Point marks: a symbol with a halo when selected, its name beside it where there is room. */
export function pointMarks(row: LayerRow, theme: Theme, options: PointOptions): CaseLayerStyle {
  const { id, colour } = row
  const { shape, schematicShape = shape, nameFromZoom, acrossBorder = false, fadeAtZoom, softHalo = false } = options
  const icon: SymbolLayerSpecification['layout'] = {
    'icon-image': [
      'case',
      ['boolean', ['get', 'schematic'], false],
      markImage(schematicShape, colour, theme),
      markImage(shape, colour, theme),
    ],
    'icon-allow-overlap': true,
    'icon-ignore-placement': false,
    'icon-size': ['interpolate', ['linear'], ['zoom'], 3, 0.75, 6, 1, 10, 1.2],
    ...(acrossBorder && {
      'icon-rotate': ['+', 90, ['coalesce', ['get', 'borderBearing'], 0]],
      'icon-rotation-alignment': 'map',
    }),
  }
  return {
    ground: [accuracyCircle(row, theme)],
    marks: [
      {
        id: layerName(id, 'halo'),
        type: 'circle',
        source: id,
        filter: onlyPart('point'),
        paint: {
          'circle-radius': byState(15, 12, 12),
          'circle-color': theme.halo,
          'circle-opacity': byState(0.9, 0.7, 0),
          ...(softHalo
            ? { 'circle-color': byState(theme.focus, theme.halo, theme.halo), 'circle-blur': 0.7 }
            : {
                'circle-stroke-color': theme.focus,
                'circle-stroke-width': byState(2.5, 1, 0),
                'circle-stroke-opacity': byState(1, 0.8, 0),
              }),
        },
      },
      {
        id: layerName(id, 'mark'),
        type: 'symbol',
        source: id,
        filter: onlyPart('point'),
        layout: icon,
        paint:
          fadeAtZoom === undefined
            ? {}
            : { 'icon-opacity': ['interpolate', ['linear'], ['zoom'], fadeAtZoom, 1, fadeAtZoom + 0.5, 0] },
      },
      {
        id: layerName(id, 'name'),
        type: 'symbol',
        source: id,
        filter: onlyPart('point'),
        minzoom: nameFromZoom,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 1,
          'text-justify': 'auto',
          'text-max-width': 12,
        },
        paint: textPaint(row, theme, 1.8),
      },
    ],
  }
}

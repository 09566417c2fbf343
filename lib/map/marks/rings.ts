import type { ExpressionSpecification } from 'maplibre-gl'
import { byState, type CaseLayerStyle, layerName, onlyPart, textPaint } from '../case-layer'
import type { LayerRow } from '../layer-table'
import type { Theme } from '../theme'
import { pointMarks } from './points'

/** Zoom at which a circle 1 km across is some 20 px wide in the Baltic: from there on the rings speak for themselves. */
const RINGS_READABLE_ZOOM = 10

/** Leaks: circles of true size, and a drop that stands in for them while they are too small to see. */
export function leakMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const ink = theme.layers[row.colour]
  const drop = pointMarks(row, theme, {
    shape: 'drop',
    nameFromZoom: 7,
    fadeAtZoom: RINGS_READABLE_ZOOM,
    softHalo: true,
  })
  return {
    ground: [
      ...drop.ground,
      {
        id: layerName(row.id, 'ring-fill'),
        type: 'fill',
        source: row.id,
        filter: onlyPart('ring'),
        paint: { 'fill-color': ink, 'fill-opacity': byState(0.22, 0.18, 0.12) },
      },
      {
        id: layerName(row.id, 'ring'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['!=', ['get', 'tentative'], true]],
        minzoom: 5.5,
        paint: { 'line-color': ink, 'line-width': byState(2.2, 1.6, 1.2) },
      },
      {
        // A size that is reported for one of them, without saying which: dotted at each.
        id: layerName(row.id, 'ring-tentative'),
        type: 'line',
        source: row.id,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['==', ['get', 'tentative'], true]],
        minzoom: 5.5,
        paint: { 'line-color': ink, 'line-width': byState(2.2, 1.6, 1.2), 'line-dasharray': [1.5, 2] },
      },
    ],
    marks: drop.marks,
  }
}

/** Px for each unit of magnitude: small where the whole region is seen, so that no ring spans what was not shaken. */
const RING_PX_BY_ZOOM = [4, 3, 6, 6, 8, 10] as const

/** Radius of a ring that grows with one of the values of a shock. */
function ringRadius(value: 'size' | 'sizeLow'): ExpressionSpecification {
  const size: ExpressionSpecification = ['coalesce', ['get', value], ['get', 'size'], 1]
  const stops = RING_PX_BY_ZOOM.map((each, index) => (index % 2 === 0 ? each : (['*', each, size] as const)))
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification
}

/** Earthquakes and blasts: a ring whose radius grows with the magnitude, and where networks disagree a second one; each value is written with its network. */
export function seismicMarks(row: LayerRow, theme: Theme): CaseLayerStyle {
  const { id, colour } = row
  const ink = theme.layers[colour]
  return {
    ground: [],
    marks: [
      {
        id: layerName(id, 'ring'),
        type: 'circle',
        source: id,
        filter: onlyPart('point'),
        paint: {
          'circle-radius': ringRadius('size'),
          'circle-color': ink,
          'circle-opacity': byState(0.2, 0.15, 0.06),
          'circle-stroke-color': byState(theme.focus, ink, ink),
          'circle-stroke-width': byState(3, 2.4, 1.8),
        },
      },
      {
        id: layerName(id, 'ring-low'),
        type: 'circle',
        source: id,
        filter: ['all', ['==', ['get', 'part'], 'point'], ['has', 'sizeLow']],
        paint: {
          'circle-radius': ringRadius('sizeLow'),
          'circle-opacity': 0,
          'circle-stroke-color': byState(theme.focus, ink, ink),
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: layerName(id, 'magnitude'),
        type: 'symbol',
        source: id,
        filter: onlyPart('point'),
        minzoom: 5.5,
        layout: {
          'text-field': ['coalesce', ['get', 'caption'], ''],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-variable-anchor-offset': ['bottom', [0, -1.8], 'top', [0, 1.8], 'right', [-1.8, 0], 'left', [1.8, 0]],
        },
        paint: textPaint(row, theme, 2.4),
      },
    ],
  }
}

import type { ExpressionSpecification, FilterSpecification } from 'maplibre-gl'
import { byState, type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart, textPaint } from '../case-layer'
import type { Theme } from '../theme'
import { symbolMarks } from './symbol'

/** Zoom at which a circle 1 km across is some 20 px wide in middle latitudes: from there on the rings speak for themselves. */
const RINGS_READABLE_ZOOM = 10

/** Zoom and radius of the layer's largest reading, px: small where a whole region is seen, so that no ring spans what was not touched. */
const LARGEST_PX_BY_ZOOM = [
  [4, 7],
  [6, 14],
  [8, 23],
] as const

const isReading: FilterSpecification = ['all', ['==', ['get', 'part'], 'point'], ['has', 'size']]
const isSymbol: FilterSpecification = ['all', ['==', ['get', 'part'], 'point'], ['!', ['has', 'size']]]

/** Radius of a ring that grows with one of the readings of a thing. */
function ringRadius({ largest = 1 }: MapLayer, value: 'size' | 'sizeLow'): ExpressionSpecification {
  const share: ExpressionSpecification = ['/', ['coalesce', ['get', value], ['get', 'size'], largest], largest]
  const stops = LARGEST_PX_BY_ZOOM.flatMap(([zoom, px]) => [zoom, ['*', px, share]])
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification
}

/**
 * Rings: circles of true size, and a symbol that stands in for them while they are too small to see; or, of a thing that
 * was measured, a ring that grows with the reading, and where readings differ a second one, each written with its maker.
 */
export function ringMarks(row: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue } = row
  const ink = theme.hues[hue].mark
  const source = layerSource(id)
  const symbols = symbolMarks({ labelFromZoom: 7, ...row }, theme, {
    filter: isSymbol,
    fadeAtZoom: RINGS_READABLE_ZOOM,
    softHalo: true,
  })
  return {
    ground: [
      ...symbols.ground,
      {
        id: layerName(id, 'ring-fill'),
        type: 'fill',
        source,
        filter: onlyPart('ring'),
        paint: { 'fill-color': ink, 'fill-opacity': byState(0.22, 0.18, 0.12) },
      },
      {
        id: layerName(id, 'ring'),
        type: 'line',
        source,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['!=', ['get', 'tentative'], true]],
        minzoom: 5.5,
        paint: { 'line-color': ink, 'line-width': byState(2.2, 1.6, 1.2) },
      },
      {
        // A size that is reported for one of them, without saying which: dotted at each.
        id: layerName(id, 'ring-tentative'),
        type: 'line',
        source,
        filter: ['all', ['==', ['get', 'part'], 'ring'], ['==', ['get', 'tentative'], true]],
        minzoom: 5.5,
        paint: { 'line-color': ink, 'line-width': byState(2.2, 1.6, 1.2), 'line-dasharray': [1.5, 2] },
      },
    ],
    marks: [
      ...symbols.marks,
      {
        id: layerName(id, 'reading'),
        type: 'circle',
        source,
        filter: isReading,
        paint: {
          'circle-radius': ringRadius(row, 'size'),
          'circle-color': ink,
          'circle-opacity': byState(0.2, 0.15, 0.06),
          'circle-stroke-color': byState(theme.focus, ink, ink),
          'circle-stroke-width': byState(3, 2.4, 1.8),
        },
      },
      {
        id: layerName(id, 'reading-low'),
        type: 'circle',
        source,
        filter: ['all', ['==', ['get', 'part'], 'point'], ['has', 'sizeLow']],
        paint: {
          'circle-radius': ringRadius(row, 'sizeLow'),
          'circle-opacity': 0,
          'circle-stroke-color': byState(theme.focus, ink, ink),
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: layerName(id, 'reading-caption'),
        type: 'symbol',
        source,
        filter: isReading,
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

import type { Feature } from 'geojson'
import type { ExpressionSpecification } from 'maplibre-gl'
import { hexagonAt } from '@/lib/geo/hexagons'
import type { Point } from '@/lib/geo/project-mercator'
import { type CaseLayerStyle, largestOf, layerName, layerSource, type MapLayer, onlyPart } from '../case-layer'
import { numberOf } from '../feature-values'
import type { MarkModule, SvgLook } from '../mark-module'
import { hexagonPath, ofPart, pointsOf, shareOf, symbolsOver, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'
import { symbolImages, symbolMarks } from './symbol'

/** From here on the points themselves are drawn; between the two the density fades. */
const POINTS_ZOOM = 9
const GONE_ZOOM = 10

/** How much of the hue each share of the greatest density has: the lowest is still seen, nothing is nothing. */
const shades = [
  [0, 0],
  [0.15, 0.18],
  [0.4, 0.4],
  [0.7, 0.65],
  [1, 0.92],
] as const

/** A hex colour with an opacity. */
function translucent(hex: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgba(${red}, ${green}, ${blue}, ${opacity})`
}

/** What a point counts for: its number as a share of the layer's largest, or, where the layer has no numbers, one. */
function weightOf(layer: MapLayer): ExpressionSpecification | number {
  return layer.size === undefined ? 1 : ['/', ['coalesce', ['get', 'size'], 0], largestOf(layer)]
}

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue } = layer
  const ink = theme.hues[hue].mark
  const points = symbolMarks({ labelFromZoom: GONE_ZOOM + 1, ...layer }, theme, { minzoom: POINTS_ZOOM })
  return {
    ground: [
      {
        id: layerName(id, 'density'),
        type: 'heatmap',
        source: layerSource(id),
        filter: onlyPart('point'),
        maxzoom: GONE_ZOOM,
        paint: {
          'heatmap-weight': weightOf(layer),
          'heatmap-color': [
            'interpolate',
            ['linear'],
            ['heatmap-density'],
            ...shades.flatMap(([share, opacity]) => [share, translucent(ink, opacity)]),
          ] as ExpressionSpecification,
          'heatmap-radius': ['interpolate', ['linear'], ['zoom'], 2, 10, 6, 20, GONE_ZOOM, 34],
          'heatmap-intensity': ['interpolate', ['linear'], ['zoom'], 2, 0.5, GONE_ZOOM, 1.6],
          'heatmap-opacity': ['interpolate', ['linear'], ['zoom'], POINTS_ZOOM, 1, GONE_ZOOM, 0],
        },
      },
    ],
    marks: points.marks,
  }
}

/** Of a hexagon of the still map, px. */
const CELL_RADIUS = 13

/** The still map's hexagons, each as full as what is in it is of the fullest; nearer, the points themselves. */
function svg(features: readonly Feature[], look: SvgLook): string {
  const { layer, theme, zoom } = look
  const points = ofPart(features, 'point')
  if (zoom >= POINTS_ZOOM) return symbolsSvg(points, look)
  const cells = new Map<string, { middle: Point; count: number }>()
  for (const feature of points) {
    const count = layer.size === undefined ? 1 : shareOf(numberOf(feature, 'size', 0), layer)
    for (const [x, y] of pointsOf(feature, look)) {
      const { key, middle } = hexagonAt([x, y], CELL_RADIUS)
      cells.set(key, { middle, count: count + (cells.get(key)?.count ?? 0) })
    }
  }
  const most = [...cells.values()].reduce((largest, { count }) => Math.max(largest, count), 0)
  return [...cells.values()]
    .filter(({ count }) => count > 0)
    .map(({ middle, count }) => {
      const opacity = 0.16 + 0.76 * Math.sqrt(count / most)
      return `<path d="${hexagonPath(middle, CELL_RADIUS - 1)}" fill="${theme.hues[layer.hue].mark}" fill-opacity="${opacity.toFixed(2)}"/>`
    })
    .join('')
}

/**
 * Density, for many: how close together points lie, or how much of a number, in the layer's hue, and from near the points
 * as symbols. What is hidden weighs nothing.
 */
export const density: MarkModule = {
  style,
  legend: () => [
    { path: hexagonPath([6, 9], 5), opacity: 0.2 },
    { path: hexagonPath([14, 9], 5), opacity: 0.5 },
    { path: hexagonPath([22, 9], 5), opacity: 0.92 },
  ],
  svg,
  highlight: (features, look) => (look.zoom < POINTS_ZOOM ? {} : symbolsOver(ofPart(features, 'point'), look)),
  images: symbolImages,
  label: () => '',
}

import type { Feature } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import type { Point } from '@/lib/geo/project-mercator'
import { type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart } from '../case-layer'
import { categoryKeys } from '../feature-values'
import { circlePath } from '../mark-image'
import type { MarkModule, SvgLook } from '../mark-module'
import { numberSvg, ofPart, pointsOf, px, symbolsOver, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'
import { symbolImages, symbolMarks } from './symbol'

/** Points nearer to each other than this stand together, px. */
const TOGETHER_PX = 44
/** From the next zoom on each point stands alone. */
const LAST_TOGETHER_ZOOM = 11

/** How many stand together, and the radius of their circle, px. */
export const clusterRadii = [
  [2, 12],
  [10, 15],
  [100, 19],
  [1000, 24],
] as const

const isTogether: FilterSpecification = ['has', 'point_count']
const isAlone: FilterSpecification = ['all', ['==', ['get', 'part'], 'point'], ['!', ['has', 'point_count']]]

/** Wider than its circle, px. */
const RING_PX = 6
const hasSelected: FilterSpecification = ['all', isTogether, ['>', ['get', 'selected'], 0]]

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue } = layer
  const ink = theme.hues[hue].mark
  const source = layerSource(id)
  const [[, smallest], ...larger] = clusterRadii
  const alone = symbolMarks(layer, theme, { filter: isAlone })
  return {
    ground: [],
    marks: [
      ...alone.marks,
      {
        id: layerName(id, 'ring'),
        type: 'circle',
        source,
        filter: hasSelected,
        paint: {
          'circle-radius': [
            'step',
            ['get', 'point_count'],
            smallest + RING_PX,
            ...larger.flatMap(([from, radius]) => [from, radius + RING_PX]),
          ],
          'circle-color': theme.halo,
          'circle-opacity': 0.9,
          'circle-stroke-color': theme.focus,
          'circle-stroke-width': 2.5,
        },
      },
      {
        id: layerName(id, 'together'),
        type: 'circle',
        source,
        filter: isTogether,
        paint: {
          'circle-radius': ['step', ['get', 'point_count'], smallest, ...larger.flat()],
          'circle-color': ink,
          'circle-stroke-color': ink,
          'circle-stroke-opacity': 0.35,
          'circle-stroke-width': 4,
        },
      },
      {
        id: layerName(id, 'count'),
        type: 'symbol',
        source,
        filter: isTogether,
        layout: {
          'text-field': ['get', 'point_count_abbreviated'],
          'text-font': [...theme.fonts.sansSemibold],
          'text-size': 13,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': theme.halo },
      },
    ],
  }
}

interface Together {
  features: Feature[]
  /** Of all of them, to be divided by their number. */
  sum: Point
}

/** Features by the cells of a grid as wide as what stands together: one pass, whatever their number. */
function gather(features: readonly Feature[], look: SvgLook): Together[] {
  const cells = new Map<string, Together>()
  for (const feature of features) {
    for (const [x, y] of pointsOf(feature, look)) {
      const key =
        look.zoom > LAST_TOGETHER_ZOOM ? `${x} ${y}` : [x, y].map((at) => Math.floor(at / TOGETHER_PX)).join(' ')
      const there = cells.get(key) ?? { features: [], sum: [0, 0] }
      there.features.push(feature)
      there.sum = [there.sum[0] + x, there.sum[1] + y]
      cells.set(key, there)
    }
  }
  return [...cells.values()]
}

function svg(features: readonly Feature[], look: SvgLook): string {
  const { theme, layer } = look
  const ink = theme.hues[layer.hue].mark
  const cells = gather(ofPart(features, 'point'), look)
  const alone = cells.flatMap((cell) => (cell.features.length === 1 ? cell.features : []))
  const together = cells.flatMap(({ features, sum }) => {
    const { length } = features
    if (length < 2) return []
    const middle: Point = [sum[0] / length, sum[1] / length]
    const [x, y] = middle.map(px)
    const [, radius] = clusterRadii.findLast(([from]) => length >= from) ?? clusterRadii[0]
    const ring = features.some(look.isSelected)
      ? `<circle cx="${x}" cy="${y}" r="${radius + RING_PX}" fill="${theme.halo}" fill-opacity=".9" stroke="${theme.focus}" stroke-width="2.5"/>`
      : ''
    return (
      `${ring}<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink}" stroke="${ink}" stroke-opacity=".35" stroke-width="4"/>` +
      numberSvg(length, middle, theme.halo, look)
    )
  })
  return symbolsSvg(alone, look) + together.join('')
}

/**
 * Clusters, for many: points that stand close together are one circle with their number, which opens by zooming; a point
 * alone is the layer's symbol, and so is one that is highlighted, wherever it stands. The source counts only points that
 * are shown and knows which of them are selected: a feature's state does not reach a circle that stands for several (see
 * components/map/layer-data.ts).
 */
export const cluster: MarkModule = {
  style,
  legend: () => [{ path: circlePath(14, 9, 8), width: 1.5, opacity: 0.4 }, { path: circlePath(14, 9, 6) }],
  svg,
  highlight: (features, look) => symbolsOver(ofPart(features, 'point'), look),
  keys: (layer) => categoryKeys(layer, () => [{ path: circlePath(14, 9, 5) }]),
  images: symbolImages,
  source: {
    cluster: true,
    clusterRadius: TOGETHER_PX,
    clusterMaxZoom: LAST_TOGETHER_ZOOM,
    clusterProperties: { selected: ['max', ['case', ['boolean', ['get', 'selected'], false], 1, 0]] },
    filter: onlyPart('point'),
  },
  label: () => '',
}

import type { Feature, Geometry, Position } from 'geojson'
import { formatNumber } from '@/lib/derive/figure-words'
import { kmPerPixel } from '@/lib/geo/camera-to-bounds'
import { clamp } from '@/lib/geo/clamp'
import {
  groundAreaKm2,
  groundHexagonAt,
  groundMiddle,
  groundRing,
  type Hexagon,
  type HexagonGrid,
} from '@/lib/geo/hexagons'
import { LAST_WORLD_ZOOM } from '../basemap-expressions'
import { type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart } from '../case-layer'
import { numberOf, opacityOf, rampKeys, rampOpacity, textOf } from '../feature-values'
import type { MarkStroke } from '../mark-image'
import type { LegendKey, MarkModule, SvgLook } from '../mark-module'
import { hexagonPath, numberSvg, ofPart, symbolsOver, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'
import { isFull, numberLook } from './numbers'
import { symbolImages, symbolMarks } from './symbol'

/** Where nothing else is said; the schema asks for it. */
const SOME_KM = 50

function gridOf({ cellKm = SOME_KM, gridMiddle = [0, 0] }: MapLayer): HexagonGrid {
  return { acrossKm: cellKm, middle: gridMiddle }
}

/** The zoom at which a hexagon is so many px wide, no nearer than the map of the world comes. */
function zoomAtWidth(layer: MapLayer, width: number): number {
  const { acrossKm, middle } = gridOf(layer)
  return clamp(Math.log2((width * kmPerPixel(0, middle[1])) / acrossKm), 0, LAST_WORLD_ZOOM - 1)
}

/** From this width on its number stands in a hexagon; from this one on its points are seen, and soon nothing else. */
const NUMBER_PX = 34
const POINTS_PX = 220

const firstPoint = ({ geometry }: Feature): Position | undefined => {
  if (geometry.type === 'Point') return geometry.coordinates
  return geometry.type === 'MultiPoint' ? geometry.coordinates[0] : undefined
}

interface Cell {
  hexagon: Hexagon
  /** How many points lie in it or, where the ramp has a property, the sum of theirs; of none that has one, nothing. */
  value: number | undefined
}

/** The hexagons that anything lies in. A place counts once, however many points it has. */
function cellsOf(points: readonly Feature[], layer: MapLayer): Cell[] {
  const grid = gridOf(layer)
  const sums = layer.ramp?.property !== undefined
  const counted = new Set<string>()
  const cells = new Map<string, Cell>()
  for (const point of points) {
    const [at, place] = [firstPoint(point), textOf(point, 'key')]
    if (at === undefined || at.some((each) => !Number.isFinite(each)) || counted.has(place)) continue
    if (place !== '') counted.add(place)
    const hexagon = groundHexagonAt(at, grid)
    const own = sums ? numberOf(point, 'value', Number.NaN) : 1
    const before = cells.get(hexagon.key)?.value
    cells.set(hexagon.key, { hexagon, value: Number.isNaN(own) ? before : (before ?? 0) + own })
  }
  return [...cells.values()]
}

/** A hexagon as what the map draws, with the point of its number where it has one: text on an area stands once a tile. */
function cellFeatures({ hexagon, value }: Cell, layer: MapLayer): [Feature, ...Feature[]] {
  const grid = gridOf(layer)
  const properties = { cell: true, layer: layer.id, ...(value === undefined ? {} : { value }) }
  const of = (part: string, geometry: Geometry): Feature => ({
    type: 'Feature',
    geometry,
    properties: { ...properties, part, key: `${part} ${hexagon.key}` },
  })
  const area = of('cell', { type: 'Polygon', coordinates: [groundRing(hexagon, grid)] })
  if (value === undefined) return [area]
  const number = of('label', { type: 'Point', coordinates: groundMiddle(hexagon, grid) })
  return [area, { ...number, properties: { ...number.properties, text: formatNumber(value) } }]
}

function gather(points: readonly Feature[], layer: MapLayer): Feature[] {
  return cellsOf(ofPart(points, 'point'), layer).flatMap((cell) => cellFeatures(cell, layer))
}

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue, ramp } = layer
  const { mark } = theme.hues[hue]
  const source = layerSource(id)
  const near = zoomAtWidth(layer, POINTS_PX)
  const cells = { source, filter: onlyPart('cell'), maxzoom: Math.min(24, near + 1) }
  return {
    ground: [
      {
        ...cells,
        id: layerName(id, 'cells'),
        type: 'fill',
        paint: { 'fill-color': mark, 'fill-opacity': ramp === undefined ? 0 : rampOpacity(ramp) },
      },
      {
        ...cells,
        id: layerName(id, 'edges'),
        type: 'line',
        paint: { 'line-color': mark, 'line-width': 0.8, 'line-opacity': 0.55 },
      },
    ],
    marks: symbolMarks({ labelFromZoom: near + 1, ...layer }, theme, { minzoom: near }).marks,
    // A number stands for what nobody sees singly: names give way to it.
    obstacles: [
      {
        ...cells,
        id: layerName(id, 'numbers'),
        type: 'symbol',
        filter: onlyPart('label'),
        minzoom: zoomAtWidth(layer, NUMBER_PX),
        ...numberLook(layer, theme),
      },
    ],
  }
}

/** A hexagon of the still map, with its number where that fits. */
function cellSvg(cell: Cell, look: SvgLook): string {
  const { layer, theme, zoom } = look
  const d = look.path(cellFeatures(cell, layer)[0].geometry, true)
  if (d === '') return ''
  const { mark, text } = theme.hues[layer.hue]
  const { hexagon, value = Number.NaN } = cell
  const opacity = layer.ramp === undefined ? 0 : opacityOf(layer.ramp, value)
  const drawn = `<path d="${d}" fill="${mark}" fill-opacity="${opacity}" stroke="${mark}" stroke-opacity=".55" stroke-width=".8"/>`
  const at = look.at(groundMiddle(hexagon, gridOf(layer)))
  if (at === null || Number.isNaN(value) || zoom < zoomAtWidth(layer, NUMBER_PX)) return drawn
  return drawn + numberSvg(Math.round(value * 10) / 10, at, isFull(opacity) ? theme.halo : text, look)
}

function svg(features: readonly Feature[], look: SvgLook): string {
  const points = ofPart(features, 'point')
  if (look.zoom >= zoomAtWidth(look.layer, POINTS_PX) + 1) return symbolsSvg(points, look)
  const cells = cellsOf(points, look.layer).map((cell) => cellSvg(cell, look))
  return cells.join('') + symbolsSvg(points.filter(look.isSelected), look)
}

const keyPath = hexagonPath([14, 9], 8)

/** Three that touch, each fuller than the one before. */
function legend(): MarkStroke[] {
  const all = [
    { path: hexagonPath([8.5, 5.8], 5.2), opacity: 0.25 },
    { path: hexagonPath([17.5, 5.8], 5.2), opacity: 0.55 },
    { path: hexagonPath([13, 13.2], 5.2), opacity: 0.92 },
  ]
  return [...all, ...all.map(({ path }) => ({ path, width: 0.8 }))]
}

function keys(layer: MapLayer): LegendKey[] {
  const cell = { strokes: [{ path: keyPath, width: 1.2 }], hue: layer.hue }
  return [...rampKeys(layer, keyPath), { id: 'cell', ...cell, says: { cellKm2: groundAreaKm2(gridOf(layer)) } }]
}

/**
 * Hexagons, for many: each covers as much ground as any other, and is filled by how many of the points that are shown lie
 * in it, or by a sum of theirs; from near the points themselves as symbols. A place that is highlighted has its symbol
 * wherever it stands.
 */
export const hexagon: MarkModule = {
  style,
  legend,
  svg,
  highlight: (features, look) => symbolsOver(ofPart(features, 'point'), look),
  keys,
  images: symbolImages,
  gather,
  label: () => '',
}

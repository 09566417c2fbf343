import type { Feature, Geometry, Position } from 'geojson'
import type { FilterSpecification } from 'maplibre-gl'
import { formatRate, unitRate } from '@/lib/derive/unit-rate'
import { outlineLines } from '@/lib/geo/outline-lines'
import { type CaseLayerStyle, layerName, layerSource, type MapLayer, onlyPart } from '../case-layer'
import { numberOf, opacityOf, rampKeys, rampOpacity, textOf } from '../feature-values'
import { type MarkStroke, markImage } from '../mark-image'
import type { LegendKey, MarkModule, SvgLook } from '../mark-module'
import { numberSvg, ofPart, strokeSvg, symbolsOver, symbolsSvg } from '../svg-marks'
import type { Theme } from '../theme'
import { area } from './area'
import { isFull, numberLook } from './numbers'
import { symbolImages, symbolMarks } from './symbol'

/** From this zoom on its points are seen, and soon nothing else. */
const POINTS_ZOOM = 8
/** From this width on its number stands in a unit, px. */
const NUMBER_PX = 34
const WORLD_PX = 512

interface Cell {
  unit: Feature
  code: string
  /** How many places lie in it. */
  count: number
  /** What the places' numbers add up to; undefined where there are none. */
  sum: number | undefined
  /** What it is filled by; undefined where nobody says how many people live in it, or what the places' numbers are. */
  value: number | undefined
}

/** The units that anything lies in. A place counts once, however many points it has. */
function cellsOf(features: readonly Feature[], layer: MapLayer): Cell[] {
  const sums = layer.ramp?.property !== undefined
  const counted = new Set<string>()
  const tallies = new Map<string, { count: number; sum: number | undefined }>()
  for (const point of ofPart(features, 'point')) {
    const [code, place] = [textOf(point, 'unit'), textOf(point, 'key')]
    if (code === '' || counted.has(place)) continue
    if (place !== '') counted.add(place)
    const { count, sum } = tallies.get(code) ?? { count: 0, sum: undefined }
    const own = sums ? numberOf(point, 'value', Number.NaN) : 1
    tallies.set(code, { count: count + 1, sum: Number.isNaN(own) ? sum : (sum ?? 0) + own })
  }
  return ofPart(features, 'unit').flatMap((unit) => {
    const code = textOf(unit, 'unit')
    const tally = tallies.get(code)
    if (tally === undefined) return []
    const areaKm2 = numberOf(unit, 'areaKm2', Number.NaN)
    const value = tally.sum === undefined ? undefined : unitRate(tally.sum, layer.units ?? {}, { code, areaKm2 })
    return [{ unit, code, ...tally, value }]
  })
}

/** The zoom from which on a unit is wide enough for its number. */
function numberZoom(unit: Feature): number {
  const width = numberOf(unit, 'widthDegrees', 0)
  return width > 0 ? Math.log2((NUMBER_PX * 360) / (WORLD_PX * width)) : POINTS_ZOOM
}

function middleOf({ properties }: Feature): Position | null {
  const middle: unknown = properties?.middle
  const isPosition = Array.isArray(middle) && middle.length === 2 && middle.every(Number.isFinite)
  return isPosition ? middle : null
}

/** The sides of a unit, less where it is cut at 180°. */
function edgesOf({ geometry }: Feature): Geometry {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  return { type: 'MultiLineString', coordinates: polygons.flatMap(outlineLines) }
}

/** A unit as what the map draws: its area, its edge, and the point of its number where it has one. */
function cellFeatures({ unit, code, count, sum, value }: Cell, layer: MapLayer): Feature[] {
  const number = { ...(value === undefined ? {} : { value }), ...(sum === undefined ? {} : { number: sum }) }
  const own = { cell: true, unit: code, areaKm2: unit.properties?.areaKm2, name: unit.properties?.name }
  const of = (part: string, geometry: Geometry, more = {}): Feature => ({
    type: 'Feature',
    geometry,
    properties: { ...own, layer: layer.id, part, key: `${part} ${code}`, count, ...number, ...more },
  })
  const middle = middleOf(unit)
  const cell = [of('cell', unit.geometry), of('line', edgesOf(unit))]
  if (value === undefined || middle === null) return cell
  const written = { text: formatRate(value), fromZoom: numberZoom(unit) }
  return [...cell, of('label', { type: 'Point', coordinates: middle }, written)]
}

function gather(features: readonly Feature[], layer: MapLayer): Feature[] {
  return cellsOf(features, layer).flatMap((cell) => cellFeatures(cell, layer))
}

function style(layer: MapLayer, theme: Theme): CaseLayerStyle {
  const { id, hue, ramp } = layer
  const { mark } = theme.hues[hue]
  const cells = { source: layerSource(id), maxzoom: POINTS_ZOOM + 1 }
  const isUnknown: FilterSpecification = ['all', ['==', ['get', 'part'], 'cell'], ['!', ['has', 'value']]]
  const hasRoom: FilterSpecification = [
    'all',
    ['==', ['get', 'part'], 'label'],
    ['>=', ['zoom'], ['to-number', ['get', 'fromZoom']]],
  ]
  return {
    ground: [
      {
        ...cells,
        id: layerName(id, 'cells'),
        type: 'fill',
        filter: onlyPart('cell'),
        paint: { 'fill-color': mark, 'fill-opacity': ramp === undefined ? 0 : rampOpacity(ramp) },
      },
      {
        ...cells,
        id: layerName(id, 'unknown'),
        type: 'fill',
        filter: isUnknown,
        paint: { 'fill-pattern': markImage('hatch-45', hue, theme) },
      },
      {
        ...cells,
        id: layerName(id, 'edges'),
        type: 'line',
        filter: onlyPart('line'),
        paint: { 'line-color': mark, 'line-width': 0.8, 'line-opacity': 0.7 },
      },
    ],
    marks: symbolMarks({ labelFromZoom: POINTS_ZOOM + 1, ...layer }, theme, { minzoom: POINTS_ZOOM }).marks,
    // A number stands for what nobody sees singly: names give way to it.
    obstacles: [
      {
        ...cells,
        id: layerName(id, 'numbers'),
        type: 'symbol',
        filter: hasRoom,
        ...numberLook(layer, theme),
      },
    ],
  }
}

/** A unit of the still map, with its number where that fits. */
function cellSvg({ unit, value }: Cell, look: SvgLook): string {
  const { layer, theme, zoom } = look
  const d = look.path(unit.geometry)
  if (d === '') return ''
  const { mark, text } = theme.hues[layer.hue]
  const opacity = layer.ramp === undefined || value === undefined ? 0 : opacityOf(layer.ramp, value)
  const fill = value === undefined ? `fill="url(#hatch-45-${layer.hue})"` : `fill="${mark}" fill-opacity="${opacity}"`
  const edge = strokeSvg(look.path(edgesOf(unit)), mark, 0.8, ' stroke-opacity=".7"')
  const drawn = `<path d="${d}" ${fill} fill-rule="evenodd"/>${edge}`
  const middle = middleOf(unit)
  const at = middle === null ? null : look.at(middle)
  if (at === null || value === undefined || zoom < numberZoom(unit)) return drawn
  return drawn + numberSvg(formatRate(value), at, isFull(opacity) ? theme.halo : text, look)
}

function svg(features: readonly Feature[], look: SvgLook): string {
  const points = ofPart(features, 'point')
  if (look.zoom >= POINTS_ZOOM + 1) return symbolsSvg(points, look)
  const cells = cellsOf(features, look.layer).map((cell) => cellSvg(cell, look))
  return cells.join('') + symbolsSvg(points.filter(look.isSelected), look)
}

/** What a unit looks like in a legend, and three that touch. */
const keyPath = 'M3 4 11 2.5 18 4l7-1-1.5 6.5 1 6-8.5-.5-6 1L3.5 15Z'
const parts = [
  'M2.5 3.5 10 2.5 11 9l-1.5 6.5-7-1Z',
  'M10 2.5l8 1L17 10l-6-1Z',
  'M18 3.5l7.5-1v13l-16 0L11 9l6 1Z',
] as const

function legend(): MarkStroke[] {
  const [light, middle, full] = parts
  const filled = [
    { path: light, opacity: 0.25 },
    { path: middle, opacity: 0.55 },
    { path: full, opacity: 0.92 },
  ]
  return [...filled, ...parts.map((path) => ({ path, width: 0.8 }))]
}

function keys(layer: MapLayer): LegendKey[] {
  const { hue, units = {}, uncounted = 0 } = layer
  const edge = { strokes: [{ path: keyPath, width: 1.2 }], hue }
  const steps = rampKeys(layer, keyPath).map((key): LegendKey => {
    if (key.says === 'unknown' && units.per === 'population')
      return {
        ...key,
        strokes: area.legend({ ...layer, mark: 'area', pattern: 'hatch-45', ramp: undefined }),
        says: 'noPopulation',
      }
    return typeof key.says === 'object' && !('name' in key.says)
      ? { ...key, says: { ...key.says, per: units.per } }
      : key
  })
  return [
    ...steps,
    ...(uncounted > 0 ? [{ id: 'uncounted', ...edge, says: { uncounted } }] : []),
    ...(units.population === undefined
      ? []
      : [{ id: 'population', ...edge, says: { population: units.population.source } }]),
  ]
}

/**
 * A choropleth: countries or their parts, filled by how many of the points that are shown lie in each, or by a sum of
 * theirs, as it is or per area or head of population; from near the points themselves as symbols.
 */
export const choropleth: MarkModule = {
  style,
  legend,
  svg,
  highlight: (features, look) => symbolsOver(ofPart(features, 'point'), look),
  keys,
  images: (layer) => [...(symbolImages(layer) ?? []), { shape: 'hatch-45', hue: layer.hue }],
  gather,
  label: () => '',
}

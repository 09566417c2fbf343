import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import fc from 'fast-check'
import type { Feature, Geometry } from 'geojson'
import { expect } from 'vitest'
import type { Point } from '@/lib/geo/project-mercator'
import { buildStyle } from '@/lib/map/build-style'
import { layerSource, type MapLayer } from '@/lib/map/case-layer'
import { legendKeys, legendRow } from '@/lib/map/legend-marks'
import type { Highlight, SvgLook } from '@/lib/map/mark-module'
import { marks } from '@/lib/map/marks'
import { type Theme, themes } from '@/lib/map/theme'
import { svgPath } from '@/lib/server/svg-path'

/** A layer as a case might describe it. */
export function layerOf(mark: MapLayer['mark'], more: Partial<MapLayer> = {}): MapLayer {
  return { id: 'things', name: 'Things', mark, hue: 'azure', ...more }
}

export function styleOf(layer: MapLayer, theme: Theme = themes.light, scale = 1) {
  return buildStyle({
    origin: 'http://localhost',
    basemapVersion: 'b',
    caseId: 'case',
    layers: [{ ...layer, version: 'v' }],
    visible: [layer.id],
    theme,
    scale,
    schematicWords: 'schematic',
  })
}

/** The layers of the style that draw the case's layer. */
export function drawnBy(layer: MapLayer, theme: Theme = themes.light) {
  return styleOf(layer, theme).layers.filter((each) => 'source' in each && each.source === layerSource(layer.id))
}

/** In both themes, on a desk and on a large display; every image that it names is there to be drawn. */
export function expectValidStyle(layer: MapLayer): void {
  for (const theme of Object.values<Theme>(themes)) {
    for (const scale of [1, 1.6]) {
      const style = styleOf(layer, theme, scale)
      const faults = validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' })
      expect(faults.map(({ message }) => message)).toEqual([])
    }
    const { metadata, layers } = styleOf(layer, theme)
    const named = JSON.stringify(layers.filter((each) => 'source' in each && each.source === layerSource(layer.id)))
    const ids = metadata.images.map(({ id }) => id)
    for (const [, name = ''] of named.matchAll(/"([^"/]+\/[^":]+\/(?:light|dark))"/g)) expect(ids).toContain(name)
  }
}

export function feature(geometry: Geometry, properties: Record<string, unknown>): Feature {
  return { type: 'Feature', geometry, properties: { place: 'p', key: 'p', name: 'Place', ...properties } }
}

export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] })

export const square: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 10],
      [60, 10],
      [60, 60],
      [10, 60],
      [10, 10],
    ],
  ],
}

export const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [10, 10],
    [10.2, 10.1],
    [10.4, 10.3],
    [80, 60],
  ],
}

/** A look on a drawing of 100 by 100 px on which a degree is a px. */
function lookOn(layer: MapLayer, more: Partial<SvgLook> = {}): SvgLook {
  const project = ([x = 0, y = 0]: readonly number[]): Point => [x, y]
  const frame = { left: 0, top: 0, right: 100, bottom: 100 }
  return {
    layer,
    theme: themes.light,
    zoom: 5,
    isSelected: () => false,
    path: (geometry, everyVertex = false) => svgPath(geometry, project, frame, everyVertex ? 0 : 0.5),
    at: ([x = 0, y = 0]) => (x < 0 || y < 0 || x > 100 || y > 100 ? null : [x, y]),
    ...more,
  }
}

export function svgOf(layer: MapLayer, features: readonly Feature[], more: Partial<SvgLook> = {}): string {
  return marks[layer.mark].svg(features, lookOn(layer, more))
}

/** What lies over the live map where features are selected or, if not, hovered. */
export function highlightOf(layer: MapLayer, features: readonly Feature[], more: Partial<SvgLook> = {}): Highlight {
  return marks[layer.mark].highlight(features, { ...lookOn(layer, more), scale: 1 })
}

/** The legend's line of a layer and those under it. */
export function legendOf(layer: MapLayer) {
  return { row: legendRow(layer), keys: legendKeys(layer) }
}

const parts = ['area', 'label', 'line', 'arc', 'course', 'head', 'ring', 'point', 'name', 'accuracy', 7, null]
const keys = [
  'category',
  'value',
  'size',
  'sizeLow',
  'along',
  'bearing',
  'undivided',
  'schematic',
  'tentative',
  'doubtful',
  'precedent',
]
const words = ['caption', 'detail', 'name', 'borderBearing', 'place', 'water']
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    '0',
    '1',
    '__proto__',
    -1,
    0,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    [],
    {},
  ),
  fc.jsonValue(),
)

/** Whatever stands in the properties of whatever is drawn, the SVGs are drawn, and no value of them is none. */
export function expectNoHarm(layer: MapLayer): void {
  const properties = fc.record(
    Object.fromEntries([
      ['part', fc.constantFrom(...parts)],
      ...[...keys, ...words].map((key) => [key, anything] as const),
    ]),
    { requiredKeys: [] },
  )
  const geometry = fc.constantFrom<Geometry>(
    point(50, 50),
    point(500, 50),
    { type: 'MultiPoint', coordinates: [] },
    line,
    square,
    { type: 'GeometryCollection', geometries: [] },
  )
  const drawn = fc.record({ type: fc.constant('Feature' as const), geometry, properties: fc.option(properties) })
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 6 }), fc.double({ min: 0, max: 22, noNaN: true }), (features, zoom) => {
      const lit = [true, false].map((selected) => highlightOf(layer, features, { zoom, isSelected: () => selected }))
      expect(svgOf(layer, features, { zoom })).not.toMatch(/NaN|Infinity|undefined|\[object/)
      expect(JSON.stringify(lit)).not.toMatch(/NaN|Infinity|undefined|\[object/)
      for (const each of features) expect(marks[layer.mark].label?.(each) ?? '').toBeTypeOf('string')
    }),
    { numRuns: 60 },
  )
}

/** How light a colour is without its hue, 0 to 1, laid over a ground as thickly as `opacity` says. */
export function lightness(hex: string, opacity = 1, ground = '#f1ede4'): number {
  const grey = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  return grey(hex) * opacity + grey(ground) * (1 - opacity)
}

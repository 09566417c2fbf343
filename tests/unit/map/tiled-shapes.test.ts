import { featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { countTiled, everyTile, type TileQuery } from '@/lib/derive/time-bins'
import { buildStyle } from '@/lib/map/build-style'
import { marks } from '@/lib/map/marks'
import { themes } from '@/lib/map/theme'
import { type TiledLayer, tiledChanges } from '@/lib/map/tiled-layers'

const layer = {
  id: 'fields',
  name: 'Fields',
  mark: 'area',
  hue: 'slate',
  pattern: 'fill',
  source: 'tiles/fields.pmtiles',
  version: '0123456789ab',
  categories: { property: 'kind', values: [{ value: 'Flood', name: 'Flood', hue: 'azure', pattern: 'hatch-45' }] },
  tiles: {
    version: '0123456789ab',
    count: 3,
    bounds: [0, 40, 20, 60],
    maxZoom: 9,
    shapes: 'area',
    counts: [2, 1],
    time: { unit: 'month', first: '2030-01-01', count: 3 },
    started: [
      [1, 0, 1],
      [0, 1, 0],
    ],
  },
} satisfies TiledLayer & { version: string }

const shapes = [
  { row: 0, category: '0', start: 0, end: 0 },
  { row: 1, category: '0', start: 2, end: 2 },
  { row: 2, category: '1', start: 1, end: 1 },
]

const styleOf = (own: TiledLayer & { version: string }) =>
  buildStyle({
    origin: 'http://localhost',
    basemapVersion: 'x',
    caseId: 'a-case',
    layers: [own],
    visible: [own.id],
    theme: themes.light,
    scale: 1,
    schematicWords: 'schematic',
  })

const queries: TileQuery[] = [
  everyTile,
  { bins: { from: 0, to: 1 }, categories: null },
  { bins: { from: 2, to: 2 }, categories: [0] },
  { bins: null, categories: [1] },
  { bins: null, categories: [] },
  { ...everyTile, none: true },
]

describe('lines and areas on tiles', () => {
  it.each(queries)('are as many as the legend counts, as areas and as dots: %j', (query) => {
    for (const [what, part] of [
      ['outline', 'area'],
      ['dot', 'point'],
    ]) {
      const filter = tiledChanges(layer, query, 1).find(({ id }) => id.endsWith(`/${what}`))?.filter
      const passes = ({ ...properties }) =>
        featureFilter(filter as never, 'filter').filter({ zoom: 5 }, { type: 3, properties } as never)
      expect(shapes.filter((shape) => passes({ ...shape, part })).length).toBe(countTiled(layer.tiles, query))
      expect(shapes.filter((shape) => passes({ ...shape, part: 'label' })).length).toBe(0)
    }
  })

  it.each(['area', 'line'] as const)('are drawn by filters that the style takes, and have no names: %s', (mark) => {
    const { pattern: _, ...others } = layer
    const categories = { property: 'kind', values: [{ value: 'Flood', name: 'Flood', hue: 'azure' as const }] }
    const own = mark === 'area' ? layer : { ...others, mark, categories }
    const style = styleOf(own)
    const drawn = style.layers.filter(({ id }) => id.startsWith('case:fields/'))
    expect(drawn.map(({ type }) => type)).not.toContain('symbol')
    expect(drawn.every((each) => 'source-layer' in each && each['source-layer'] === 'shapes')).toBe(true)
    for (const query of queries) {
      for (const { id, filter } of tiledChanges(own, query, 1))
        Object.assign(style.layers.find((each) => each.id === id) ?? {}, { filter })
      expect(validateStyleMin(style)).toEqual([])
    }
  })

  it('have the hues of their categories, lines as well, and a line of the legend for each', () => {
    const { pattern: _, ...others } = layer
    const categories = { property: 'kind', values: [{ value: 'Flood', name: 'Flood', hue: 'azure' as const }] }
    const line = { ...others, mark: 'line' as const, categories }
    const stroke = styleOf(line).layers.find(({ id }) => id === 'case:fields/line')
    expect(JSON.stringify(stroke?.paint)).toContain(themes.light.hues.azure.mark)
    expect(marks.line.keys?.(line).map(({ hue }) => hue)).toEqual(['azure'])
  })
})

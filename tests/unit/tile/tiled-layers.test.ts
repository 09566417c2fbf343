import { createPropertyExpression, featureFilter, latest, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { Tally, tallyProperties, UNDATED } from '@/lib/command/tile/tally'
import { countTiled, everyTile, type TileQuery } from '@/lib/derive/time-bins'
import { buildStyle } from '@/lib/map/build-style'
import { themes } from '@/lib/map/theme'
import { drawTiled, type TiledChange, type TiledLayer, tiledChanges } from '@/lib/map/tiled-layers'

const shape = { categories: 3, bins: 5 }
/** Twelve circles of points, and as many single points, as tiles have them. */
const points = Array.from({ length: 400 }, (_, index) => {
  const start = index % 11 === 0 ? UNDATED : index % 5
  const end = start === UNDATED ? UNDATED : Math.min(4, start + (index % 7 === 0 ? 2 : 0))
  return { group: index % 12, category: index % 3, start, end }
})
const circles = Array.from({ length: 12 }, (_, group) => {
  const tally = new Tally(shape)
  for (const point of points.filter((each) => each.group === group)) tally.add(point.category, point.start, point.end)
  return tallyProperties(tally, shape)
})
const whole = new Tally(shape)
for (const { category, start, end } of points) whole.add(category, start, end)
const read = [0, 1, 2].map((category) => whole.read(category))

const layer = {
  id: 'incidents',
  name: 'Incidents',
  mark: 'cluster',
  hue: 'slate',
  source: 'tiles/incidents.pmtiles',
  version: '0123456789ab',
  tiles: {
    version: '0123456789ab',
    count: points.length,
    bounds: [0, 40, 20, 60],
    maxZoom: 9,
    counts: read.map(({ count }) => count),
    time: { unit: 'month', first: '2030-01-01', count: 5 },
    started: read.map(({ started }) => started),
    ended: read.map(({ ended }) => ended),
  },
} satisfies TiledLayer & { version: string }

const change = (query: TileQuery, what: string): TiledChange => {
  const found = tiledChanges(layer, query, 1).find(({ id }) => id.endsWith(`/${what}`))
  if (found === undefined) throw new Error(`nothing changes of ${what}`)
  return found
}
const featureOf = (properties: object) => ({ type: 1 as const, properties: { ...properties } })
const passes = (filter: unknown, properties: object) =>
  featureFilter(filter as never, 'filter').filter({ zoom: 5 }, featureOf(properties) as never)

/** The number that a circle shows. */
function shownAt(query: TileQuery, properties: object): number {
  const { filter, layout } = change(query, 'count')
  if (!passes(filter, properties)) return 0
  const made = createPropertyExpression(
    layout?.['text-field'],
    'text-field',
    latest.layout_symbol['text-field'] as never,
  )
  if (made.result !== 'success') throw new Error('no expression')
  return Number(String(made.value.evaluate({ zoom: 5 }, featureOf(properties) as never)).replaceAll(',', ''))
}

const queries: TileQuery[] = [
  everyTile,
  { bins: { from: 0, to: 0 }, categories: null },
  { bins: { from: 1, to: 3 }, categories: null },
  { bins: { from: 4, to: 4 }, categories: [0, 2] },
  { bins: null, categories: [1] },
  { bins: null, categories: [] },
  { ...everyTile, none: true },
]

describe('a layer of tiles', () => {
  it.each(queries)('shows circles whose numbers come to what the legend counts: %j', (query) => {
    const shown = circles.reduce((sum, circle) => sum + shownAt(query, circle), 0)
    expect(shown).toBe(countTiled(layer.tiles, query))
  })

  it.each(queries)('shows as many single points as the legend counts: %j', (query) => {
    const { filter } = change(query, 'mark')
    const alone = points.map(({ category, start, end }, row) => ({ row, category: String(category), start, end }))
    expect(alone.filter((point) => passes(filter, point)).length).toBe(countTiled(layer.tiles, query))
  })

  it.each([
    [9_999, '9,999'],
    [10_953, '11k'],
    [999_499, '999k'],
    [1_249_000, '1.2M'],
  ])('writes %i as %s', (n, text) => {
    const { layout } = change(everyTile, 'count')
    const made = createPropertyExpression(
      layout?.['text-field'],
      'text-field',
      latest.layout_symbol['text-field'] as never,
    )
    expect(made.result === 'success' && String(made.value.evaluate({ zoom: 5 }, featureOf({ n }) as never))).toBe(text)
  })

  it('is drawn by filters that the style takes, before and after it is asked for less', () => {
    const input = {
      origin: 'http://localhost',
      basemapVersion: 'x',
      caseId: 'a-case',
      layers: [layer],
      visible: ['incidents'],
      theme: themes.light,
      scale: 1,
      schematicWords: 'schematic',
    }
    const style = buildStyle(input)
    for (const query of queries)
      for (const { id, filter, layout, paint } of tiledChanges(layer, query, 1.6)) {
        const own = style.layers.find((each) => each.id === id)
        Object.assign(own ?? {}, { filter, layout: { ...own?.layout, ...layout }, paint: { ...own?.paint, ...paint } })
        expect(validateStyleMin(style)).toEqual([])
      }
  })

  it('has its tiles from our own server, with the version that they have', () => {
    const { sources } = buildStyle({
      origin: 'http://localhost',
      basemapVersion: 'x',
      caseId: 'a-case',
      layers: [layer],
      visible: ['incidents'],
      theme: themes.light,
      scale: 1,
      schematicWords: '',
    })
    expect(sources['case:incidents']).toMatchObject({
      type: 'vector',
      tiles: ['http://localhost/api/cases/a-case/layers/incidents/{z}/{x}/{y}?v=0123456789ab'],
      maxzoom: 9,
    })
  })

  it('weighs circles by their points where its mark is density, and draws nothing that tiles do not carry', () => {
    const { ground, marks } = drawTiled({ ...layer, mark: 'density' }, themes.dark)
    expect([...ground, ...marks].map(({ id, type }) => [id, type])).toEqual([
      ['case:incidents/density', 'heatmap'],
      ['case:incidents/mark', 'symbol'],
    ])
  })
})

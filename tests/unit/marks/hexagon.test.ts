import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { marks } from '@/lib/map/marks'
import {
  drawnBy,
  expectNoHarm,
  expectValidStyle,
  feature,
  highlightOf,
  layerOf,
  legendOf,
  point,
  styleOf,
  svgOf,
} from './mark-kit'

const layer = layerOf('hexagon', { cellKm: 200, gridMiddle: [30, 50], ramp: { steps: [2, 5, 10], unit: 'attacks' } })
const summed = layerOf('hexagon', { cellKm: 200, gridMiddle: [30, 50], ramp: { property: 'dead', steps: [10] } })

const at = (key: string, lng: number, lat: number, more: Record<string, unknown> = {}): Feature =>
  feature(point(lng, lat), { part: 'point', place: key, key, ...more })
const many = (count: number, lng: number, lat: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => at(`${lng} ${index}`, lng + index / 10_000, lat, more))
const gathered = (features: readonly Feature[], of = layer) => marks.hexagon.gather?.(features, of) ?? []
const cells = (features: readonly Feature[], of = layer) =>
  gathered(features, of).filter(({ properties }) => properties?.part === 'cell')
const values = (features: readonly Feature[], of = layer) =>
  cells(features, of).map(({ properties }) => properties?.value)

describe('the mark of hexagons', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, summed, layerOf('hexagon')]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('counts the places that lie in each, every place once', () => {
    const places = [...many(3, 30, 48), ...many(2, 40, 48)]
    expect(values(places)).toEqual([3, 2])
    const twice = [at('a', 30, 48), at('a', 31, 48), at('b', 30, 48)]
    expect(values(twice)).toEqual([2])
    const several = feature(
      {
        type: 'MultiPoint',
        coordinates: [
          [30, 48],
          [45, 48],
        ],
      },
      { part: 'point', key: 'c' },
    )
    expect(values([several])).toEqual([1])
  })

  it('adds up a property, and says nothing of places that have none', () => {
    expect(values([at('a', 30, 48, { value: 7 }), at('b', 30, 48), at('c', 30, 48, { value: 2.5 })], summed)).toEqual([
      9.5,
    ])
    expect(values([at('a', 30, 48)], summed)).toEqual([undefined])
  })

  it('is areas of the ground about its places, that are no places themselves', () => {
    const [cell, number, ...others] = gathered(many(1200, 30, 48))
    expect(others).toEqual([])
    expect(cell?.geometry.type).toBe('Polygon')
    const key = expect.stringMatching(/^cell /)
    expect(cell?.properties).toEqual({ part: 'cell', cell: true, key, layer: 'things', value: 1200 })
    // Its number stands once, in its middle, as numbers are written on the map.
    expect(number?.geometry.type).toBe('Point')
    expect(number?.properties).toMatchObject({ part: 'label', cell: true, value: 1200, text: '1,200' })
    expect(gathered([at('a', 30, 48)], summed)).toHaveLength(1)
    expect(gathered([feature(point(30, 48), { part: 'accuracy' })])).toEqual([])
  })

  it('gathers ten thousand in linear time', () => {
    const places = Array.from({ length: 10_000 }, (_, index) =>
      at(String(index), 20 + (index % 100) / 10, 45 + index / 2000),
    )
    const sum = values(places).reduce((all: number, value) => all + Number(value), 0)
    expect(sum).toBe(10_000)
  })

  it('is filled by its steps, with its number where there is room, until its points are seen', () => {
    const layers = drawnBy(layer)
    const of = (what: string) => layers.find(({ id }) => id === `case:things/${what}`)
    const [cells, numbers, symbols] = [of('cells'), of('numbers'), layers.find(({ id }) => id.endsWith('/symbol'))]
    expect(JSON.stringify(cells?.paint)).toContain('["step",["get","value"],0.12,2,0.39,5,0.65,10,0.92]')
    expect(numbers?.minzoom).toBeLessThan(cells?.maxzoom ?? 0)
    expect(
      layers.filter(({ minzoom, id }) => minzoom !== undefined && !id.endsWith('/numbers')).length,
    ).toBeGreaterThan(0)
    expect(symbols?.minzoom ?? cells?.maxzoom).toBeLessThanOrEqual(cells?.maxzoom ?? 0)
    // Half as wide, they are as large on the screen one zoom nearer.
    const half = drawnBy({ ...layer, cellKm: 100 }).find(({ id }) => id.endsWith('/numbers'))
    expect((half?.minzoom ?? 0) - (numbers?.minzoom ?? 0)).toBeCloseTo(1)
    expect(styleOf(layer).sources['case:things']).not.toHaveProperty('cluster')
  })

  it('is the same on the still map: a filling, a number, from near the points', () => {
    const places = [...many(12, 30, 48), at('z', 60, 48)]
    const svg = svgOf(layer, places, { zoom: 6 })
    expect([...svg.matchAll(/fill-opacity="([\d.]+)"/g)].map(([, each]) => each)).toEqual(['0.92', '0.12'])
    expect(svg).toContain('>12</text>')
    expect(svgOf(layer, places, { zoom: 2 })).not.toContain('<text')
    expect(svgOf(layer, places, { zoom: 12 }).match(/<use/g)).toHaveLength(13)
    expect(svgOf(summed, [at('a', 30, 48)], { zoom: 6 })).toContain('fill-opacity="0"')
  })

  it('comes to its points before the map of the world ends, however small it is', () => {
    const symbols = drawnBy({ ...layer, cellKm: 1 }).filter(
      ({ type, id }) => type === 'symbol' && !id.endsWith('/numbers'),
    )
    expect(symbols.every(({ minzoom = 0 }) => minzoom <= 11)).toBe(true)
  })

  it('is handed on to its points at the same zoom on a wall', () => {
    const own = styleOf(layer, undefined, 6).layers.filter((each) => 'source' in each && each.source === 'case:things')
    const of = (what: string) => own.find(({ id }) => id === `case:things/${what}`)
    const points = own.find(({ type, id }) => type === 'symbol' && !id.endsWith('/numbers'))
    expect(of('cells')?.maxzoom).toBe(of('numbers')?.maxzoom)
    expect((of('cells')?.maxzoom ?? 0) - (points?.minzoom ?? 0)).toBeCloseTo(1)
  })

  it('has a symbol for a place that is highlighted, from afar too', () => {
    const places = [at('a', 30, 48), at('b', 60, 48)]
    const isSelected = (each: Feature) => each.properties?.place === 'b'
    expect(svgOf(layer, places, { zoom: 3, isSelected }).match(/<use/g)).toHaveLength(1)
    expect(highlightOf(layer, [at('a', 30, 48)], { zoom: 3, isSelected: () => true }).marks).toContain('<circle')
  })

  it('tells in the legend what its steps are and how much ground each covers', () => {
    const { row, keys } = legendOf(layer)
    expect(keys.map(({ says }) => says)).toEqual([
      { to: 2, unit: 'attacks' },
      { from: 2, to: 5, unit: 'attacks' },
      { from: 5, to: 10, unit: 'attacks' },
      { from: 10, unit: 'attacks' },
      { cellKm2: expect.closeTo(34_641, 0) },
    ])
    expect(row.strokes).not.toEqual(legendOf(layerOf('density')).row.strokes)
  })
})

import type { Feature, MultiPolygon } from 'geojson'
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

const ramp = { steps: [2, 5], unit: 'attacks' }
const layer = layerOf('choropleth', { ramp })
const perArea = layerOf('choropleth', { ramp, units: { per: 'area' } })
const perHead = layerOf('choropleth', {
  ramp,
  units: { per: 'population', population: { values: { west: 200_000 }, source: 'The census, 2021' } },
  unsorted: true,
  uncounted: 3,
})
const summed = layerOf('choropleth', { ramp: { property: 'dead', steps: [10] } })

const outline = (lng: number, hole = false): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [lng, 40],
        [lng + 10, 40],
        [lng + 10, 50],
        [lng, 50],
        [lng, 40],
      ],
      ...(hole
        ? [
            [
              [lng + 4, 44],
              [lng + 5, 44],
              [lng + 5, 45],
              [lng + 4, 44],
            ],
          ]
        : []),
    ],
  ],
})
const unit = (code: string, lng: number, more: Record<string, unknown> = {}): Feature =>
  feature(outline(lng), {
    ...{ part: 'unit', place: '', key: `unit ${code}`, unit: code, name: code, areaKm2: 4000 },
    ...{ middle: [lng + 5, 45], widthDegrees: 10 },
    ...more,
  })
const at = (key: string, code: string | undefined, more: Record<string, unknown> = {}): Feature =>
  feature(point(3, 45), { part: 'point', place: key, key, ...(code === undefined ? {} : { unit: code }), ...more })
const units = [unit('west', 0), unit('east', 10)]
const some = [at('a', 'west'), at('b', 'west'), at('c', 'west'), at('d', 'east'), at('e', undefined)]

const gathered = (features: readonly Feature[], of = layer) => marks.choropleth.gather?.(features, of) ?? []
const cells = (features: readonly Feature[], of = layer) =>
  Object.fromEntries(
    gathered(features, of)
      .filter(({ properties }) => properties?.part === 'cell')
      .map(({ properties }) => [properties?.unit, properties?.value]),
  )

describe('the mark of units', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, perArea, perHead, summed, layerOf('choropleth')]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('counts the places in each unit, every place once, and none of a unit without any', () => {
    expect(cells([...some, ...units])).toEqual({ west: 3, east: 1 })
    expect(cells([at('a', 'west'), at('a', 'west'), ...units])).toEqual({ west: 1 })
  })

  it('adds up a property, and says nothing of places that have none', () => {
    const rows = [at('a', 'west', { value: 7 }), at('b', 'west', { value: 2.5 }), at('c', 'west'), at('d', 'east')]
    expect(cells([...rows, ...units], summed)).toEqual({ west: 9.5, east: undefined })
  })

  it('counts per 1,000 km², and per 100,000 people where somebody has counted these', () => {
    expect(cells([...some, ...units], perArea)).toEqual({ west: 0.75, east: 0.25 })
    expect(cells([...some, ...units], perHead)).toEqual({ west: 1.5, east: undefined })
  })

  it('writes a number where a unit is wide enough, and none where there is none', () => {
    const numbers = gathered([...some, ...units], perHead).filter(({ properties }) => properties?.part === 'label')
    expect(numbers).toHaveLength(1)
    expect(numbers[0]).toMatchObject({ geometry: { coordinates: [5, 45] }, properties: { text: '1.5', unit: 'west' } })
    expect(numbers[0]?.properties?.fromZoom).toBeCloseTo(Math.log2((34 * 360) / (512 * 10)), 5)
  })

  it('draws no side where a unit goes on beyond 180°', () => {
    const [, edge] = gathered([at('a', 'far'), unit('far', 170)])
    expect(edge?.geometry).toMatchObject({ type: 'MultiLineString' })
    expect(JSON.stringify(edge?.geometry)).not.toContain('[180,40],[180,50]')
    expect(JSON.stringify(edge?.geometry)).toContain('[170,40],[180,40]')
  })

  it('is hatched where nobody says how many people live there, on the still map too', () => {
    const drawn = svgOf(perHead, [...some, ...units])
    expect(drawn.match(/url\(#hatch-45-azure\)/g)).toHaveLength(1)
    expect(drawn.match(/fill-opacity="0\.12"/g)).toHaveLength(1)
    expect(styleOf(perHead).metadata.images.map(({ id }) => id)).toContain('hatch-45/azure/light')
  })

  it('leaves a hole where another unit lies within, on the still map', () => {
    const holed = { ...unit('west', 0), geometry: outline(0, true) }
    expect(svgOf(layer, [at('a', 'west'), holed])).toContain('fill-rule="evenodd"')
  })

  it('shows its points from near, and those that are in focus everywhere', () => {
    const symbols = drawnBy(layer).filter(({ type }) => type === 'symbol')
    expect(symbols.some(({ minzoom }) => minzoom === 8)).toBe(true)
    expect(highlightOf(layer, some).marks).toContain('<circle')
  })

  it('has a legend of its steps with what they are divided by, of what is not known and of what is not counted', () => {
    const says = (marks.choropleth.keys?.(perHead) ?? []).map((key) => key.says)
    expect(says).toEqual([
      { to: 2, unit: 'attacks', per: 'population' },
      { from: 2, to: 5, unit: 'attacks', per: 'population' },
      { from: 5, unit: 'attacks', per: 'population' },
      'noPopulation',
      { uncounted: 3 },
      { population: 'The census, 2021' },
    ])
    expect(marks.choropleth.keys?.(layer)).toHaveLength(3)
    expect(legendOf(layer)).not.toBe('')
  })
})

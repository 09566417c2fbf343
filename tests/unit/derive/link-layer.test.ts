import { expect, test } from 'vitest'
import type { DrawnFeature, DrawnLayer } from '@/lib/derive/drawn-feature'
import { linkCase } from '@/lib/derive/link-case'
import type { CaseLayer } from '@/lib/schema/records'
import type { Tiles } from '@/lib/schema/tiles'
import { validRecords } from '../read-fixture'
import { readRows, row } from '../row-kit'

const records = validRecords()
const { places } = readRows([row({ name: 'a' }), row({ name: 'b' }), row({ name: 'c' })])
const categories: CaseLayer['categories'] = { property: 'what', values: [{ value: 'a', name: 'A', hue: 'pine' }] }

function drawnOf(more: (index: number) => Partial<DrawnFeature['properties']>): DrawnLayer {
  return {
    type: 'FeatureCollection',
    features: places.map(
      ({ id, properties: { name } }, index): DrawnFeature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [10 + index, 50] },
        properties: { place: id, key: id, layer: 'things', part: 'point', name, ...more(index) },
      }),
    ),
  }
}

/** What the page is told of a layer of three places. */
function linked(layer: Partial<CaseLayer>, drawn = drawnOf(() => ({}))) {
  const things: CaseLayer = { id: 'things', name: 'Things', mark: 'circle', hue: 'rose', places, ...layer }
  const versions = { case: 'v', layers: new Map([['things', 'v']]) }
  const { layers } = linkCase({ ...records, layers: [things], scenes: [] }, [], [drawn], versions)
  return layers[0]
}

test('a layer says how many places it has, and nothing that it has not', () => {
  const { count, ...rest } = linked({}) ?? {}
  expect(count).toBe(3)
  for (const key of ['largest', 'gridMiddle', 'uncounted', 'unsorted', 'places']) expect(rest).not.toHaveProperty(key)
})

test('the largest of its values stands where there is one', () => {
  expect(
    linked(
      {},
      drawnOf((index) => ({ size: [3, 9, 4][index] ?? 0 })),
    )?.largest,
  ).toBe(9)
})

test('a layer of hexagons says where the middle of its places is, and no other does', () => {
  expect(linked({ mark: 'hexagon' })?.gridMiddle).toBeDefined()
  expect(linked({ mark: 'circle' })?.gridMiddle).toBeUndefined()
})

test('a choropleth says how many of its places lie in no unit, each once', () => {
  const { features } = drawnOf((index) => (index === 0 ? { unit: 'AA' } : {}))
  const twice: DrawnLayer = { type: 'FeatureCollection', features: [...features, ...features] }
  expect(linked({ mark: 'choropleth' }, twice)?.uncounted).toBe(2)
  expect(linked({ mark: 'circle' }, twice)).not.toHaveProperty('uncounted')
})

test('a layer is unsorted where a place, or a count of its tiles, is in none of its categories', () => {
  expect(
    linked(
      { categories },
      drawnOf(() => ({ category: '0' })),
    ),
  ).not.toHaveProperty('unsorted')
  expect(
    linked(
      { categories },
      drawnOf((index) => (index < 2 ? { category: '0' } : {})),
    )?.unsorted,
  ).toBe(true)
  const tiles = (counts: number[]): Tiles => ({
    version: '0'.repeat(12),
    count: 3,
    bounds: [0, 0, 1, 1],
    maxZoom: 4,
    counts,
  })
  expect(
    linked(
      { categories, tiles: tiles([3, 0]) },
      drawnOf(() => ({ category: '0' })),
    ),
  ).not.toHaveProperty('unsorted')
  expect(
    linked(
      { categories, tiles: tiles([1, 2]) },
      drawnOf(() => ({ category: '0' })),
    )?.unsorted,
  ).toBe(true)
})

import { describe, expect, it } from 'vitest'
import { drawLayer } from '@/lib/derive/draw-layer'
import { ringKey } from '@/lib/derive/drawn-feature'
import { linkCase } from '@/lib/derive/link-case'
import type { Place } from '@/lib/schema/place'
import { validLayer, validRecords } from '../read-fixture'

const records = validRecords()
const versions = { case: 'v', layers: new Map(records.layers.map(({ id }) => [id, `v-${id}`])) }

/** The reactions of the valid case, all at one geometry: as drawn, and as linked. */
function place(geometry: Place['geometry'], change: Partial<Place['properties']> = {}) {
  const layer = validLayer('reactions')
  const places = layer.places.map((each) => ({ ...each, geometry, properties: { ...each.properties, ...change } }))
  const layers = records.layers.map((each) => (each.id === layer.id ? { ...each, places } : each))
  const drawn = layers.map((each) => drawLayer(each, { ...records, claims: [], borders: [] }))
  const linked = linkCase({ ...records, layers }, [], drawn, versions)
  const features = drawn.flatMap(({ features }) => features.filter(({ properties }) => properties.place === 'capital'))
  return { features, linked: linked.places.find(({ id }) => id === 'capital') }
}

describe('a place of several points', () => {
  const { features, linked } = place(
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
    { accuracyKm: 0 },
  )

  it('is drawn as each of them, under one id', () => {
    expect(features.map(({ geometry, properties: { part, key } }) => [part, key, geometry])).toEqual([
      ['point', 'capital', { type: 'Point', coordinates: [1, 2] }],
      ['point', 'capital', { type: 'Point', coordinates: [3, 4] }],
    ])
  })

  it('is framed with all of them, and named at the first', () => {
    expect(linked).toMatchObject({ bounds: [1, 2, 3, 4], anchor: [1, 2] })
  })
})

describe('a place of several shapes', () => {
  const { features, linked } = place({
    type: 'GeometryCollection',
    geometries: [
      {
        type: 'LineString',
        coordinates: [
          [10, 0],
          [12, 0],
        ],
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 2],
            [0, 2],
            [0, 0],
          ],
        ],
      },
      { type: 'MultiPoint', coordinates: [[5, 5]] },
    ],
  })

  it('is drawn in its parts, with one label by the area', () => {
    const parts = features.map(({ properties: { part } }) => part)
    expect(parts.filter((part) => part !== 'accuracy').toSorted()).toEqual(['area', 'label', 'line', 'point'])
    const label = features.find(({ properties: { part } }) => part === 'label')
    expect(label?.geometry).toMatchObject({ type: 'Point', coordinates: [expect.closeTo(1, 1), expect.closeTo(1, 1)] })
  })

  it('has the area of its areas', () => {
    expect(linked?.measuredAreaKm2).toBeGreaterThan(40_000)
  })
})

describe('a place without geometry', () => {
  it('is nowhere on the map, and has no frame and no anchor', () => {
    const { features, linked } = place(null)
    expect(features).toEqual([])
    expect(linked).toMatchObject({ name: 'capital', bounds: null, anchor: null })
    expect(linked).not.toHaveProperty('measuredAreaKm2')
  })
})

it('gives each ring of each place a key of its own', () => {
  const keys = ['a', 'b'].flatMap((place) => ['first', 'second'].map((figure) => ringKey(place, figure)))
  expect(new Set(keys).size).toBe(4)
})

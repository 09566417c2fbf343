import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { drawUnits } from '@/lib/derive/draw-units'
import type { DrawnLayer } from '@/lib/derive/drawn-feature'
import { isUnsorted } from '@/lib/derive/field-values'
import { formatRate, unitRate } from '@/lib/derive/unit-rate'
import type { CaseLayer } from '@/lib/schema/records'

const outline: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [0, 0],
        [4, 0],
        [4, 2],
        [0, 2],
        [0, 0],
      ],
    ],
  ],
}
const asked: string[][] = []
const source = {
  version: 'v',
  codesAt: ([lng]: readonly [number, number]) => (lng > 90 ? [] : [lng < 2 ? 'AA-W' : 'AA-E', 'AA']),
  nameOf: (code: string) => (code === 'AA-W' ? 'West' : undefined),
  outlinesOf: (codes: readonly string[]) => {
    asked.push([...codes])
    return codes.map((code) => ({ code, areaKm2: 10, outline }))
  },
}
const layer: CaseLayer = { id: 'attacks', name: 'Attacks', mark: 'choropleth', hue: 'azure', places: [] }
const pointAt = (place: string, lng: number): DrawnLayer['features'][number] => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lng, 1] },
  properties: { place, key: place, layer: 'attacks', part: 'point', name: place },
})
const drawn: DrawnLayer = {
  type: 'FeatureCollection',
  features: [pointAt('a', 1), pointAt('b', 3), pointAt('c', 1), pointAt('d', 100)],
}

describe('drawUnits', () => {
  it('says of each point which unit it lies in, and adds the outlines of these, each once', () => {
    const { features } = drawUnits(layer, drawn, source)
    expect(features.slice(0, 4).map(({ properties }) => properties.unit)).toEqual(['AA-W', 'AA-E', 'AA-W', undefined])
    expect(asked.at(-1)).toEqual(['AA-W', 'AA-E'])
    expect(features.slice(4).map(({ properties }) => properties)).toEqual([
      {
        ...{ place: '', key: 'unit AA-W', layer: 'attacks', part: 'unit', name: 'West', unit: 'AA-W' },
        ...{ areaKm2: 10, middle: [2, 1], widthDegrees: 4 },
      },
      expect.objectContaining({ name: 'AA-E', unit: 'AA-E' }),
    ])
  })

  it('goes by countries where the layer does', () => {
    const { features } = drawUnits({ ...layer, units: { by: 'country' } }, drawn, source)
    expect(features[0]?.properties.unit).toBe('AA')
    expect(features).toHaveLength(5)
  })

  it('leaves every other layer as it is', () => {
    expect(drawUnits({ ...layer, mark: 'hexagon' }, drawn, source)).toBe(drawn)
  })
})

describe('a choropleth per head', () => {
  const units = { per: 'population' as const, population: { values: { 'AA-W': 50_000 }, source: 'A census' } }
  const ramp = { steps: [1] }

  it('is told of units that nobody has counted, and of no others', () => {
    const { features } = drawUnits(layer, drawn, source)
    expect(isUnsorted({ mark: 'choropleth', ramp, units }, features)).toBe(true)
    expect(isUnsorted({ mark: 'choropleth', ramp, units }, [features[0] ?? pointAt('a', 1)])).toBe(false)
    expect(isUnsorted({ mark: 'choropleth', ramp }, features)).toBe(false)
  })
})

describe('unitRate', () => {
  const unit = { code: 'AA-W', areaKm2: 3000 }
  const population = { values: { 'AA-W': 70_000 }, source: 'A census' }

  it('is the number, or that per 1,000 km² or per 100,000 people, to three digits', () => {
    expect(unitRate(12_345, {}, unit)).toBe(12_345)
    expect(unitRate(7, { per: 'area' }, unit)).toBe(2.33)
    expect(unitRate(7, { per: 'population', population }, unit)).toBe(10)
  })

  it('is nothing where there is nothing to divide by', () => {
    expect(unitRate(7, { per: 'population', population }, { ...unit, code: 'AA-E' })).toBeUndefined()
    expect(unitRate(7, { per: 'area' }, { ...unit, areaKm2: Number.NaN })).toBeUndefined()
  })

  it('is written with three digits where it is small', () => {
    expect([0, 0.000456, 0.25, 2.33, 12_345].map(formatRate)).toEqual(['0', '0.000456', '0.25', '2.33', '12,345'])
  })
})

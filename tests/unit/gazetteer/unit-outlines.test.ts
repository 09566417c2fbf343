import { area, booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { outlineUnits } from '@/lib/gazetteer/unit-outlines'
import { limits } from '@/lib/limits'
import { readUnit, readUnits } from '@/lib/server/units'

/** Two squares side by side, of one country, the second with a country within it; and a small island of a third. */
const topology = {
  type: 'Topology' as const,
  arcs: [
    [
      [4, 0],
      [4, 1],
      [4.004, 2],
      [4, 3],
      [4, 4],
    ],
    [
      [4, 4],
      [0, 4],
      [0, 0],
      [4, 0],
    ],
    [
      [4, 0],
      [8, 0],
      [8, 4],
      [4, 4],
    ],
    [
      [5, 1],
      [6, 1],
      [6, 2],
      [5, 2],
      [5, 1],
    ],
    [
      [20, 20],
      [20.001, 20],
      [20.001, 20.001],
      [20, 20],
    ],
  ],
  objects: {
    units: {
      type: 'GeometryCollection' as const,
      geometries: [
        { type: 'Polygon' as const, arcs: [[0, 1]], properties: { id: 'AA-1', cc: 'AA', name: 'West' } },
        { type: 'Polygon' as const, arcs: [[2, ~0], [~3]], properties: { id: 'AA-2', cc: 'AA' } },
        { type: 'Polygon' as const, arcs: [[3]], properties: { id: 'BB', cc: 'BB', name: 'Within' } },
        { type: 'Polygon' as const, arcs: [[4]], properties: { id: 'CC', cc: 'CC', name: 'Island' } },
      ],
    },
  },
}

const countPositions = ({ coordinates }: MultiPolygon) => coordinates.flat().flat().length

describe('outlineUnits', () => {
  it('draws a part with its name, and what lies within it is a hole', () => {
    const [first, second] = outlineUnits(topology, ['AA-1', 'AA-2'], 1000)
    expect(first).toMatchObject({ code: 'AA-1', name: 'West', country: 'AA' })
    expect(second).not.toHaveProperty('name')
    expect(second?.outline.coordinates[0]).toHaveLength(2)
  })

  it('draws a country without the borders within it', () => {
    const [country] = outlineUnits(topology, ['AA'], 1000)
    expect(country?.outline.coordinates).toHaveLength(1)
    const [outer, ...holes] = country?.outline.coordinates[0] ?? []
    expect(outer).not.toContainEqual([4, 1])
    expect(holes).toHaveLength(1)
    expect(country?.areaKm2).toBeCloseTo(
      area({ type: 'Polygon', coordinates: country?.outline.coordinates[0] ?? [] }) / 1e6,
      3,
    )
  })

  it('simplifies a border alike on both sides, measures what was there before, and lets no island go', () => {
    const exact = outlineUnits(topology, ['AA-1', 'AA-2', 'CC'], 1000)
    const [west, east, island] = outlineUnits(topology, ['AA-1', 'AA-2', 'CC'], 22)
    for (const each of [west, east]) expect(each?.outline.coordinates[0]?.[0]).not.toContainEqual([4.004, 2])
    expect(west?.areaKm2).toBe(exact[0]?.areaKm2)
    expect(island?.outline.coordinates).toHaveLength(1)
  })

  it('draws the largest part of each, however little room there is', () => {
    const outlines = outlineUnits(topology, ['AA-1', 'AA-2', 'BB', 'CC'], 1)
    expect(outlines.map(({ outline }) => outline.coordinates.length)).toEqual([1, 1, 1, 1])
  })

  it('has none of a code that there is not', () => {
    expect(outlineUnits(topology, ['ZZ', 'BB'], 1000).map(({ code }) => code)).toEqual(['BB'])
  })
})

describe('readUnit', () => {
  it('has a part with its country and true area', async () => {
    const unit = await readUnit('UA-65')
    expect(unit).toMatchObject({ name: 'Kherson Oblast', country: 'Ukraine' })
    // 28,461 km² as Ukraine gives it, with inland waters that the map counts as sea.
    expect(unit?.areaKm2).toBeGreaterThan(25_500)
    expect(unit?.areaKm2).toBeLessThan(28_500)
  })

  it.each(['CA', 'RU', 'US', 'CA-NU', 'AQ'])('of %s has no more corners than it may', async (code) => {
    const unit = await readUnit(code)
    if (unit === null) throw new Error(`there is no ${code}`)
    expect(countPositions(unit.outline)).toBeLessThanOrEqual(limits.unit.positions)
    expect(unit).not.toHaveProperty(code.includes('-') ? 'nothing' : 'country')
  })

  it('leaves out a country that lies within another', async () => {
    const unit = await readUnit('ZA')
    if (unit === null) throw new Error('there is no South Africa')
    expect(booleanPointInPolygon([28.5, -29.5], unit.outline)).toBe(false)
    expect(booleanPointInPolygon([26, -29], unit.outline)).toBe(true)
  })

  it('is nothing for a code that there is not', async () => {
    expect(await readUnit('ZZ-99')).toBeNull()
  })
})

it('countries are named as the map names them', async () => {
  const units = await readUnits()
  expect(['UA', 'UA-65', 'RU', 'AQ', 'ZZ'].map((code) => units?.nameOf(code))).toEqual([
    'Ukraine',
    'Kherson Oblast',
    'Russia',
    'Antarctica',
    undefined,
  ])
})

import { area } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groundAreaKm2, groundHexagonAt, groundRing, hexagonAt, hexagonCorners } from '@/lib/geo/hexagons'
import type { LngLat } from '@/lib/schema/geometry'

const anywhere = fc.tuple(
  fc.double({ min: -170, max: 170, noNaN: true }),
  fc.double({ min: -75, max: 75, noNaN: true }),
)
const grids = fc.record({
  acrossKm: fc.double({ min: 1, max: 300, noNaN: true }),
  middle: fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -70, max: 70 })),
})

/** Whether a position lies within a convex ring, or on it but for rounding. */
function isWithin([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  const sides = ring.slice(1).map(([bx, by], index) => {
    const [ax, ay] = ring[index] ?? [0, 0]
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  })
  return sides.every((side) => side >= -1e-6) || sides.every((side) => side <= 1e-6)
}

describe('hexagons on a plane', () => {
  it('have each point in the nearest of them, within its corners', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(number, number, (x, y) => {
        const { middle } = hexagonAt([x, y], 10)
        expect(Math.hypot(middle[0] - x, middle[1] - y)).toBeLessThanOrEqual(10 + 1e-9)
        for (const [cx, cy] of hexagonCorners(middle, 10))
          expect(Math.hypot(cx - middle[0], cy - middle[1])).toBeCloseTo(10)
      }),
    )
  })

  it('are told apart by their keys, and alike for all that lies in one', () => {
    expect(hexagonAt([0, 0], 10)).toEqual({ key: '0 0', middle: [0, 0] })
    expect(hexagonAt([2, -3], 10).key).toBe('0 0')
    expect(hexagonAt([Math.sqrt(3) * 10, 0], 10).key).toBe('1 0')
    expect(hexagonAt([Math.sqrt(3) * 5, 15], 10).key).toBe('0 1')
  })
})

describe('hexagons on the earth', () => {
  it('have each position within the outline of its own', () => {
    fc.assert(
      fc.property(anywhere, grids, (at, grid) => {
        const ring = groundRing(groundHexagonAt(at, grid), grid)
        // The grid's own longitudes go on past the antimeridian.
        const turns = [-360, 0, 360].map((turn): [number, number] => [at[0] + turn, at[1]])
        expect(turns.some((each) => isWithin(each, ring))).toBe(true)
      }),
    )
  })

  it('cover the same ground at every latitude', () => {
    const grid = { acrossKm: 50, middle: [30, 49] as LngLat }
    expect(groundAreaKm2(grid)).toBeCloseTo(2165, 0)
    for (const latitude of [-60, 0, 25, 49, 65]) {
      const ring = groundRing(groundHexagonAt([30, latitude], grid), grid)
      const km2 = area({ type: 'Polygon', coordinates: [ring] }) / 1e6
      // Turf measures on a sphere a little larger, and its sides are straight on the map.
      expect(km2 / groundAreaKm2(grid)).toBeCloseTo(1, 1)
    }
  })

  it('are as wide as told where they are regular, and closed', () => {
    const grid = { acrossKm: 100, middle: [10, 60] as LngLat }
    const ring = groundRing(groundHexagonAt([10, 60], grid), grid)
    const lngs = ring.map(([lng]) => lng)
    const km = (Math.max(...lngs) - Math.min(...lngs)) * 111.19 * Math.cos(Math.PI / 3)
    expect(km).toBeCloseTo(100, 0)
    expect(ring.at(-1)).toEqual(ring[0])
  })

  it('are one where the antimeridian runs through them', () => {
    const grid = { acrossKm: 100, middle: [-175, -15] as LngLat }
    const keys = [179.95, -179.95, -180.05, 180.05].map((lng) => groundHexagonAt([lng, -17], grid).key)
    expect(new Set(keys).size).toBeLessThanOrEqual(2)
    expect(groundHexagonAt([180, -17], grid)).toEqual(groundHexagonAt([-180, -17], grid))
  })

  it('end at the poles', () => {
    const grid = { acrossKm: 300, middle: [0, 0] as LngLat }
    for (const pole of [-90, 90])
      for (const [, latitude] of groundRing(groundHexagonAt([0, pole], grid), grid))
        expect(Math.abs(latitude)).toBeLessThanOrEqual(90)
  })
})

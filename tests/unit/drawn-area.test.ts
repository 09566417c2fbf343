import { booleanPointInPolygon, destination } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { circleOf, drawnArea, placesDrawnAround } from '@/lib/geo/drawn-area'
import { densifyLine } from '@/lib/geo/great-circle'
import type { LngLat } from '@/lib/schema/geometry'

const square: LngLat[] = [
  [30, 48],
  [36, 48],
  [36, 52],
  [30, 52],
  [30, 48],
]
const holds = (points: readonly LngLat[], at: LngLat) => drawnArea(points)?.(at)

describe('an area that was drawn', () => {
  it('holds what lies within its sides, whichever way it was drawn', () => {
    for (const ring of [square, square.toReversed()]) {
      expect(holds(ring, [33, 50])).toBe(true)
      expect(holds(ring, [29, 50])).toBe(false)
      expect(holds(ring, [33, 40])).toBe(false)
      expect(holds(ring, [-147, -50])).toBe(false)
    }
  })

  it('has great circles as its sides, as they are drawn', () => {
    const wide: LngLat[] = [
      [-60, 50],
      [60, 50],
      [0, -10],
      [-60, 50],
    ]
    // The way from one to the other leads far north of their parallel.
    expect(holds(wide, [0, 60])).toBe(true)
    expect(holds(wide, [0, 70])).toBe(false)
  })

  it('may lie across the antimeridian or around a pole', () => {
    const across: LngLat[] = [
      [178, -20],
      [-178, -20],
      [-178, -15],
      [178, -15],
      [178, -20],
    ]
    expect([holds(across, [180, -17]), holds(across, [-179.5, -17]), holds(across, [175, -17])]).toEqual([
      true,
      true,
      false,
    ])
    const polar: LngLat[] = [
      [0, 70],
      [120, 70],
      [-120, 70],
      [0, 70],
    ]
    expect([holds(polar, [40, 89]), holds(polar, [40, 50])]).toEqual([true, false])
  })

  it('agrees with the shape that is drawn of it', () => {
    const corner = fc.record({ turn: fc.integer({ min: 0, max: 359 }), km: fc.integer({ min: 50, max: 900 }) })
    const near = fc.tuple(fc.double({ min: -12, max: 12, noNaN: true }), fc.double({ min: -8, max: 8, noNaN: true }))
    fc.assert(
      fc.property(
        fc.uniqueArray(corner, { minLength: 3, maxLength: 8, selector: ({ turn }) => turn }),
        near,
        (all, [x, y]) => {
          const corners = all
            .toSorted((one, other) => one.turn - other.turn)
            .map(({ turn, km }) => destination([30, 48], km, turn).geometry.coordinates as LngLat)
          const ring = [...corners, ...corners.slice(0, 1)]
          const at: LngLat = [30 + x, 48 + y]
          const drawn = densifyLine(ring, 1)
          const planar = booleanPointInPolygon(at, { type: 'Polygon', coordinates: [drawn.map((each) => [...each])] })
          const onEdge = drawn.some(([lng, lat]) => Math.hypot(lng - at[0], lat - at[1]) < 0.05)
          if (!onEdge) expect(holds(ring, at)).toBe(planar)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a line of two points', () => {
  const line: LngLat[] = [
    [30, 50],
    [31, 50],
  ]

  it('is a circle about its start', () => {
    expect(circleOf(line)?.radiusKm).toBeCloseTo(71.5, 0)
    expect([holds(line, [29.1, 50]), holds(line, [28.9, 50]), holds(line, [30, 50.6])]).toEqual([true, false, true])
  })

  it('of one or three open points is nothing', () => {
    expect([drawnArea([]), drawnArea([[30, 50]]), drawnArea([...line, [32, 52]])]).toEqual([null, null, null])
  })
})

describe('the places in it', () => {
  const places = [
    { id: 'in', anchor: [33, 50] as LngLat },
    { id: 'out', anchor: [20, 50] as LngLat },
    { id: 'nowhere', anchor: null },
  ]

  it('are those whose middle lies there', () => {
    expect(placesDrawnAround(places, square)).toEqual(new Set(['in']))
    expect(placesDrawnAround(places, [[33, 50]])).toBeNull()
    expect(placesDrawnAround(places, null)).toBeNull()
  })
})

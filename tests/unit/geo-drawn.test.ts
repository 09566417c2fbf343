import { booleanClockwise, distance, length, lineString } from '@turf/turf'
import fc from 'fast-check'
import type { LineString } from 'geojson'
import { describe, expect, it } from 'vitest'
import { cutLineToLength } from '@/lib/geo/along-line'
import { drawArc, drawRoute } from '@/lib/geo/draw-arc'
import { drawRing } from '@/lib/geo/geometry-parts'
import type { LngLat } from '@/lib/schema/geometry'

const lng = fc.double({ min: -170, max: 170, noNaN: true })
const lat = fc.double({ min: -75, max: 75, noNaN: true })
const position = fc.tuple(lng, lat)

/** The mean radius of GRS 80 (Moritz 2000), 6371.0088 km, makes one degree of a great circle 111.195 km. */
const KM_PER_DEGREE = 111.195

describe('cutLineToLength', () => {
  const meridian: LineString = {
    type: 'LineString',
    coordinates: [
      [10, 50],
      [10, 50.5],
      [10, 52],
    ],
  }

  it('cuts one degree of latitude at 111.195 km', () => {
    const end = cutLineToLength(meridian, KM_PER_DEGREE).coordinates.at(-1)
    expect(end?.[0]).toBeCloseTo(10, 9)
    expect(end?.[1]).toBeCloseTo(51, 4)
  })

  it('starts where the line starts and passes its way-points', () => {
    expect(cutLineToLength(meridian, KM_PER_DEGREE).coordinates.slice(0, 2)).toEqual([
      [10, 50],
      [10, 50.5],
    ])
  })

  it('gives the whole of a line that is too short', () => {
    expect(cutLineToLength(meridian, 1000)).toEqual(meridian)
  })

  it.each([0, -1, Number.NaN])('refuses %s km', (km) => {
    expect(() => cutLineToLength(meridian, km)).toThrow(RangeError)
  })

  it('is as long as asked, for any line', () => {
    const line = fc.array(position, { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(line, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (coordinates, share) => {
        const whole = length(lineString(coordinates))
        fc.pre(whole > 1)
        const cut = cutLineToLength({ type: 'LineString', coordinates }, whole * share)
        expect(length(lineString(cut.coordinates))).toBeCloseTo(whole * share, 3)
      }),
    )
  })
})

describe('drawRing', () => {
  it('is everywhere its radius from the centre: 5 nautical miles are 9.26 km', () => {
    const ring = drawRing([15.41, 54.8767], 5 * 1.852).coordinates[0] ?? []
    expect(ring).toHaveLength(97)
    for (const each of ring) expect(distance([15.41, 54.8767], each)).toBeCloseTo(9.26, 6)
  })

  it('is closed and runs counterclockwise, wherever it is', () => {
    fc.assert(
      fc.property(position, fc.double({ min: 0.1, max: 50, noNaN: true }), (center, radiusKm) => {
        const ring = drawRing(center, radiusKm).coordinates[0] ?? []
        expect(ring[0]).toEqual(ring.at(-1))
        expect(booleanClockwise(ring)).toBe(false)
        for (const each of ring) expect(distance(center, each)).toBeCloseTo(radiusKm, 5)
      }),
    )
  })

  it('refuses a radius of nothing', () => {
    expect(() => drawRing([0, 0], 0)).toThrow(RangeError)
  })
})

describe('drawArc', () => {
  it('runs from the one to the other in pieces that join', () => {
    fc.assert(
      fc.property(position, position, fc.integer({ min: 2, max: 40 }), (from, to, count) => {
        const pieces = drawArc(from, to, count)
        expect(pieces).toHaveLength(count)
        expect(pieces[0]?.line.coordinates[0]).toEqual(from)
        expect(pieces.at(-1)?.line.coordinates.at(-1)).toEqual(to)
        for (const [index, { line }] of pieces.entries())
          if (index > 0) expect(line.coordinates[0]).toEqual(pieces[index - 1]?.line.coordinates.at(-1))
      }),
    )
  })

  it('says how far along each piece is', () => {
    expect(drawArc([0, 0], [10, 0], 5).map(({ along: at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 1])
  })

  it.each([
    [
      [0, 50],
      [20, 50],
    ],
    [
      [20, 50],
      [0, 50],
    ],
  ] as [LngLat, LngLat][])('bends to the north from %j to %j', (from, to) => {
    const [, middle = 0] = drawArc(from, to, 2)[1]?.line.coordinates[0] ?? []
    expect(middle).toBeGreaterThan(50.3)
  })

  it('refuses a single piece', () => {
    expect(() => drawArc([0, 0], [1, 1], 1)).toThrow(RangeError)
  })
})

describe('drawRoute', () => {
  const line: LngLat[] = [
    [43.5, 12.5],
    [52, 0],
    [20, -36],
    [-18, 25],
  ]

  it('goes through every position that it is given, in their order', () => {
    const positions = drawRoute(line, 24).flatMap(({ line: { coordinates } }) => coordinates)
    const found = line.map((position) =>
      positions.findIndex(([lng, lat]) => lng === position[0] && lat === position[1]),
    )
    expect(found).not.toContain(-1)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
  })

  it('is in pieces that join end to end, from tail to head', () => {
    const pieces = drawRoute(line, 24)
    expect(pieces[0]?.along).toBe(0)
    expect(pieces.at(-1)?.along).toBe(1)
    for (const [index, piece] of pieces.slice(1).entries())
      expect(piece.line.coordinates[0]).toEqual(pieces[index]?.line.coordinates.at(-1))
  })

  it('refuses what is no line', () => {
    expect(() => drawRoute([[0, 0]], 4)).toThrow(RangeError)
    expect(() => drawRoute(line, 1)).toThrow(RangeError)
  })
})

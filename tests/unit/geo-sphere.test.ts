import { area, polygon } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearestOnLines } from '@/lib/geo/along-line'
import { drawRing, linesOf } from '@/lib/geo/geometry-parts'
import { densifyLine } from '@/lib/geo/great-circle'
import { crossesItself, measureExtentKm, measureLegsKm, measureLineKm, measureRingKm2 } from '@/lib/geo/measure-shape'
import { moveByKm } from '@/lib/geo/move-by-km'
import { snapPoint } from '@/lib/geo/snap-point'
import { rotateOnSphere, sphereCentre, toVector } from '@/lib/geo/sphere'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'

const RADIUS_KM = 6371.0088

const jfk: LngLat = [-73.7789, 40.6397]
const lhr: LngLat = [-0.4614, 51.4775]

describe('measureLineKm', () => {
  // Geodesics of the ellipsoid: the documented examples of Karney's GeographicLib (WGS 84), its quarter meridian and
  // degrees of equator and meridian, and Vincenty's Flinders Peak to Buninyong (Geoscience Australia, on GRS 80, which is
  // the same to a millimetre). Beside each, by how much the sphere is longer (%).
  it.each<[from: string, LngLat, LngLat, ellipsoidKm: number, percent: number]>([
    ['Wellington to Salamanca', [174.81, -41.32], [-5.5, 40.96], 19959.679267, 0.04],
    ['JFK to Heathrow', [-73.8, 40.6], [-0.5, 51.6], 5551.7594, -0.27],
    ['the equator to the pole', [0, 0], [0, 90], 10001.965729, 0.06],
    ['1° along the equator', [0, 0], [1, 0], 111.319491, -0.11],
    ['1° of the meridian from the equator', [0, 0], [0, 1], 110.574389, 0.56],
    ['Flinders Peak to Buninyong', [144.424868, -37.951033], [143.926496, -37.652821], 54.972271, -0.085],
  ])('from %s is within 0.6 percent of the ellipsoid’s published length', (_name, from, to, ellipsoidKm, percent) => {
    expect((measureLineKm([from, to]) / ellipsoidKm - 1) * 100).toBeCloseTo(percent, 2)
    expect(Math.abs(percent)).toBeLessThan(0.6)
  })

  it('is what atlases give from New York JFK to London Heathrow', () => {
    expect(measureLineKm([jfk, lhr])).toBeGreaterThan(5530)
    expect(measureLineKm([jfk, lhr])).toBeLessThan(5570)
  })

  it('is a quarter of the circumference from the equator to the pole', () => {
    expect(measureLineKm([jfk, [jfk[0], -90]]) + measureLineKm([jfk, [0, 90]])).toBeCloseTo(Math.PI * RADIUS_KM, 6)
  })

  it('is the sum of its legs, and nothing for a point', () => {
    const legs = measureLegsKm([jfk, lhr, [0, 0]])
    expect(legs).toHaveLength(2)
    expect(measureLineKm([jfk, lhr, [0, 0]])).toBeCloseTo((legs[0] ?? 0) + (legs[1] ?? 0), 9)
    expect(measureLineKm([jfk])).toBe(0)
  })
})

describe('measureRingKm2', () => {
  it('is an eighth of the sphere for an octant: πR²/2', () => {
    const octant: LngLat[] = [
      [0, 0],
      [90, 0],
      [0, 90],
    ]
    expect(measureRingKm2(octant)).toBeCloseTo((Math.PI * RADIUS_KM ** 2) / 2, 2)
  })

  // Areas on the ellipsoid WGS 84: GeographicLib's documented polygon of Antarctica, the square of one degree that is its
  // Rust version's example, and an eighth of its published whole. Beside each, by how much the sphere has more (%).
  const antarctica: LngLat[] = [
    ...([
      [-58, -63.1],
      [-74, -72.9],
      [-102, -71.9],
      [-102, -74.9],
      [-131, -74.3],
      [-163, -77.5],
    ] as LngLat[]),
    ...([
      [163, -77.4],
      [172, -71.7],
      [140, -65.9],
      [113, -65.7],
      [88, -66.6],
      [59, -66.9],
      [25, -69.8],
    ] as LngLat[]),
    ...([
      [-4, -70],
      [-14, -71],
      [-33, -77.3],
      [-46, -77.9],
      [-61, -74.7],
    ] as LngLat[]),
  ]
  it.each<[string, LngLat[], number, number]>([
    ['Antarctica', antarctica, 13_662_703.68, -0.81],
    [
      'one degree at the equator',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      12_308.778361,
      0.45,
    ],
    [
      'an octant',
      [
        [0, 0],
        [90, 0],
        [0, 90],
      ],
      63_758_202.715511,
      0,
    ],
  ])('of %s is within 0.9 percent of the ellipsoid’s published area', (_name, ring, ellipsoidKm2, percent) => {
    expect((measureRingKm2(ring) / ellipsoidKm2 - 1) * 100).toBeCloseTo(percent, 2)
    expect(Math.abs(percent)).toBeLessThan(0.9)
  })

  it('is nowhere further from the ellipsoid than the card says', () => {
    // A small piece of it is the product of the radii of curvature along the meridian and across it.
    const [a, squared] = [6378.137, 0.00669437999014]
    const percent = (latDegrees: number) => {
      const w = 1 - squared * Math.sin((latDegrees * Math.PI) / 180) ** 2
      return (RADIUS_KM ** 2 / ((a * (1 - squared)) / w ** 1.5 / (w ** 0.5 / a)) - 1) * 100
    }
    expect(percent(0)).toBeCloseTo(0.45, 2)
    expect(percent(90)).toBeCloseTo(-0.89, 2)
    const latitude = fc.double({ min: -90, max: 90, noNaN: true })
    fc.assert(fc.property(latitude, (at) => percent(at) < 0.5 && percent(at) > -0.9))
  })

  it('is that of a cap for a fine ring around a pole', () => {
    const ring = Array.from({ length: 3600 }, (_, step): LngLat => [step / 10, 80])
    const cap = 2 * Math.PI * RADIUS_KM ** 2 * (1 - Math.sin((80 * Math.PI) / 180))
    expect(measureRingKm2(ring) / cap).toBeCloseTo(1, 5)
  })

  it('agrees with turf where edges are short, in whatever direction the ring runs', () => {
    const ring = drawRing([30, 47], 100)
    const coordinates = ring.coordinates[0]?.map(([lng = 0, lat = 0]): LngLat => [lng, lat]) ?? []
    expect(measureRingKm2(coordinates) / (area(polygon([coordinates])) / 1e6)).toBeCloseTo(1, 4)
    expect(measureRingKm2([...coordinates].reverse())).toBeCloseTo(measureRingKm2(coordinates), 6)
  })
})

const middle = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -84, max: 84, noNaN: true }))

/** A small star around a place of the case: its corners by bearing and distance. */
const shape = fc
  .array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 4, maxLength: 12 })
  .map((radii): PlaceGeometry => {
    const ring = radii.map((radius, index): LngLat => {
      const angle = (index / radii.length) * 2 * Math.PI
      return [35 + radius * Math.sin(angle), 47 + radius * Math.cos(angle)]
    })
    return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [35, 47]]] }
  })

const ringOf = (geometry: PlaceGeometry) => linesOf(geometry)[0] ?? []

describe('rotateOnSphere', () => {
  it('keeps every distance and the area, wherever it lays a shape', () => {
    fc.assert(
      fc.property(shape, middle, fc.integer({ min: 0, max: 359 }), (geometry, at, turn) => {
        const before = ringOf(geometry)
        const after = ringOf(rotateOnSphere(geometry, sphereCentre(geometry), at, turn))
        const far = (ring: LngLat[]) => ring.map((point) => measureLineKm([ring[0] ?? point, point]))
        for (const [index, distanceKm] of far(after).entries())
          expect(Math.abs(distanceKm - (far(before)[index] ?? 0))).toBeLessThan(1e-6 * Math.max(1, distanceKm))
        expect(measureRingKm2(after) / measureRingKm2(before)).toBeCloseTo(1, 6)
      }),
    )
  })

  it('keeps the area of a ring of 1 km to a millionth, and lays it unwrapped over the antimeridian', () => {
    const ring = drawRing([15.4, 55.5], 0.5)
    const small: PlaceGeometry = {
      type: 'Polygon',
      coordinates: ring.coordinates.map((line) => line.map(([lng = 0, lat = 0]): LngLat => [lng, lat])),
    }
    const moved = ringOf(rotateOnSphere(small, [15.4, 55.5], [179.999, 70], 90))
    expect(measureRingKm2(moved) / measureRingKm2(ringOf(small))).toBeCloseTo(1, 6)
    expect(Math.max(...moved.map(([lng]) => lng))).toBeGreaterThan(180)
    expect(Math.min(...moved.map(([lng]) => lng))).toBeGreaterThan(179)
  })

  it('puts the middle where it is asked for, and turns clockwise', () => {
    const line: PlaceGeometry = { type: 'Point', coordinates: [10, 51] }
    const [lng, lat] = ringOf(rotateOnSphere(line, [10, 50], [20, 0], 90))[0] ?? []
    expect([lng, lat]).toEqual([expect.closeTo(21, 9), expect.closeTo(0, 9)])
  })
})

describe('sphereCentre and measureExtentKm', () => {
  it('finds the middle of a ring, and its diameter both ways, at any latitude', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: -170, max: 170, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true })),
        (at) => {
          const [outer = []] = drawRing(at, 50).coordinates
          const ring: PlaceGeometry = {
            type: 'Polygon',
            coordinates: [outer.map(([lng = 0, lat = 0]): LngLat => [lng, lat])],
          }
          expect(measureLineKm([sphereCentre(ring), at])).toBeLessThan(0.01)
          const { widthKm, heightKm } = measureExtentKm(ring)
          expect(widthKm).toBeCloseTo(100, 1)
          expect(heightKm).toBeCloseTo(100, 1)
        },
      ),
    )
  })
})

describe('crossesItself', () => {
  const close = (points: LngLat[]) => [...points, points[0] ?? [0, 0]] as LngLat[]
  it('tells a bow tie from a square, wherever they lie', () => {
    fc.assert(
      fc.property(middle, fc.integer({ min: 0, max: 359 }), (at, turn) => {
        const corners = [0, 90, 180, 270].map((bearing) => moveByKm(at, 100, bearing + turn))
        fc.pre(corners.every(([, lat]) => Math.abs(lat) < 80))
        const [a = at, b = at, c = at, d = at] = corners
        expect(crossesItself(close([a, b, c, d]))).toBe(false)
        expect(crossesItself(close([a, c, b, d]))).toBe(true)
      }),
    )
  })

  it('follows great circles, and not the straight lines of the map', () => {
    // The first edge runs along 60° N on the map; as a great circle it has its top at 73.9° N, above the tooth.
    expect(
      crossesItself(
        close([
          [-60, 60],
          [60, 60],
          [20, 40],
          [0, 70],
          [-20, 40],
        ]),
      ),
    ).toBe(false)
    expect(
      crossesItself(
        close([
          [-60, 60],
          [60, 60],
          [20, 40],
          [0, 75],
          [-20, 40],
        ]),
      ),
    ).toBe(true)
  })

  it('takes no line back on itself for a crossing, and nothing for no ring', () => {
    expect(
      crossesItself(
        close([
          [0, 0],
          [1, 0],
          [2, 0],
        ]),
      ),
    ).toBe(false)
    expect(crossesItself([])).toBe(false)
  })
})

describe('densifyLine', () => {
  it('leaves no step longer than asked, adds no length and keeps the points', () => {
    fc.assert(
      fc.property(middle, middle, (from, to) => {
        fc.pre(measureLineKm([from, to]) < 19_900)
        const dense = densifyLine([from, to], 50)
        expect(Math.max(0, ...measureLegsKm(dense))).toBeLessThanOrEqual(50.0001)
        expect(measureLineKm(dense)).toBeCloseTo(measureLineKm([from, to]), 3)
        for (const [index, [lng]] of dense.entries())
          expect(Math.abs(lng - (dense[index - 1]?.[0] ?? lng))).toBeLessThanOrEqual(180)
      }),
    )
  })

  it('goes on beyond 180° from Tokyo to San Francisco', () => {
    const dense = densifyLine(
      [
        [139.7, 35.7],
        [-122.4, 37.8],
      ],
      50,
    )
    expect(dense.at(-1)?.[0]).toBeCloseTo(237.6, 9)
  })
})

describe('nearestOnLines', () => {
  const lines = [[toVector([0, 0]), toVector([10, 0])]]

  it('finds the foot between two vertices, a vertex beyond the end, and nothing on no line', () => {
    const foot = nearestOnLines([4, 1], lines)
    expect(foot?.point).toEqual([expect.closeTo(4, 9), expect.closeTo(0, 9)])
    expect(foot?.distanceKm).toBeCloseTo((Math.PI * RADIUS_KM) / 180, 6)
    expect(nearestOnLines([12, 1], lines)?.point[0]).toBeCloseTo(10, 9)
    expect(nearestOnLines([12, 1], [])).toBeNull()
  })
})

describe('snapPoint', () => {
  const targets = [
    { place: 'leak', geometry: { type: 'Point', coordinates: [15, 55] } },
    {
      place: 'pipe',
      geometry: {
        type: 'LineString',
        coordinates: [
          [15.02, 54],
          [15.02, 56],
        ],
      },
    },
  ] satisfies { place: string; geometry: PlaceGeometry }[]

  it('takes a point before a nearer line, a line where no point is near, and nothing out of reach', () => {
    expect(snapPoint([15.01, 55], targets, 6, 10)).toMatchObject({ place: 'leak', on: 'point', at: [15, 55] })
    const edge = snapPoint([15.05, 55.6], targets, 6, 10)
    expect(edge).toMatchObject({ place: 'pipe', on: 'edge' })
    expect(edge?.at[0]).toBeCloseTo(15.02, 9)
    expect(snapPoint([16, 55], targets, 6, 10)).toBeNull()
  })
})

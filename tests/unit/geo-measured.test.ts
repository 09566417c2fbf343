import { along, booleanPointInPolygon, lineString, polygon } from '@turf/turf'
import fc from 'fast-check'
import type { Feature, LineString } from 'geojson'
import { describe, expect, it } from 'vitest'
import { measureAreaKm2 } from '@/lib/derive/link-place'
import { borderBearing } from '@/lib/geo/along-line'
import { frameBounds } from '@/lib/geo/bounds'
import { drawRing } from '@/lib/geo/geometry-parts'
import { labelPoint } from '@/lib/geo/label-point'
import type { LngLat } from '@/lib/schema/geometry'

const lng = fc.double({ min: -170, max: 170, noNaN: true })
const lat = fc.double({ min: -75, max: 75, noNaN: true })
const position = fc.tuple(lng, lat)

describe('labelPoint', () => {
  it('is the point itself', () => {
    expect(labelPoint({ type: 'Point', coordinates: [3, 4] })).toEqual([3, 4])
  })

  it('is the middle of a line, by its length', () => {
    const [x, y] = labelPoint({
      type: 'LineString',
      coordinates: [
        [0, 0],
        [0, 1],
        [0, 4],
      ],
    })
    expect([x, y]).toEqual([expect.closeTo(0, 9), expect.closeTo(2, 6)])
  })

  it('is on the longest of several lines and in the largest of several areas', () => {
    const [x] = labelPoint({
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [0, 1],
        ],
        [
          [5, 0],
          [5, 9],
        ],
      ],
    })
    expect(x).toBeCloseTo(5, 9)
    const square = (at: number, size: number): LngLat[] => [
      [at, 0],
      [at + size, 0],
      [at + size, size],
      [at, size],
      [at, 0],
    ]
    const [inner] = labelPoint({ type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(10, 4)]] })
    expect(inner).toBeCloseTo(12, 1)
  })

  it('is inside an area whose centre is outside it', () => {
    const horseshoe: LngLat[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [9, 10],
      [9, 1],
      [1, 1],
      [1, 10],
      [0, 10],
      [0, 0],
    ]
    const point = labelPoint({ type: 'Polygon', coordinates: [horseshoe] })
    expect(booleanPointInPolygon(point, polygon([horseshoe]), { ignoreBoundary: true })).toBe(true)
  })
})

describe('measureAreaKm2', () => {
  it('gives a degree square at the equator 12,364 km²', () => {
    // R² · Δλ · (sin 1° − sin 0°) with R = 6371.0088 km.
    const square = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    }
    expect(measureAreaKm2(square)).toBeCloseTo(12363.7, 0)
  })

  it('takes holes away', () => {
    const outer = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]
    const hole = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ]
    const area = (coordinates: number[][][]) => measureAreaKm2({ type: 'Polygon', coordinates })
    expect(area([outer, hole])).toBeCloseTo(area([outer]) - area([hole]), 6)
  })

  it('measures a ring of 10 km as a cap of the sphere', () => {
    expect(measureAreaKm2(drawRing([20, 50], 10))).toBeCloseTo(Math.PI * 100, -0.5)
  })
})

describe('frameBounds', () => {
  it('is west, south, east, north of all of them', () => {
    expect(
      frameBounds([
        { type: 'Point', coordinates: [3, -4] },
        {
          type: 'LineString',
          coordinates: [
            [1, 2],
            [5, 1],
          ],
        },
      ]),
    ).toEqual([1, -4, 5, 2])
  })

  it('refuses to frame nothing', () => {
    expect(() => frameBounds([])).toThrow(RangeError)
  })
})

describe('borderBearing', () => {
  const border = (...coordinates: LngLat[]): Feature<LineString> => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates },
  })

  it.each([
    ['north', border([10, 49], [10, 51]), 0],
    ['east', border([9, 50], [11, 50]), 90],
    ['north, drawn southwards', border([10, 51], [10, 49]), 0],
  ])('is that of a border that runs %s', (_, line, degrees) => {
    expect(borderBearing([10.01, 50.01], [line])).toBeCloseTo(degrees, 0)
  })

  it('takes the nearest of the segments', () => {
    expect(borderBearing([10.05, 50.02], [border([10, 49], [10, 51]), border([9, 50.03], [11, 50.03])])).toBeCloseTo(
      90,
      0,
    )
  })

  it('takes the nearest, whichever comes first', () => {
    const [near, far] = [border([9, 50.03], [11, 50.03]), border([10, 49], [10, 51])]
    expect(borderBearing([10.05, 50.02], [near, far])).toBeCloseTo(90, 0)
    expect(borderBearing([10.05, 50.02], [far, near])).toBeCloseTo(90, 0)
  })

  it('is null 18 km off to the north-east, though 13 km north and 13 km east', () => {
    const east = 10 + 13 / (111.195 * Math.cos((50 * Math.PI) / 180))
    const north = 50 + 13 / 111.195
    expect(borderBearing([10, 50], [border([east, north], [east + 1, north + 1])])).toBeNull()
  })

  it('is null beyond 15 km', () => {
    const meridian = border([10, 49], [10, 51])
    const at = (km: number) =>
      along(
        lineString([
          [10, 50],
          [12, 50],
        ]),
        km,
      ).geometry.coordinates
    const [near = 0] = at(14.5)
    const [far = 0] = at(15.5)
    expect(borderBearing([near, 50], [meridian])).not.toBeNull()
    expect(borderBearing([far, 50], [meridian])).toBeNull()
    expect(borderBearing([10, 50], [])).toBeNull()
  })

  it('is from 0 to below 180', () => {
    fc.assert(
      fc.property(position, position, (from, to) => {
        const bearing = borderBearing(from, [border(from, to)])
        if (bearing !== null) expect(bearing >= 0 && bearing < 180).toBe(true)
      }),
    )
  })
})

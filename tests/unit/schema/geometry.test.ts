import { booleanClockwise } from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { geometrySchema } from '@/lib/schema/geometry'

/** What is wrong with a geometry: the path of the first issue, and its words. */
function wrongWith(geometry: unknown): [path: string, message: string] {
  const [issue] = geometrySchema.safeParse(geometry).error?.issues ?? []
  return [issue?.path.join('.') ?? '', issue?.message ?? '']
}

const counterclockwise: [number, number][] = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 0],
]

describe('geometrySchema', () => {
  it('takes several points, and a collection of shapes', () => {
    const points = {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    }
    expect(geometrySchema.parse(points)).toEqual(points)
    const collection = { type: 'GeometryCollection', geometries: [points, { type: 'Point', coordinates: [5, 6] }] }
    expect(geometrySchema.parse(collection)).toEqual(collection)
  })

  it('reads over an altitude, in every type', () => {
    expect(geometrySchema.parse({ type: 'Point', coordinates: [1, 2, 300] })).toEqual({
      type: 'Point',
      coordinates: [1, 2],
    })
    expect(
      geometrySchema.parse({
        type: 'LineString',
        coordinates: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      }),
    ).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [4, 5],
      ],
    })
  })

  it.each([
    ['Polygon', false],
    ['Polygon', true],
  ])('turns a ring of a %s that runs clockwise: %s', (type, clockwise) => {
    const ring = clockwise ? counterclockwise.toReversed() : counterclockwise
    expect(geometrySchema.parse({ type, coordinates: [ring] })).toEqual({ type, coordinates: [counterclockwise] })
  })

  it('has outer rings counterclockwise and holes clockwise, however they came', () => {
    const hole: [number, number][] = [
      [0.5, 0.2],
      [1, 0.2],
      [1, 0.6],
      [0.5, 0.2],
    ]
    const either = (ring: [number, number][]) => fc.boolean().map((turned) => (turned ? ring.toReversed() : ring))
    fc.assert(
      fc.property(either(counterclockwise), either(hole), (outer, inner) => {
        const parsed = geometrySchema.parse({ type: 'MultiPolygon', coordinates: [[outer, inner]] })
        if (parsed.type !== 'MultiPolygon') throw new Error('another type')
        expect(parsed.coordinates[0]?.map((ring) => booleanClockwise(ring))).toEqual([false, true])
      }),
    )
  })

  it.each([
    [{ type: 'Point', coordinates: ['11', 56] }, 'coordinates.0', 'without quotation marks'],
    [{ type: 'Point', coordinates: '11,56' }, 'coordinates', 'is not a position'],
    [{ type: 'Point', coordinates: [] }, 'coordinates', 'is not a position'],
    [{ type: 'Point', coordinates: [1, 2, 3, 4] }, 'coordinates', 'more than three numbers'],
    [{ type: 'Point', coordinates: [56, 111] }, 'coordinates.1', '[longitude, latitude]'],
    [{ type: 'Point', coordinates: [500_000, 5] }, 'coordinates.0', 'in degrees'],
    [{ type: 'Polygon', coordinates: [counterclockwise.slice(0, 3).concat([[0, 1]])] }, 'coordinates.0', 'not closed'],
    [{ type: 'Polygon', coordinates: [counterclockwise.slice(0, 3).concat([[1, 0]])] }, 'coordinates.0', 'not closed'],
    [{ type: 'Point', coordinates: [null, 5] }, 'coordinates.0', 'is not a number'],
    [{ type: 'Point', coordinates: [1, 2, true] }, 'coordinates.2', 'is not a number'],
    [{ coordinates: [1, 2] }, 'type', 'must be one of “Point”'],
    [{ type: 'Circle', coordinates: [1, 2] }, 'type', 'must be one of “Point”'],
    [
      { type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] },
      'geometries.0.type',
      'put its members into the outer one',
    ],
    [{ type: 'GeometryCollection', geometries: [{ type: 'Circle' }] }, 'geometries.0.type', 'must be one of “Point”'],
  ])('names what is wrong and what to do: %j', (geometry, path, words) => {
    const [where, message] = wrongWith(geometry)
    expect(where).toBe(path)
    expect(message).toContain(words)
  })

  it.each([null, 'Point', 5])('takes %j for no geometry, and does not ask for a type', (geometry) => {
    const [path, message] = wrongWith(geometry)
    expect(path).toBe('')
    expect(message).not.toContain('must be one of')
  })
})

import { describe, expect, it } from 'vitest'
import { areOverlapping, boundsAround } from '@/lib/geo/around-globe'
import { frameBounds } from '@/lib/geo/bounds'
import { placesWithin } from '@/lib/geo/places-within'
import { threadSchema } from '@/lib/schema/case'
import { geometrySchema } from '@/lib/schema/geometry'
import { readView } from '@/lib/url/view-codec'
import { toSceneCamera } from '@/lib/wall/scene-view'

const square = (west: number, east: number) => [
  [
    [west, -16],
    [east, -16],
    [east, -15],
    [west, -15],
    [west, -16],
  ],
]

describe('over the antimeridian', () => {
  it('bounds with west above east go on to its other side', () => {
    const thread = { id: 'a', title: 'A', hue: 'slate', sentence: 'S.' }
    const bounds = (given: number[]) => threadSchema.safeParse({ ...thread, bounds: given }).data?.bounds
    expect(bounds([177, -20, -178, -16])).toEqual([177, -20, 182, -16])
    expect(bounds([9, 41, 57, 62])).toEqual([9, 41, 57, 62])
    expect(bounds([9, 41, 9, 62])).toBeUndefined()
    expect(bounds([9, 62, 57, 41])).toBeUndefined()
  })

  it('an island that is cut there is framed where it lies, and all else as its numbers are', () => {
    const island = { type: 'MultiPolygon' as const, coordinates: [square(179, 180), square(-180, -179)] }
    expect(frameBounds([island])).toEqual([179, -16, 181, -15])
    expect(frameBounds([{ type: 'Polygon', coordinates: square(9, 12) }])).toEqual([9, -16, 12, -15])
    const empty = { type: 'MultiPolygon' as const, coordinates: [square(9, 12), []] }
    expect(frameBounds([empty])).toEqual([9, -16, 12, -15])
    const points = [179.9, -179.9].map((lng) => ({ type: 'Point' as const, coordinates: [lng, -17] }))
    const [west, , east] = frameBounds(points)
    expect([west, east]).toEqual([179.9, expect.closeTo(180.1)])
    expect(frameBounds([-120, 30, 150].map((lng) => ({ type: 'Point' as const, coordinates: [lng, 0] })))).toEqual([
      30, 0, 240, 0,
    ])
  })

  it('a line that is not cut goes on beyond it, and comes back', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [170, 0],
        [-170, 5],
        [-160, 6],
        [175, 7],
      ],
    }
    expect(geometrySchema.parse(line)).toEqual({
      type: 'LineString',
      coordinates: [
        [170, 0],
        [190, 5],
        [200, 6],
        [175, 7],
      ],
    })
    const cut = {
      type: 'LineString',
      coordinates: [
        [-90, 0],
        [90, 5],
      ],
    }
    expect(geometrySchema.parse(cut)).toEqual(cut)
  })

  it('several places are framed together, and seen from either side', () => {
    expect(
      boundsAround([
        [179, -16, 181, -15],
        [-179.9, -18, -179.8, -17],
      ]),
    ).toEqual([179, -18, expect.closeTo(181), -15])
    expect(
      boundsAround([
        [9, 41, 12, 44],
        [20, 40, 22, 42],
      ]),
    ).toEqual([9, 40, 22, 44])
    expect(boundsAround([])).toBeNull()
    const places = [{ id: 'east', bounds: [-179.9, -17, -179.8, -16] as const }]
    expect([...placesWithin(places, [177, -20, 182, -14])]).toEqual(['east'])
    expect(areOverlapping([170, 0, 179, 1], [-179, 0, -170, 1])).toBe(false)
  })

  it('a camera there is one that an address and a scene can name', () => {
    expect(readView('?map=6/-16/181').map).toEqual({ zoom: 6, lat: -16, lng: -179 })
    expect(toSceneCamera([179, -16, 183, -15]).center[0]).toBeCloseTo(-179)
  })
})

import { describe, expect, it } from 'vitest'
import { outlineLines } from '@/lib/geo/outline-lines'

describe('outlineLines', () => {
  it('are the rings of a polygon, holes too', () => {
    const rings = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ]
    expect(outlineLines(rings)).toEqual(rings)
  })

  it('have no side where the data is cut at 180°', () => {
    const ring = [
      [178, 60],
      [180, 61],
      [180, 66],
      [178, 67],
      [178, 60],
    ]
    expect(outlineLines([ring])).toEqual([
      [
        [178, 60],
        [180, 61],
      ],
      [
        [180, 66],
        [178, 67],
        [178, 60],
      ],
    ])
    expect(outlineLines([ring.map(([lng = 0, lat = 0]) => [-lng, lat])])).toHaveLength(2)
  })

  it('have none along the pole, and lose what touches the cut alone', () => {
    const ring = [
      [-180, -90],
      [-180, -80],
      [0, -70],
      [180, -80],
      [180, -90],
      [-180, -90],
    ]
    expect(outlineLines([ring])).toEqual([
      [
        [-180, -80],
        [0, -70],
        [180, -80],
      ],
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { boundsToCamera, towardsBounds, widenBounds } from '@/lib/geo/camera-to-bounds'
import { clipLineToFrame, clipRingToFrame } from '@/lib/geo/clip-to-frame'
import { fitMercator, projectMercator } from '@/lib/geo/project-mercator'

describe('projectMercator', () => {
  it('puts the meeting of equator and prime meridian in the middle', () => {
    expect(projectMercator([0, 0])).toEqual([0.5, 0.5])
  })

  it('ends at the latitude where the square ends', () => {
    expect(projectMercator([-180, 85.051129])[1]).toBeCloseTo(0, 6)
    expect(projectMercator([180, -90])[1]).toBeCloseTo(1, 6)
  })

  it('agrees with the published tile of Kyiv', () => {
    const [x, y] = projectMercator([30.5238, 50.4547])
    expect([Math.floor(x * 256), Math.floor(y * 256)]).toEqual([149, 86])
  })
})

describe('fitMercator', () => {
  it('shows the bounds whole and in the middle', () => {
    const project = fitMercator([22, 44, 40, 52], 800, 400)
    const [left, top] = project([22, 52])
    const [right, bottom] = project([40, 44])
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(-1e-6)
    expect(left + right).toBeCloseTo(800)
    expect(top + bottom).toBeCloseTo(400)
  })

  it('frames a point once its bounds are widened', () => {
    expect(widenBounds([15, 55, 15, 55], 1)).toEqual([14.5, 54.5, 15.5, 55.5])
    expect(widenBounds([0, 50, 10, 50.5], 1)).toEqual([0, 49.75, 10, 50.75])
    expect(() => boundsToCamera(widenBounds([15, 55, 15, 55], 1), { width: 100, height: 100 })).not.toThrow()
  })

  it('moves edges towards those of what lies around, and none inwards', () => {
    expect(towardsBounds([10, 50, 20, 60], [4, 44, 23, 57], 1 / 3)).toEqual([8, 48, 21, 60])
    expect(towardsBounds([10, 50, 20, 60], [12, 52, 18, 58], 1)).toEqual([10, 50, 20, 60])
  })

  it('refuses bounds without extent', () => {
    expect(() => fitMercator([22, 44, 22, 52], 800, 400)).toThrow(RangeError)
  })
})

describe('clipping to a frame', () => {
  const frame = { left: 0, top: 0, right: 10, bottom: 10 }

  it('cuts a ring at the frame', () => {
    const ring = clipRingToFrame(
      [
        [-5, 2],
        [5, 2],
        [5, 8],
        [-5, 8],
        [-5, 2],
      ],
      frame,
    )
    expect(Math.min(...ring.map(([x]) => x))).toBe(0)
    expect(Math.max(...ring.map(([x]) => x))).toBe(5)
  })

  it('leaves nothing of a ring outside', () => {
    expect(
      clipRingToFrame(
        [
          [20, 20],
          [30, 20],
          [30, 30],
          [20, 20],
        ],
        frame,
      ),
    ).toEqual([])
  })

  it('parts a line that leaves and returns', () => {
    expect(
      clipLineToFrame(
        [
          [1, 1],
          [20, 1],
          [30, 5],
          [20, 9],
          [1, 9],
        ],
        frame,
      ),
    ).toHaveLength(2)
  })

  it('keeps a line that crosses with no point inside', () => {
    const line: [number, number][] = [
      [-50, 5],
      [60, 5],
      [60, 90],
    ]
    expect(clipLineToFrame(line, frame)).toEqual([line.slice(0, 2)])
  })
})

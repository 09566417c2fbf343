import { describe, expect, it } from 'vitest'
import { drawMeasuredLine } from '@/lib/client/measure/tool-drawings'
import type { LngLat } from '@/lib/schema/geometry'

const words = { km: (km: number) => `${Math.round(km)} km`, km2: (km2: number) => `${Math.round(km2)} km²` }
const partsOf = (points: readonly LngLat[], asksAround = false) =>
  drawMeasuredLine(points, [], words, asksAround).features.map(({ properties }) => properties?.part)

describe('a measured line as it is drawn', () => {
  const line: LngLat[] = [
    [30, 50],
    [31, 50],
  ]

  it('is its points, what joins them and how long that is', () => {
    expect(partsOf(line)).toEqual(['line', 'point', 'point', 'label'])
    expect(partsOf([[30, 50]])).toEqual(['point'])
    expect(partsOf([])).toEqual([])
  })

  it('has the circle about its start, where that is asked for', () => {
    const { features } = drawMeasuredLine(line, [], words, true)
    expect(features.map(({ properties }) => properties?.part)).toEqual([
      'area',
      'line',
      'line',
      'point',
      'point',
      'label',
    ])
    expect(features[0]?.geometry.type).toBe('Polygon')
    // Two clicks on one spot enclose nothing, and a line of three points has no circle.
    expect(
      partsOf(
        [
          [30, 50],
          [30, 50],
        ],
        true,
      ),
    ).not.toContain('area')
    expect(partsOf([...line, [32, 52]], true)).not.toContain('area')
  })

  it('closed is its area, whatever is asked for', () => {
    const ring: LngLat[] = [...line, [31, 51], [30, 50]]
    for (const asksAround of [false, true])
      expect(partsOf(ring, asksAround).filter((part) => part === 'area')).toHaveLength(1)
  })
})

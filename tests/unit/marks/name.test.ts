import { describe, expect, it } from 'vitest'
import { marks } from '@/lib/map/marks'
import type { Mark } from '@/lib/schema/layer'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, point, svgOf } from './mark-kit'

const layer = layerOf('name')

describe('the mark of names', () => {
  it('has a valid style and takes any properties', () => {
    expectValidStyle(layer)
    expectNoHarm(layer)
  })

  it('draws no mark: its name is written as the ground’s own are', () => {
    expect(svgOf(layer, [feature(point(50, 50), { part: 'name' })])).toBe('')
  })

  it('has a legend that no other mark has', () => {
    const rows = (Object.keys(marks) as Mark[]).map((mark) => JSON.stringify(legendOf(layerOf(mark)).row.strokes))
    expect(new Set(rows).size).toBe(rows.length)
  })
})

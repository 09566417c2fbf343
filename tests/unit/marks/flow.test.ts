import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { marks } from '@/lib/map/marks'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, svgOf } from './mark-kit'

const layer = layerOf('flow', { largest: 98_000 })
const piece: Geometry = {
  type: 'LineString',
  coordinates: [
    [20, 20],
    [40, 20],
  ],
}
const widthOf = (svg: string) => Number(svg.match(/stroke-width="([\d.]+)"/)?.[1])

describe('the mark of flows', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, layerOf('flow'), layerOf('flow', { largest: 0 })]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('is as wide on the still map as its number is large, and wider towards its head', () => {
    const width = (size: number, along: number) => widthOf(svgOf(layer, [feature(piece, { part: 'arc', size, along })]))
    expect(width(98_000, 1)).toBeCloseTo(12)
    expect(width(49_000, 1)).toBeCloseTo(6.5)
    expect(width(98_000, 0.2)).toBeLessThan(width(98_000, 0.9))
  })

  it('is dashed where the number is not known, and not where it is', () => {
    const pieces = (more: object) =>
      svgOf(
        layer,
        [0.25, 0.5, 0.75].map((along) => feature(piece, { part: 'arc', along, ...more })),
      ).match(/<path/g)
    expect(pieces({})).toHaveLength(2)
    expect(pieces({ size: 5 })).toHaveLength(3)
  })

  it('has a head that points along its last piece', () => {
    expect(svgOf(layer, [feature(piece, { part: 'arc', size: 9, along: 1 })])).toContain('translate(40 20)rotate(0)')
  })

  it('says in the legend what its ends mean, where the case says it', () => {
    const ends = { from: 'Where from: not recorded', to: 'The border where they were counted' }
    const { keys } = legendOf(layerOf('flow', { ends }))
    expect(keys.map(({ says }) => says)).toEqual([{ name: ends.from }, { name: ends.to }])
    expect(JSON.stringify(keys[0]?.strokes)).not.toBe(JSON.stringify(keys[1]?.strokes))
    expect(legendOf(layer).keys).toEqual([])
  })

  it('is written with its number, its days and who says so', () => {
    const label = feature({ type: 'Point', coordinates: [40, 20] }, { caption: '9 people', detail: 'May · Office' })
    expect(marks.flow.label?.(label)).toBe('9 people · May · Office')
  })
})

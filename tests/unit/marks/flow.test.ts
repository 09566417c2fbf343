import { featureFilter } from '@maplibre/maplibre-gl-style-spec'
import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import { PIECE_REACH } from '@/lib/derive/drawn-feature'
import { marks } from '@/lib/map/marks'
import { themes } from '@/lib/map/theme'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, svgOf } from './mark-kit'

const layer = layerOf('flow', { largest: 98_000 })
const piece: Geometry = {
  type: 'LineString',
  coordinates: [
    [20, 20],
    [40, 20],
  ],
}
const linesOf = (svg: string) => [...svg.matchAll(/stroke-width="([\d.]+)" stroke-opacity="([\d.]+)"/g)]

describe('the mark of flows', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, layerOf('flow'), layerOf('flow', { largest: 0 })]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('is as wide on the still map as its number is large, 17 px for the largest, and wider towards its head', () => {
    const width = (size: number, along: number) => {
      const [, line] = linesOf(svgOf(layer, [feature(piece, { part: 'arc', size, along })]))
      return Number(line?.[1])
    }
    expect(width(98_000, 1)).toBeCloseTo(17)
    expect(width(49_000, 1)).toBeCloseTo(8.5)
    expect(width(98_000, 0.2)).toBeLessThan(width(98_000, 0.9))
  })

  it('is narrower from afar, where it is short and would be all head, the same on both maps', () => {
    const far = linesOf(svgOf(layer, [feature(piece, { part: 'arc', size: 98_000, along: 1 })], { zoom: 1 }))
    expect(Number(far[1]?.[1])).toBeCloseTo(0.55 * 17, 1)
    const line = marks.flow
      .style(layer, themes.light, { schematic: '' })
      .obstacles?.find(({ id }) => id.endsWith('/line'))
    const width: unknown = line?.type === 'line' ? line.paint?.['line-width'] : undefined
    const stops = ['interpolate', ['linear'], ['zoom'], 2, expect.anything(), 3.4, expect.anything()]
    expect(width).toEqual(stops)
    expect(JSON.stringify(width)).toContain('["*",0.55,')
  })

  it('fades towards its tail, as the pieces that lie over each other do together', () => {
    const opacity = (along: number) => {
      const one = Number(linesOf(svgOf(layer, [feature(piece, { part: 'arc', size: 9, along })]))[1]?.[2])
      return 1 - (1 - one) ** PIECE_REACH
    }
    expect(opacity(0)).toBe(0)
    expect(opacity(0.45)).toBeCloseTo(0.7, 1)
    expect(opacity(0.8)).toBe(1)
  })

  it('lies over the symbols of the borders that it crosses, its body over the back of its head', () => {
    const { ground, obstacles = [] } = marks.flow.style(layer, themes.light, { schematic: '' })
    expect(ground).toEqual([])
    expect(obstacles.map(({ id }) => id.split('/').at(-1))).toEqual([
      ...['casing', 'head', 'line', 'open', 'left', 'right', 'body'],
    ])
  })

  it('is dashed and pale where its number is not known, or how it is split, and not where it is', () => {
    const one = (more: object) => svgOf(layer, [feature(piece, { part: 'arc', along: 1, ...more })])
    expect(one({})).toContain('stroke-dasharray')
    expect(one({ size: 5, undivided: true })).toContain('stroke-dasharray')
    expect(one({ size: 5 })).not.toContain('stroke-dasharray')
  })

  it('has on the live map, too, edges of every other piece where it is dashed, the last among them', () => {
    const edge = marks.flow
      .style(layer, themes.light, { schematic: '' })
      .obstacles?.find(({ id }) => id.endsWith('/left'))
    const filter = featureFilter(edge !== undefined && 'filter' in edge ? edge.filter : undefined, 'filter')
    const isDrawn = (piece: number) =>
      filter.filter({ zoom: 4 }, { type: 2, properties: { part: 'arc', along: piece / 23, undivided: true } })
    expect([20, 21, 22, 23].map(isDrawn)).toEqual([false, true, false, true])
  })

  it('has a head that begins where its line ends and passes beyond, along its last piece', () => {
    const head = svgOf(layer, [feature(piece, { part: 'arc', size: 98_000, along: 1 })]).match(
      /M([\d.]+) [\d.]+L([\d.]+) ([\d.]+)L[\d. ]+Z/,
    )
    expect(head?.slice(1).map(Number)).toEqual([40, 61.4, 20])
  })

  it('says in the legend what its ends mean, where the case says it', () => {
    const ends = { from: 'Where from: not recorded', to: 'The border where they were counted' }
    const { keys } = legendOf(layerOf('flow', { ends }))
    expect(keys.map(({ says }) => says)).toEqual([{ name: ends.from }, { name: ends.to }])
    expect(JSON.stringify(keys[0]?.strokes)).not.toBe(JSON.stringify(keys[1]?.strokes))
    expect(legendOf(layer).keys).toEqual([])
    const undivided = 'How it is split: not recorded'
    const split = legendOf(layerOf('flow', { ends: { ...ends, undivided } })).keys[2]
    expect(split?.says).toEqual({ name: undivided })
    expect(JSON.stringify(split?.strokes)).toContain('dashes')
  })

  it('is written with its number, its days and who says so', () => {
    const label = feature({ type: 'Point', coordinates: [40, 20] }, { caption: '9 people', detail: 'May · Office' })
    expect(marks.flow.label?.(label)).toBe('9 people · May · Office')
  })
})

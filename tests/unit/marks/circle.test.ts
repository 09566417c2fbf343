import { describe, expect, it } from 'vitest'
import { themes } from '@/lib/map/theme'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, point, svgOf } from './mark-kit'

const layer = layerOf('circle', { largest: 400 })
const categories = { property: 'kind', values: [{ value: 1, name: 'One', hue: 'rose' as const }] }
const radii = (svg: string) => [...svg.matchAll(/ r="([\d.]+)"/g)].map(([, r]) => Number(r))

describe('the mark of circles', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, layerOf('circle', { largest: 0 }), layerOf('circle', { categories, unsorted: true })]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('has twice the area for twice the number, the largest lowest', () => {
    const sized = [100, 400, 200].map((size) => feature(point(50, 50), { part: 'point', size }))
    const [largest = 0, half = 0, quarter = 0] = radii(svgOf(layer, sized))
    expect((largest / half) ** 2).toBeCloseTo(2, 1)
    expect((half / quarter) ** 2).toBeCloseTo(2, 1)
  })

  it('is a small open ring where there is no number, and no circle at all for nothing', () => {
    const svg = svgOf(layer, [feature(point(50, 50), { part: 'point' })])
    expect(radii(svg)).toEqual([4])
    expect(svg).toContain('fill-opacity="0"')
    expect(radii(svgOf(layer, [feature(point(50, 50), { part: 'point', size: 0 })]))).toEqual([0])
  })

  it('has its category’s hue, and says so in the legend', () => {
    const sorted = layerOf('circle', { categories })
    const svg = svgOf(sorted, [feature(point(50, 50), { part: 'point', size: 1, category: '0' })])
    expect(svg).toContain(`fill="${themes.light.hues.rose.mark}"`)
    expect(legendOf(sorted).keys).toMatchObject([{ colour: 'rose', says: { name: 'One' } }])
  })

  it('is not drawn outside the frame', () => {
    expect(svgOf(layer, [feature(point(500, 50), { part: 'point', size: 1 })])).toBe('')
  })
})

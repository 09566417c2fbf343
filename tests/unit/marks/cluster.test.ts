import { describe, expect, it } from 'vitest'
import { drawnBy, expectNoHarm, expectValidStyle, feature, layerOf, legendOf, point, styleOf, svgOf } from './mark-kit'

const layer = layerOf('cluster')
const at = (x: number, y: number) => feature(point(x, y), { part: 'point' })

describe('the mark of clusters', () => {
  it('has a valid style and takes any properties', () => {
    expectValidStyle(layer)
    expectNoHarm(layer)
  })

  it('has a source that gathers points and nothing else', () => {
    expect(styleOf(layer).sources['case:things']).toMatchObject({
      cluster: true,
      filter: ['==', ['get', 'part'], 'point'],
    })
  })

  it('draws what stands together as a circle with its number, and a point alone as its symbol', () => {
    const filters = drawnBy(layer).map((each) => ['filter' in each ? JSON.stringify(each.filter) : '', each.id])
    const together = filters.filter(([filter]) => filter === '["has","point_count"]').map(([, id]) => id)
    expect(together).toEqual(['case:things/together', 'case:things/count'])
    expect(filters.filter(([filter]) => filter?.includes('["!",["has","point_count"]]')).length).toBeGreaterThan(0)
  })

  it('does the same on the still map', () => {
    const svg = svgOf(layer, [at(10, 10), at(11, 11), at(12, 12), at(90, 90)])
    expect(svg).toContain('>3</text>')
    expect(svg).toContain('cx="11" cy="11"')
    expect(svg.match(/<use/g)).toHaveLength(1)
    expect(svgOf(layer, [at(10, 10), at(11, 11)], { zoom: 14 }).match(/<use/g)).toHaveLength(2)
  })

  it('rings the circle that a selected point stands in, on the live map and the still one', () => {
    const ring = drawnBy(layer).find(({ id }) => id === 'case:things/ring')
    expect(ring && 'filter' in ring ? ring.filter : null).toEqual([
      'all',
      ['has', 'point_count'],
      ['>', ['get', 'selected'], 0],
    ])
    expect(styleOf(layer).sources['case:things']).toHaveProperty('clusterProperties.selected')
    const features = [at(10, 10), feature(point(11, 11), { part: 'point', place: 'q' })]
    const isSelected = (each: { properties: { place?: unknown } | null }) => each.properties?.place === 'q'
    const circles = (svg: string) => svg.match(/<circle/g)?.length
    expect(circles(svgOf(layer, features))).toBe(1)
    expect(circles(svgOf(layer, features, { isSelected }))).toBe(2)
  })

  it('counts ten thousand in linear time', () => {
    const many = Array.from({ length: 10_000 }, () => at(10, 10))
    expect(svgOf(layer, many)).toContain('>10000</text>')
  })

  it('has a legend of its own', () => {
    expect(legendOf(layer).row.strokes).not.toEqual(legendOf(layerOf('circle')).row.strokes)
  })
})

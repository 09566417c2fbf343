import { describe, expect, it } from 'vitest'
import {
  drawnBy,
  expectNoHarm,
  expectValidStyle,
  feature,
  layerOf,
  legendOf,
  lightness,
  point,
  svgOf,
} from './mark-kit'

const layer = layerOf('density')
const weighed = layerOf('density', { size: { by: 'property', property: 'dead' }, largest: 10 })
const many = (count: number, x: number) =>
  Array.from({ length: count }, (_, index) => feature(point(x + index / 1000, 50), { part: 'point', size: 2 }))
const opacities = (svg: string) => [...svg.matchAll(/fill-opacity="([\d.]+)"/g)].map(([, each]) => Number(each))

describe('the mark of densities', () => {
  it('has a valid style and takes any properties', () => {
    for (const each of [layer, weighed]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
  })

  it('weighs nothing where a place is hidden, and grows with numbers where it has some', () => {
    const weight = (each: typeof layer) => {
      const heat = drawnBy(each).find(({ type }) => type === 'heatmap')
      return JSON.stringify(heat?.paint)
    }
    expect(weight(layer)).toContain('"heatmap-weight":["case",["boolean",["feature-state","hidden"],false],0,1]')
    expect(weight(weighed)).toContain('["/",["coalesce",["get","size"],0],10]')
  })

  it('gives way to its points from near', () => {
    const layers = drawnBy(layer)
    const heat = layers.find(({ type }) => type === 'heatmap')
    const points = layers.filter(({ type }) => type !== 'heatmap')
    expect(points.length).toBeGreaterThan(0)
    expect(points.every(({ minzoom = 0 }) => minzoom >= 9 && minzoom <= (heat?.maxzoom ?? 0) + 1)).toBe(true)
    expect(svgOf(layer, many(3, 20), { zoom: 12 }).match(/<use/g)).toHaveLength(3)
  })

  it('is hexagons on the still map, the fuller the more points are in them', () => {
    const [few = 0, most = 0, ...others] = opacities(svgOf(layer, [...many(2, 15), ...many(60, 80)]))
    expect(others).toEqual([])
    expect(most).toBeCloseTo(0.92)
    expect(few).toBeLessThan(most)
    expect(lightness('#0b76a8', few) - lightness('#0b76a8', most)).toBeGreaterThan(0.1)
  })

  it('draws ten thousand points as few forms', () => {
    expect(opacities(svgOf(layer, many(10_000, 20))).length).toBeLessThan(10)
  })

  it('has a legend of rising fullness', () => {
    const fullness = legendOf(layer).row.strokes.map(({ opacity = 1 }) => opacity)
    expect(fullness).toEqual(fullness.toSorted((a, b) => a - b))
  })
})

import { describe, expect, it } from 'vitest'
import { marks } from '@/lib/map/marks'
import { dotGlyph } from '@/lib/schema/plain-values'
import {
  expectNoHarm,
  expectValidStyle,
  feature,
  highlightOf,
  layerOf,
  legendOf,
  point,
  square,
  svgOf,
} from './mark-kit'

const readings = layerOf('rings', { largest: 4 })
const trueSize = layerOf('rings', { glyph: dotGlyph })
const radii = (svg: string) => [...svg.matchAll(/ r="([\d.]+)"/g)].map(([, r]) => Number(r))

describe('the mark of rings', () => {
  it('has a valid style and takes any properties', () => {
    for (const layer of [readings, trueSize, layerOf('rings', { largest: 0 })]) {
      expectValidStyle(layer)
      expectNoHarm(layer)
    }
  })

  it('has a legend that tells true size from readings by shape', () => {
    expect(JSON.stringify(legendOf(readings).row.strokes)).not.toBe(JSON.stringify(legendOf(trueSize).row.strokes))
  })

  it('draws two readings of one thing as two rings that grow with them, and writes both', () => {
    const shock = feature(point(50, 50), { part: 'point', size: 4, sizeLow: 2, caption: 'A 4 · B 2' })
    const [high = 0, low = 0, ...others] = radii(svgOf(readings, [shock], { zoom: 6 }))
    expect(others).toEqual([])
    expect([high, low]).toEqual([14, 7])
    expect(marks.rings.label?.(shock)).toBe('A 4 · B 2')
  })

  it('draws one small and thin ring from afar, where two would be a blot larger than what was touched', () => {
    const shock = feature(point(50, 50), { part: 'point', size: 4, sizeLow: 2 })
    const svg = svgOf(readings, [shock], { zoom: 2 })
    expect(radii(svg)).toEqual([2.5])
    expect(svg).toContain('stroke-width="1"')
    const highlighted = highlightOf(readings, [shock], { zoom: 2 }).marks ?? ''
    expect(new Set(radii(highlighted))).toEqual(new Set([2.5]))
  })

  it('draws true sizes as they are, tentative ones dotted, and a symbol until they can be seen', () => {
    const ring = (more = {}) => svgOf(trueSize, [feature(square, { part: 'ring', ...more })])
    expect(ring()).not.toContain('dasharray')
    expect(ring({ tentative: true })).toContain('stroke-dasharray')
    const leak = [feature(point(50, 50), { part: 'point' })]
    expect(svgOf(trueSize, leak, { zoom: 6 })).toContain('<use')
    expect(svgOf(trueSize, leak, { zoom: 11 })).toBe('')
  })
})

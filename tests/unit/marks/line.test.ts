import { describe, expect, it } from 'vitest'
import type { MapLayer } from '@/lib/map/case-layer'
import { themes } from '@/lib/map/theme'
import { dotGlyph } from '@/lib/schema/plain-values'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, line, point, styleOf, svgOf } from './mark-kit'

const layers: Record<string, MapLayer> = {
  solid: layerOf('line'),
  dashed: layerOf('line', { pattern: 'dashed' }),
  double: layerOf('line', { pattern: 'double' }),
  length: layerOf('line', { size: 'length', glyph: dotGlyph }),
}

describe('the mark of lines', () => {
  it.each(Object.entries(layers))('has a valid style and takes any properties: %s', (_, layer) => {
    expectValidStyle(layer)
    expectNoHarm(layer)
  })

  it('has a legend that shape alone tells apart', () => {
    const rows = Object.values(layers).map((layer) => JSON.stringify(legendOf(layer).row.strokes))
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('keeps every vertex, on the live map and on the still one', () => {
    expect(styleOf(layerOf('line')).sources['case:things']).toMatchObject({ tolerance: 0 })
    const svg = svgOf(layerOf('line'), [feature(line, { part: 'line' })])
    expect(svg.match(/ d="(M[^"]*)"/)?.[1]).toBe('M10 10l0.2 0.1 0.2 0.2 69.6 49.7')
  })

  it('is dashed on the still map after a scheme or by its pattern, and has two strands as a double one', () => {
    const svg = (layer: MapLayer | undefined, properties = {}) =>
      svgOf(layer ?? layerOf('line'), [feature(line, { part: 'line', ...properties })])
    expect(svg(layers.solid)).not.toContain('dasharray')
    expect(svg(layers.solid, { schematic: true })).toContain('stroke-dasharray')
    expect(svg(layers.dashed)).toContain('stroke-dasharray')
    expect(svg(layers.length, { doubtful: true })).toContain('stroke-dasharray')
    expect(svg(layers.double).match(/<path/g)).toHaveLength(3)
  })

  it('has a symbol stand in on the still map for a length that is too small to see', () => {
    const label = feature(point(80, 60), { part: 'label' })
    const layer = layerOf('line', { size: 'length', glyph: dotGlyph })
    expect(svgOf(layer, [label], { zoom: 5 })).toContain('<use href="#things.dot"')
    expect(svgOf(layer, [label], { zoom: 8 })).toBe('')
  })

  it('is edged in the colour of choices while it is selected', () => {
    const svg = svgOf(layerOf('line'), [feature(line, { part: 'line' })], { isSelected: () => true })
    expect(svg).toContain(`stroke="${themes.light.focus}"`)
  })
})

import { describe, expect, it } from 'vitest'
import type { MapLayer } from '@/lib/map/case-layer'
import { themes } from '@/lib/map/theme'
import type { Glyph } from '@/lib/schema/plain-values'
import { readSymbol } from '@/lib/server/parse-files'
import { expectNoHarm, expectValidStyle, feature, layerOf, legendOf, point, svgOf } from './mark-kit'

function glyph(name: string): Glyph {
  const found = readSymbol(name)
  if (found === null) throw new Error(`there is no symbol ${name}`)
  return found
}

const harbour = glyph('harbor')
const fire = glyph('fire-station')
const categories: MapLayer['categories'] = {
  property: 'kind',
  values: [
    { value: 'fire', name: 'Fires', symbol: 'fire-station', hue: 'vermilion' },
    { value: 'port', name: 'Harbours', hue: 'pine' },
  ],
}
const sorted = layerOf('symbol', { glyph: harbour, categories, glyphs: { 'fire-station': fire }, unsorted: true })
const at = (more = {}) => [feature(point(50, 50), { part: 'point', ...more })]

describe('the mark of symbols', () => {
  it('has a valid style and takes any properties', () => {
    const layers = [
      layerOf('symbol'),
      layerOf('symbol', { glyph: harbour }),
      layerOf('symbol', { glyph: glyph('bar'), turn: 'across-border' }),
      sorted,
    ]
    for (const layer of layers) {
      expectValidStyle(layer)
      expectNoHarm(layer)
    }
  })

  it('draws its own form on the still map, not a dot, written once for all its places', () => {
    const svg = svgOf(layerOf('symbol', { glyph: harbour }), [...at(), ...at()])
    expect(svg.split(harbour.path)).toHaveLength(2)
    expect(svg.match(/<use href="#things.harbor"/g)).toHaveLength(2)
  })

  it('draws on the still map only the edge of what is estimated', () => {
    const layer = layerOf('symbol', { glyph: harbour })
    expect(svgOf(layer, at())).toContain(`fill="${themes.light.hues.azure.mark}"`)
    expect(svgOf(layer, at({ schematic: true }))).not.toContain(`fill="${themes.light.hues.azure.mark}"`)
  })

  it('turns across the border', () => {
    const layer = layerOf('symbol', { glyph: glyph('bar'), turn: 'across-border' })
    expect(svgOf(layer, at({ borderBearing: 30 }))).toContain('rotate(120)')
  })

  it('has the form and hue of a category, on the map and in the legend', () => {
    const { vermilion, azure } = themes.light.hues
    expect(svgOf(sorted, at({ category: '0' }))).toMatch(
      new RegExp(`#things.fire-station"[^>]*fill="${vermilion.mark}"`),
    )
    expect(svgOf(sorted, at({ category: '7' }))).toMatch(new RegExp(`#things.harbor"[^>]*fill="${azure.mark}"`))
    const { keys } = legendOf(sorted)
    expect(keys.map(({ says, colour }) => [says, colour])).toEqual([
      [{ name: 'Fires' }, 'vermilion'],
      [{ name: 'Harbours' }, 'pine'],
      ['other', 'azure'],
    ])
    // Forms differ without their hues.
    expect(keys[0]?.strokes[0]?.path).not.toBe(keys[1]?.strokes[0]?.path)
  })

  it('stands on a disc while it is selected', () => {
    const svg = svgOf(layerOf('symbol', { glyph: harbour }), at(), { isSelected: () => true })
    expect(svg).toContain(`stroke="${themes.light.focus}"`)
  })
})

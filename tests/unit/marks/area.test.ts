import { describe, expect, it } from 'vitest'
import type { MapLayer } from '@/lib/map/case-layer'
import { type Theme, themes } from '@/lib/map/theme'
import {
  drawnBy,
  expectNoHarm,
  expectValidStyle,
  feature,
  layerOf,
  legendOf,
  lightness,
  square,
  svgOf,
} from './mark-kit'

const categories: MapLayer['categories'] = {
  property: 'kind',
  values: [
    { value: 'open', name: 'Open', hue: 'pine' },
    { value: 'closed', name: 'Closed', pattern: 'hatch-45' },
    { value: 'planned', name: 'Planned', pattern: 'outline' },
  ],
}
const ramp = { property: 'rate', steps: [10, 20, 50], unit: '%' }
const layers: Record<string, MapLayer> = {
  fill: layerOf('area'),
  'hatch-45': layerOf('area', { pattern: 'hatch-45' }),
  'hatch-135': layerOf('area', { pattern: 'hatch-135' }),
  outline: layerOf('area', { pattern: 'outline' }),
  categories: layerOf('area', { categories, unsorted: true }),
  ramp: layerOf('area', { ramp, unsorted: true }),
}

describe('the mark of areas', () => {
  it.each(Object.entries(layers))('has a valid style and takes any properties: %s', (_, layer) => {
    expectValidStyle(layer)
    expectNoHarm(layer)
  })

  it('has a legend that shape alone tells apart', () => {
    const rows = Object.values(layers).map((layer) => JSON.stringify(legendOf(layer).row.strokes))
    // A layer of categories shows what is in none of them: a plain fill.
    expect(new Set(rows).size).toBe(rows.length - 1)
  })

  it('names its categories with their own hue and pattern, and what is left where anything is', () => {
    const { keys } = legendOf(layerOf('area', { categories, unsorted: true }))
    expect(keys.map(({ says, colour }) => [says, colour])).toEqual([
      [{ name: 'Open' }, 'pine'],
      [{ name: 'Closed' }, 'azure'],
      [{ name: 'Planned' }, 'azure'],
      ['other', 'azure'],
    ])
    expect(legendOf(layerOf('area', { categories })).keys).toHaveLength(3)
  })

  it('names the range of every step, and what has no number', () => {
    expect(legendOf(layerOf('area', { ramp, unsorted: true })).keys.map(({ says }) => says)).toEqual([
      { to: 10, unit: '%' },
      { from: 10, to: 20, unit: '%' },
      { from: 20, to: 50, unit: '%' },
      { from: 50, unit: '%' },
      'unknown',
    ])
  })

  it('has steps that greyscale tells apart, in every hue of both themes', () => {
    const opacities = legendOf(layerOf('area', { ramp: { steps: [1, 2, 3, 4] } })).keys.map(
      ({ strokes }) => strokes[0]?.opacity,
    )
    for (const { hues, land } of Object.values<Theme>(themes)) {
      for (const { mark } of Object.values(hues)) {
        const greys = opacities.map((opacity) => lightness(mark, opacity, land))
        const apart = greys.slice(1).map((grey, index) => Math.abs(grey - (greys[index] ?? 0)))
        expect(Math.min(...apart)).toBeGreaterThan(0.05)
      }
    }
  })

  it('is filled on the still map by its category or its step, and only outlined without a number', () => {
    const fill = (layer: MapLayer | undefined, properties: Record<string, unknown>) =>
      svgOf(layer ?? layerOf('area'), [feature(square, { part: 'area', ...properties })])
    expect(fill(layers.categories, { category: '0' })).toContain(`fill="${themes.light.hues.pine.mark}"`)
    expect(fill(layers.categories, { category: '1' })).toContain('fill="url(#hatch-45-azure)"')
    expect(fill(layers.categories, {})).toContain('fill-opacity="0.32"')
    expect(fill(layers.ramp, { value: 9.9 })).toContain('fill-opacity="0.12"')
    expect(fill(layers.ramp, { value: 50 })).toContain('fill-opacity="0.92"')
    expect(fill(layers.ramp, {})).toContain('fill="none"')
    expect(fill(layers['hatch-45'], { precedent: true })).toContain('url(#hatch-135-azure)')
  })

  it('hatches on the live map what is hatched, and nothing where nothing is', () => {
    const hatched = (layer: MapLayer | undefined) =>
      drawnBy(layer ?? layerOf('area')).filter(({ id }) => id.endsWith('/hatch'))
    expect(hatched(layers.categories)).toHaveLength(1)
    expect(JSON.stringify(hatched(layers.categories))).toContain('"1",true')
    expect(hatched(layers.fill)).toEqual([])
  })
})

import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { buildStyle, type StyleInput } from '@/lib/map/build-style'
import { layerName, layerSource } from '@/lib/map/case-layer'
import { themes } from '@/lib/map/theme'
import { layerIds, validRecords } from './read-fixture'

const input: StyleInput = {
  origin: 'http://localhost',
  basemapVersion: 'b',
  caseId: 'valid',
  layers: validRecords().layers.map((layer) => ({ ...layer, version: 'v' })),
  visible: layerIds,
  theme: themes.light,
  scale: 1,
  schematicWords: 'schematic',
}

const sizes = { 'a desk': 1, 'a large display': 1.6 }

describe('the style of a case’s map', () => {
  for (const theme of Object.values(themes)) {
    it.each(Object.entries(sizes))(`is valid in ${theme.name} for %s`, (_, scale) => {
      // The specification wants a glyphs address; without one the map writes in the page's own fonts.
      const faults = validateStyleMin({ ...buildStyle({ ...input, theme, scale }), glyphs: 'x/{fontstack}/{range}' })
      expect(faults.map(({ message }) => message)).toEqual([])
    })
  }

  it('draws every layer of the case, and hides those that are switched off', () => {
    const style = buildStyle({ ...input, visible: ['reactions'] })
    for (const id of layerIds) {
      const drawn = style.layers.filter((layer) => 'source' in layer && layer.source === layerSource(id))
      expect(drawn.length).toBeGreaterThan(0)
      const hidden = drawn.every((layer) => layer.layout?.visibility === 'none')
      expect(hidden).toBe(id !== 'reactions')
    }
  })

  it('asks for each layer under its version, from the page’s own origin', () => {
    for (const source of Object.values(buildStyle(input).sources))
      expect(JSON.stringify(source)).not.toMatch(/https?:\/\/(?!localhost)/)
    expect(buildStyle(input).sources[layerSource('arrivals')]).toMatchObject({
      data: 'http://localhost/api/cases/valid/layers/arrivals?v=v',
    })
  })

  it('has a town’s dot only where its name is: both are of one mark, with an image of its own', () => {
    const { layers, metadata } = buildStyle(input)
    const ofCities = layers.filter((layer) => 'source-layer' in layer && layer['source-layer'] === 'cities')
    expect(ofCities.length).toBeGreaterThan(5)
    const images = new Set(metadata.images.map(({ id }) => id))
    for (const { type, layout } of ofCities) {
      expect(type).toBe('symbol')
      expect(layout).toMatchObject({ 'text-field': expect.anything(), 'icon-image': expect.anything() })
      expect(images.has(String(layout !== undefined && 'icon-image' in layout && layout['icon-image']))).toBe(true)
      expect(JSON.stringify(layout)).not.toMatch(/(icon|text)-optional/)
    }
  })

  it('has layers that stand back cover less, and nothing else', () => {
    const styled = (faded: string[], what: string) =>
      buildStyle({ ...input, faded }).layers.find(({ id }) => id === what)?.paint
    const casing = layerName('nord-stream-pipelines', 'casing')
    const shown = ['boolean', ['feature-state', 'hidden'], false]
    expect(styled([], casing)).toMatchObject({ 'line-opacity': ['case', shown, 0, 1] })
    expect(styled(['nord-stream-pipelines'], casing)).toMatchObject({ 'line-opacity': ['case', shown, 0, 0.3] })
    expect(styled(['arrivals'], casing)).toEqual(styled([], casing))
    const faults = validateStyleMin({ ...buildStyle({ ...input, faded: layerIds }), glyphs: 'x/{fontstack}/{range}' })
    expect(faults.map(({ message }) => message)).toEqual([])
  })

  it('names less on a wall, where type is larger than the map is, and as much on a large desk', () => {
    const from = (scale: number) =>
      buildStyle({ ...input, scale }).layers.find(({ id }) => id === 'basemap-city-0')?.minzoom
    expect(from(1.6)).toBe(from(1))
    expect(from(3.2)).toBeCloseTo((from(1) ?? 0) + 0.9)
  })

  it('grows type and lines with the display', () => {
    const width = (scale: number) =>
      buildStyle({ ...input, scale }).layers.find(({ id }) => id === layerName('nord-stream-pipelines', 'casing'))
        ?.paint
    expect(width(2)).toMatchObject({ 'line-width': 8 })
    expect(width(1)).toMatchObject({ 'line-width': 4 })
    // The edges of a flow stand as far apart as it is wide.
    const edges = buildStyle({ ...input, scale: 2 }).layers.find(({ id }) => id === layerName('arrivals', 'left'))
    const offset: unknown = edges?.paint !== undefined && 'line-offset' in edges.paint && edges.paint['line-offset']
    expect(offset).toMatchObject([
      'interpolate',
      ['linear'],
      ['zoom'],
      ...[0, 1].flatMap(() => [expect.anything(), ['*', 2, expect.anything()]]),
    ])
  })
})

import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { buildStyle, type StyleInput } from '@/lib/map/build-style'
import { spokenLayers, spokenLook } from '@/lib/map/spoken-names'
import { themes } from '@/lib/map/theme'

const input: StyleInput = {
  origin: 'http://localhost',
  basemapVersion: 'b',
  caseId: 'case',
  layers: [],
  visible: [],
  theme: themes.light,
  scale: 1,
  schematicWords: 'schematic',
  spoken: [
    { name: 'Vesby', place: 'vesby', quotations: 4 },
    { name: 'Westland', place: 'westland', quotations: 0 },
  ],
}

describe('the names of the basemap that a case speaks of', () => {
  it('make a valid style in both themes', () => {
    for (const theme of Object.values(themes)) {
      const style = buildStyle({ ...input, theme })
      expect(validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' })).toEqual([])
    }
  })

  it('stand in ink, and among the others no more', () => {
    const { layers } = buildStyle(input)
    const [spoken, others] = [true, false].map((isSpoken) =>
      layers.filter(
        ({ id, type }) => type === 'symbol' && spokenLayers.includes(id) === isSpoken && id.startsWith('basemap'),
      ),
    )
    // All but the dots.
    expect(spoken).toHaveLength(spokenLayers.length - 1)
    for (const layer of spoken ?? []) expect(layer.paint).toMatchObject({ 'text-color': themes.light.ink })
    const written = (others ?? []).filter(({ id }) => /city|country|sea|island/.test(id))
    expect(written.length).toBeGreaterThan(10)
    for (const { id, ...layer } of written) {
      expect(JSON.stringify(layer), id).toContain('["!",["in",["get","name"],["literal",["Vesby","Westland"]]]]')
      expect('paint' in layer && layer.paint, id).not.toMatchObject({ 'text-color': themes.light.ink })
    }
  })

  it('have behind them how many quotations were said there, where any were', () => {
    const field = JSON.stringify(buildStyle(input).layers.find(({ id }) => id === 'basemap-spoken-city')?.layout)
    expect(field).toContain('["match",["get","name"],"Vesby","4",""]')
    const none = buildStyle({ ...input, spoken: [{ name: 'Vesby', place: 'vesby', quotations: 0 }] })
    expect(none.layers.find(({ id }) => id === 'basemap-spoken-city')?.layout).toMatchObject({
      'text-field': ['get', 'name'],
    })
  })

  it('are as large under a highlight as they are written', () => {
    expect(spokenLook('basemap-spoken-country', 4)).toMatchObject({ sizePx: 11.5, centred: true })
    expect(spokenLook('basemap-spoken-city', 6)).toMatchObject({ sizePx: 13.5, centred: false })
    expect(spokenLook('basemap-city-0', 6)).toBeNull()
  })
})

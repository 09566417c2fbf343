import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import type { WrittenNote } from '@/lib/derive/linked-case'
import { buildStyle, type StyleInput } from '@/lib/map/build-style'
import { NOTES, noteFeatures, noteLayers } from '@/lib/map/notes'
import { themes } from '@/lib/map/theme'

const number: WrittenNote = {
  id: 'into-harbour',
  ...{ place: 'harbour', mark: 'ferry', layer: 'ferries', hue: 'pine', at: [12, 55], side: 'left', rank: 1 },
  ...{
    hedge: 'about',
    number: '1,200',
    words: 'into',
    strong: 'Vesby',
    lines: ['21–27 Sept, Harbour office', 'some left'],
  },
}
const name: WrittenNote = {
  ...number,
  ...{ id: 'north', place: 'north', mark: 'north', layer: 'areas', hedge: '', number: '', words: '', strong: 'North' },
  ...{ lines: [], inside: { at: [13, 56], fromZoom: 5.2 } },
}

const input: StyleInput = {
  origin: 'http://localhost',
  basemapVersion: 'b',
  caseId: 'case',
  layers: [
    { id: 'areas', name: 'Areas', mark: 'area', hue: 'pine', version: 'v' },
    { id: 'ferries', name: 'Ferries', mark: 'flow', hue: 'pine', version: 'v' },
  ],
  visible: ['areas', 'ferries'],
  theme: themes.light,
  scale: 1,
  schematicWords: 'schematic',
  notes: [number, name],
}

describe('notes on a wall', () => {
  it('have room for their words later than on a desk, and a number goes before the names of areas', () => {
    const style = (scale: number) => JSON.stringify(noteLayers(themes.dark, scale))
    const wordsFrom = (scale: number) => noteLayers(themes.dark, scale).find(({ id }) => id === 'notes/words')?.minzoom
    expect(style(1.6)).toBe(style(1))
    expect(style(1)).toContain('[">=",["zoom"],2.6]')
    expect(style(4)).toContain('[">=",["zoom"],4.4]')
    expect(wordsFrom(1)).toBe(2.9)
    expect(wordsFrom(4)).toBeCloseTo(4.3, 6)
  })
})

describe('notes on the map', () => {
  it('are written in the order of their parts, each apart from the next', () => {
    const {
      hedge,
      number: written,
      words,
      strong,
      lines,
    } = noteFeatures([number], ['ferries']).features[0]?.properties ?? {}
    expect([hedge, written, words, strong, lines].join('')).toBe(
      'about 1,200 into Vesby\n21–27 Sept, Harbour office\nsome left',
    )
  })

  it('of an area stand beside it from afar, and within it from the next whole zoom at which there is room', () => {
    const [beside, within] = noteFeatures([name], ['areas']).features
    expect(beside?.geometry.coordinates).toEqual([12, 55])
    expect(beside?.properties).toMatchObject({ strong: 'North', stands: 'name left', toZoom: 6 })
    expect(within?.geometry.coordinates).toEqual([13, 56])
    expect(within?.properties).toMatchObject({ stands: 'within', fromZoom: 6 })
  })

  it('say at each zoom as much as there is room for, from the zoom itself and not from the next whole one', () => {
    const layers = noteLayers(themes.light)
    const spans = layers.map(({ id, minzoom, maxzoom }) => [id, minzoom, maxzoom])
    expect(spans).toEqual([
      ['notes/number', 0, 1.6],
      ['notes/below', 1.6, 2.9],
      ['notes/words', 2.9, 3.3],
      ['notes/lines', 3.3, undefined],
    ])
  })

  it('have from afar under the number what it is of', () => {
    const { below, strong } = noteFeatures([number], ['ferries']).features[0]?.properties ?? {}
    expect(below + strong).toBe('\ninto Vesby')
  })

  it('go with their layer, and are kept by the key of their mark', () => {
    expect(noteFeatures([number, name], ['areas']).features.map(({ properties }) => properties?.key)).toEqual([
      'north',
      'north',
    ])
  })

  it('make a valid style, in which what they name is not named once more', () => {
    for (const theme of Object.values(themes))
      for (const scale of [1, 2.4]) {
        const style = buildStyle({ ...input, theme, scale })
        expect(validateStyleMin({ ...style, glyphs: 'x/{fontstack}/{range}' })).toEqual([])
      }
    const names = buildStyle(input).layers.filter(({ id }) => /^case:.*(name|caption)$/.test(id))
    expect(names).toHaveLength(2)
    for (const layer of names) expect(JSON.stringify(layer)).toContain('["literal",["ferry","north"]]')
  })

  it('are placed after the blocks and the bodies of flows, and before every other name', () => {
    const ids = buildStyle(input).layers.map(({ id }) => id)
    const notes = ids.indexOf('notes/words')
    expect(ids.at(-1)).toBe('label-blocks')
    expect(ids.indexOf('case:ferries/body')).toBeGreaterThan(notes)
    for (const other of ['case:ferries/caption', 'case:areas/name', 'basemap-city-0'])
      expect(ids.indexOf(other)).toBeLessThan(notes)
    expect(buildStyle(input).sources[NOTES]).toMatchObject({ promoteId: 'key' })
  })
})

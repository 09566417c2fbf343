import { gzipSync } from 'node:zlib'
import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { describeDrawn } from '@/app/drawing/describe-drawn'
import { drawOverCase, nameShapeOver } from '@/app/drawing/draw-still'
import { readToolsSource, readVoices } from '@/app/read-overlays'
import type { WrittenNote } from '@/lib/derive/linked-case'
import { fitMercator } from '@/lib/geo/project-mercator'
import type { MapLayer } from '@/lib/map/case-layer'
import { describeOverlays } from '@/lib/map/overlays'
import { themes } from '@/lib/map/theme'
import { readDrawn } from '@/lib/server/build-case'
import { createCaseStore } from '@/lib/server/case-store'
import { staticMapSvg } from '@/lib/server/static-map'
import { readView } from '@/lib/url/view-codec'
import { validRecords } from './read-fixture'

const bounds = [22, 44, 41, 53] as const
const size = { width: 800, height: 500 }

function point(name: string): Feature {
  const properties = { place: 'kyiv', part: 'point', name, layer: 'named-places' }
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [30.5, 50.45] } }
}

const area: Feature = {
  type: 'Feature',
  properties: { place: 'UA-65', part: 'area', name: 'Kherson', layer: 'annexed-oblasts' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [32, 46],
        [35, 46],
        [35, 47.5],
        [32, 47.5],
        [32, 46],
      ],
    ],
  },
}

function draw(id: string, feature: Feature, ...selected: string[]): Promise<string> {
  const known = validRecords().layers.find((layer) => layer.id === id)
  const plain: MapLayer = { id, name: id, mark: 'symbol', hue: 'slate' }
  const layers = [{ ...(known ?? plain), features: [feature] }]
  return staticMapSvg({ bounds, ...size, theme: 'light', layers, selected })
}

describe('staticMapSvg', () => {
  it('escapes names', async () => {
    const svg = await draw('named-places', point('<script>"&\u0007'))
    expect(svg).not.toContain('<script>')
    expect(svg).toContain('&lt;script&gt;&quot;&amp; ')
  })

  it('hatches claimed areas in their layer’s colour', async () => {
    const svg = await draw('annexed-oblasts', area)
    expect(svg).toContain(`fill="url(#hatch-45-vermilion)" stroke="${themes.light.hues.vermilion.mark}"`)
  })

  it('goes on over the antimeridian: what lies beyond it is drawn where the next world begins', async () => {
    const beyond: Feature = { ...point('Apia'), geometry: { type: 'Point', coordinates: [-171.8, -13.8] } }
    const layers = [
      {
        id: 'named-places',
        name: 'named-places',
        mark: 'symbol' as const,
        hue: 'slate' as const,
        labelFromZoom: 0,
        features: [beyond],
      },
    ]
    const pacific = { ...size, theme: 'light' as const, layers }
    const across = await staticMapSvg({ ...pacific, bounds: [160, -25, 200, 0] })
    expect(across).toContain('aria-label="Apia"')
    expect(await staticMapSvg({ ...pacific, bounds: [140, -25, 180, 0] })).not.toContain('aria-label="Apia"')
    // Both halves of the sea, each within the picture.
    expect(across.match(new RegExp(`fill="${themes.light.sea[0]?.[1]}"`, 'g'))?.length).toBeGreaterThanOrEqual(2)
  })

  it('outlines the selected place', async () => {
    expect(await draw('annexed-oblasts', area, 'UA-65')).toContain(`stroke="${themes.light.focus}"`)
    expect(await draw('annexed-oblasts', area, 'UA-14')).not.toContain(`stroke="${themes.light.focus}"`)
  })

  it('has layers that stand back cover the ground less, and their names', async () => {
    const draw = (faded: string[]) => {
      const towns = { id: 'towns', name: 'Towns', mark: 'symbol', hue: 'slate', labelFromZoom: 0 } as const
      const layers = [{ ...towns, features: [point('Kyiv')] }]
      return staticMapSvg({ bounds, ...size, theme: 'light', layers, faded })
    }
    expect(await draw([])).not.toContain('opacity="0.3"')
    const svg = await draw(['towns'])
    expect(svg).toContain('<g id="towns" opacity="0.3">')
    expect(svg).toMatch(/<g opacity="0.3"><path aria-label="Kyiv"/)
  })

  it('writes behind a name how many quotations were said there, and in a circle how many places', async () => {
    const town: Feature = {
      ...point('Kyiv'),
      properties: { place: 'kyiv', part: 'name', name: 'Kyiv', layer: 'towns', basemap: true, town: true },
    }
    const layers = [
      { id: 'towns', name: 'Towns', mark: 'name', hue: 'slate', features: [town] },
      { id: 'many', name: 'Many', mark: 'cluster', hue: 'slate', features: [point('a'), point('b')] },
    ] as const
    const spoken = [{ name: 'Kyiv', place: 'kyiv', quotations: 4 }]
    const svg = await staticMapSvg({ bounds, ...size, theme: 'light', layers, spoken })
    expect([...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, words]) => words)).toEqual(
      expect.arrayContaining(['Kyiv', '\u00a0“', '4', '2']),
    )
    expect(svg).not.toContain('<text')
  })

  it('draws a layer in the hue that it names', async () => {
    expect(await draw('something-else', point('Kyiv'))).toContain(`fill="${themes.light.hues.slate.mark}"`)
  })

  it('draws the committed case with the forms of the live map: symbols, arrows, names, and readings with their makers', async () => {
    const found = await createCaseStore('data').loadCase('2022-10-annexation')
    if (found === null) throw new Error('the committed case is gone')
    const layers = found.linked.layers.map((layer) => {
      return { ...layer, features: readDrawn(found.layers.get(layer.id)) }
    })
    const svg = await staticMapSvg({ bounds: found.linked.bounds, width: 1440, height: 900, theme: 'dark', layers })
    expect(svg).toMatch(/<use href="#border-crossings.bar"[^>]*rotate\(/)
    // A name that the basemap has itself is the target, and stands in ink.
    expect(svg).toMatch(new RegExp(`<path aria-label="Moscow"[^>]*fill="${themes.dark.ink}"`))
    expect(svg).not.toContain('GEUS')
    const [inset] = found.linked.insets ?? []
    const near = await staticMapSvg({ bounds: inset?.bounds ?? bounds, ...size, theme: 'dark', layers })
    expect(near).toContain('aria-label="GEUS 2.3 · SNSN 1.8"')
    expect(svg).not.toMatch(/NaN|undefined|https?:\/\/(?!www.w3.org\/2000\/svg")/)
  })

  it('stays small and refers to nothing outside itself', async () => {
    const svg = await staticMapSvg({ bounds: [8, 38, 62, 66], width: 1440, height: 900, theme: 'dark', layers: [] })
    expect(svg.length).toBeLessThan(250_000)
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href/)
  })
})

describe('the ground of a still map', () => {
  const pathWith = (svg: string, fill: string) => new RegExp(`<path d="([^"]+)" fill="${fill}"`).exec(svg)?.[1] ?? ''

  it.each<[string, readonly [number, number, number, number], string]>([
    ['Texas', [-106, 26, -93, 36], 'US'],
    ['Taiwan', [118, 21, 124, 26], 'TW'],
    ['Chukotka across 180°', [160, 62, 195, 72], 'RU'],
    ['Fiji across 180°', [176, -20, 182, -15], 'FJ'],
    ['Antarctica', [-80, -84, 80, -60], 'AQ'],
  ])('has %s: sea, and the country on both sides of the middle', async (_, frame, cc) => {
    const svg = await staticMapSvg({ bounds: frame, ...size, theme: 'light', layers: [], emphasis: [cc] })
    expect(pathWith(svg, themes.light.sea[0]?.[1] ?? '')).not.toBe('')
    const starts = [...pathWith(svg, themes.light.subjectLand).matchAll(/M(-?[\d.]+)/g)].map(([, x]) => Number(x))
    expect(starts.some((x) => x < size.width / 2) && starts.some((x) => x > size.width / 2)).toBe(true)
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
})

describe('a locator', () => {
  const locate = async (theme: 'light' | 'dark') => {
    const found = await createCaseStore('data').loadCase('2022-10-annexation')
    if (found === null) throw new Error('the committed case is gone')
    const [thread] = found.linked.threads ?? []
    if (thread === undefined) throw new Error('the committed case has no threads')
    const own = found.linked.layers.filter((layer) => layer.thread === thread.id)
    const layers = own.map((layer) => ({ ...layer, features: readDrawn(found.layers.get(layer.id)) }))
    const options = { bounds: thread.bounds, width: 112, height: 92, scale: 0.5, names: false, theme, layers }
    return staticMapSvg({ ...options, emphasis: ['UA'] })
  }

  it('has land, sea and marks, and not one word', async () => {
    const svg = await locate('light')
    expect(svg).toContain(`fill="${themes.light.land}"`)
    expect(svg).toContain(`fill="${themes.light.sea[0]?.[1]}"`)
    expect(svg).toContain('<g id="annexed-oblasts"><path')
    expect(svg).not.toContain('aria-label')
  })

  it('is drawn at twice its size and shown at half, so that its lines are fine', async () => {
    expect(await locate('light')).toContain('viewBox="0 0 224 184" width="112" height="92"')
  })

  it('weighs less than 15 kB', async () => {
    for (const theme of ['light', 'dark'] as const) expect(gzipSync(await locate(theme)).length).toBeLessThan(15_000)
  })
})

describe('an inset', () => {
  const harbour = { title: 'Off <Odesa>', bounds: [30.5, 46.2, 31, 46.6], side: 'left' } as const
  const draw = (more: Partial<Parameters<typeof staticMapSvg>[0]>) =>
    staticMapSvg({ bounds, width: 1000, height: 700, theme: 'light', layers: [], ...more })
  const shown = [{ ...harbour, thread: { number: 2, hue: 'ochre' } }] as const
  const insets = { shown, length: (km: number) => `${km} km` }

  it('is a map of its own in a frame, with its title, its thread’s number and its scale', async () => {
    const svg = await draw({ insets })
    expect(svg).toContain('aria-label="Off &lt;Odesa&gt;"')
    expect(svg).toMatch(new RegExp(`fill="${themes.light.hues.ochre.text}"/><path aria-label="2"`))
    expect(svg).toMatch(/aria-label="\d+ km"/)
    expect(svg).toContain('<svg x="16" y="464" width="292" height="220" viewBox="0 0 292 220">')
  })

  it('is left out where the map is too small for it, or shows the same', async () => {
    expect(await draw({ insets, width: 500 })).not.toContain('Odesa')
    expect(await draw({ insets, bounds: [30, 46, 31.5, 46.8] })).not.toContain('Odesa')
    expect(await draw({ insets, bounds: [0, 40, 10, 50] })).not.toContain('Odesa')
  })

  it('is drawn without the map under it where that is there already', async () => {
    const alone = await draw({ insets: { ...insets, alone: true } })
    expect(alone).toContain('aria-label="Off &lt;Odesa&gt;"')
    expect(alone.length).toBeLessThan((await draw({ insets })).length / 2)
  })

  it('stands in its corner, one in each', async () => {
    const both = [...shown, { ...shown[0], title: 'Second' }, { ...shown[0], title: 'Third', side: 'right' as const }]
    const svg = await draw({ insets: { ...insets, shown: both } })
    expect(svg).toContain('Third')
    expect(svg).not.toContain('Second')
  })
})

describe('what is drawn over the case', () => {
  const words = { locale: 'en', km: '{0} km', km2: '{0} km²', claim: '{0}', ring: '{1}', sized: '{1}' }
  const store = createCaseStore('data')
  const lisbon = [-9.1, 38.7] as const
  /** The committed case on a map of Europe, as `/map.svg` and the page for paper have it. */
  async function drawOver(query: string) {
    const found = await store.loadCase('2022-10-annexation')
    if (found === null) throw new Error('the committed case is gone')
    const [view, heard] = [readView(query), new Set(found.linked.quotations.map(({ id }) => id))]
    const bodies = new Map([...found.layers].map(([id, { body }]) => [id, body]))
    const voices = readVoices(found.linked, view, heard)
    const overlays = drawOverCase({ bodies, voices, tools: readToolsSource(found.linked, view), words })
    const named = describeDrawn(found, view, heard, words, async (order) => {
      if (order.kind !== 'shape-name') throw new Error(`nobody has asked for ${order.kind}`)
      return Buffer.from(JSON.stringify(nameShapeOver(order.shape)))
    })
    // The page for paper says of it what is drawn, without having drawn it.
    expect(await named).toEqual(describeOverlays(overlays))
    const svg = await staticMapSvg({ bounds: [-15, 35, 45, 60], ...size, theme: 'light', layers: [], overlays })
    const group = (id: string) => svg.match(new RegExp(`<g id="${id}".*?</g>`))?.[0] ?? ''
    return { svg, group, drawn: describeOverlays(overlays) }
  }

  it('is nothing where nothing is asked for', async () => {
    const { svg, drawn } = await drawOver('')
    expect(drawn).toEqual({ ids: [], laidOver: null })
    expect(svg).not.toMatch(/<g id="(voices|laid-over|measure)"/)
  })

  it('is a shape at its true size, with its name, in the colour of choices', async () => {
    const { svg, group, drawn } = await drawOver(`?over=UA-65@${lisbon},0`)
    expect(drawn).toEqual({ ids: ['laid-over'], laidOver: 'Kherson' })
    expect(group('laid-over')).toContain(`fill="${themes.light.focus}" fill-opacity=".16"`)
    expect(svg).toMatch(new RegExp(`aria-label="Kherson"[^>]*fill="${themes.light.focus}"`))
    // Kherson measures some 300 km from west to east; the map has 800 px for 60°, 111 km × cos 38.7° each.
    const x = [...group('laid-over').matchAll(/M(-?[\d.]+)/g)].map(([, at]) => Number(at))
    const [expected] = fitMercator([-15, 35, 45, 60], size.width, size.height)([...lisbon])
    expect(Math.abs((x[0] ?? 0) - expected)).toBeLessThan((150 / 87) * (size.width / 60))
  })

  it('is a measured line with its length, and its area where it is closed', async () => {
    const { svg, group } = await drawOver('?measure=0,45;10,45')
    expect(group('measure')).toMatch(/<path .*<circle .*<circle /)
    expect(svg).toContain('aria-label="786 km"')
    const closed = await drawOver('?measure=0,45;10,45;10,55;0,45')
    expect(closed.group('measure')).toContain('fill-opacity=".12"')
    expect(closed.svg).toMatch(/aria-label="[\d,]+ km²"/)
  })

  it('is the lines of voices with arrows: a speaker’s where they are asked for, else those in focus', async () => {
    const all = (await drawOver('?lines=voices')).group('voices')
    const one = (await drawOver('?quotation=putin-forever')).group('voices')
    expect(all).toContain('stroke-width="1.25"')
    expect((await drawOver('?lines=voices.biden')).group('voices')).not.toBe(all)
    expect(one).toContain(`stroke="${themes.light.hues.moss.mark}" stroke-width="2.75"`)
    expect(one).toMatch(/<path d="M[^"]*z" fill=/)
    expect(one).not.toContain('stroke-dasharray')
    expect((await drawOver('?quotation=nato-sabotage')).group('voices')).toContain('stroke-dasharray="11 8.25"')
    expect((await drawOver('?speaker=putin')).drawn.ids).toEqual(['voices'])
  })
})

describe('a note', () => {
  const note: WrittenNote = {
    ...{
      id: 'into-port',
      place: 'port',
      mark: 'ferry',
      layer: 'ferries',
      hue: 'ochre',
      at: [30, 48],
      side: 'right',
      rank: 1,
    },
    ...{ hedge: 'about', number: '1,200', words: 'into', strong: 'Vesby', lines: ['21–27 Sept, Harbour office'] },
  }
  const [west, south, east, north] = bounds
  const wide = [west - 30, south - 15, east + 30, north + 15] as const
  const layers: [] = []
  const insets = { shown: [], length: (km: number) => `${km} km` }
  const wordsOf = async (options: Partial<Parameters<typeof staticMapSvg>[0]>) => {
    const svg = await staticMapSvg({ bounds, ...size, theme: 'light', layers, notes: [note], ...options })
    const own = ['about ', '1,200', ' into', 'into', ' Vesby', ...note.lines]
    return [...svg.matchAll(/aria-label="([^"]*)"/g)].map(([, text = '']) => text).filter((text) => own.includes(text))
  }

  it('is written with who says so from near, with what it is of under it from afar, and at last alone', async () => {
    expect(await wordsOf({})).toEqual(['about ', '1,200', ' into', ' Vesby', '21–27 Sept, Harbour office'])
    expect(await wordsOf({ bounds: wide })).toEqual(['about ', '1,200', 'into', ' Vesby'])
    expect(await wordsOf({ bounds: [-150, -60, 150, 75] })).toEqual(['about ', '1,200'])
  })

  it('has where it is of in a line of its own where there is no room beside the number', async () => {
    expect(await wordsOf({ notes: [{ ...note, at: [40.6, 48] }], insets })).toEqual([
      'about ',
      '1,200',
      'into',
      ' Vesby',
    ])
  })

  it('stands in place of its mark’s own label, in the hue of the mark', async () => {
    const label: Feature = {
      type: 'Feature',
      properties: { place: 'ferry', part: 'label', name: 'Ferry', layer: 'ferries' },
      geometry: { type: 'Point', coordinates: [27, 50] },
    }
    const ferries = [{ id: 'ferries', name: 'Ferries', mark: 'flow', hue: 'ochre', features: [label] }] as const
    const draw = (notes: WrittenNote[]) => staticMapSvg({ bounds, ...size, theme: 'light', layers: ferries, notes })
    expect(await draw([])).toContain('aria-label="Ferry"')
    const noted = await draw([note])
    expect(noted).not.toContain('aria-label="Ferry"')
    expect(noted).toMatch(new RegExp(`aria-label="1,200"[^>]*fill="${themes.light.hues.ochre.text}"`))
  })

  it('of the committed case is written on paper, each in outlines', async () => {
    const found = await createCaseStore('data').loadCase('2022-10-annexation')
    if (found === null) throw new Error('the committed case is gone')
    const { linked } = found
    const flows = linked.layers.map((layer) => ({ ...layer, features: readDrawn(found.layers.get(layer.id)) }))
    const options = { bounds: linked.bounds, width: 880, height: 770, theme: 'light', layers: flows } as const
    const svg = await staticMapSvg({ ...options, notes: linked.notes, insets })
    for (const words of ['66,000', 'the EU', '19–25 Sept, Frontex', '98,000', 'Kazakhstan', '53,000', 'Luhansk'])
      expect(svg).toMatch(new RegExp(`aria-label=" ?${words}"`))
    expect(svg).not.toContain('<text')
  })
})

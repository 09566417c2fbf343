import type { Feature } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { describe, expect, it, vi } from 'vitest'
import { showPictures } from '@/components/map/map-state'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { layerName, type MapLayer } from '@/lib/map/case-layer'
import type { Corners } from '@/lib/schema/plain-values'
import { staticMapSvg } from '@/lib/server/static-map'
import type { StaticMapOptions } from '@/lib/server/svg-path'
import { expectNoHarm, expectValidStyle, feature, layerOf, square, styleOf } from '../marks/mark-kit'

const layer: MapLayer = layerOf('picture', {
  picture: { file: 'layers/things.png', bounds: [10, 55, 12, 57], opacity: 0.5 },
  pictureFile: { type: 'image/png', version: '0123456789ab' },
})
const id = layerName(layer.id, 'picture')

describe('a picture on the live map', () => {
  it('has a valid style and takes any properties, with a picture and without one', () => {
    for (const each of [layer, layerOf('picture')]) {
      expectValidStyle(each)
      expectNoHarm(each)
    }
    expect(styleOf(layerOf('picture')).layers.filter(({ type }) => type === 'raster')).toHaveLength(1)
  })

  it('on tiles is fetched tile by tile from our own origin, within its bounds, and the map comes as near as these show', () => {
    const tiles = { minZoom: 3, maxZoom: 15, side: 256, bounds: [10, 55, 12, 57] as [number, number, number, number] }
    const tiled = layerOf('picture', {
      picture: { file: 'layers/things.pmtiles' },
      pictureFile: { type: 'image/png', version: '0123456789ab', tiles },
    })
    expectValidStyle(tiled)
    expect(styleOf(tiled).sources['picture:things']).toEqual({
      type: 'raster',
      tiles: ['http://localhost/api/cases/case/layers/things/picture/{z}/{x}/{y}?v=0123456789ab'],
      ...{ minzoom: 3, maxzoom: 15, tileSize: 256 },
      bounds: [9.999, 54.999, 12.001, 57.001],
    })
    expect(styleOf(tiled).metadata.lastZoom).toBe(15)
    expect(styleOf(layer).metadata.lastZoom).toBe(11)
  })

  it('is fetched from our own origin under its version, and lies between its corners', () => {
    expect(styleOf(layer).sources['picture:things']).toEqual({
      type: 'image',
      url: 'http://localhost/api/cases/case/layers/things/picture?v=0123456789ab',
      coordinates: [
        [10, 57],
        [12, 57],
        [12, 55],
        [10, 55],
      ],
    })
  })

  it('lies over the relief, and under every border, name and mark', () => {
    const ids = styleOf(layer).layers.map((each) => each.id)
    const at = ids.indexOf(id)
    expect(ids.indexOf('basemap-relief')).toBeLessThan(at)
    expect(ids.indexOf('basemap-sea')).toBeLessThan(at)
    expect(ids.indexOf(layerName(layer.id, 'edge'))).toBeGreaterThan(at)
    const above = styleOf(layer).layers.flatMap(({ type, id: each }, index) =>
      type === 'symbol' || each.startsWith('basemap-borders') ? [index] : [],
    )
    expect(above.length).toBeGreaterThan(10)
    for (const index of above) expect(index).toBeGreaterThan(at)
  })

  it('goes when its place is hidden and comes back as it was, without a call where nothing changes', () => {
    const { layers } = styleOf(layer)
    let opacity = 0.5
    const map = {
      getLayer: () => ({}),
      getPaintProperty: () => opacity,
      setPaintProperty: vi.fn((_layer: string, _name: string, value: number) => {
        opacity = value
      }),
    }
    const show = (...hidden: string[]) =>
      showPictures(
        map as unknown as MapLibreMap,
        { layers } as never,
        hidden.map((of) => ({ id: 'p', layer: of })),
      )
    show('another')
    expect(map.setPaintProperty).not.toHaveBeenCalled()
    show(layer.id)
    show(layer.id)
    expect(map.setPaintProperty.mock.calls).toEqual([[id, 'raster-opacity', 0]])
    show()
    expect(opacity).toBe(0.5)
  })
})

describe('a picture on a still map', () => {
  const pixels = 'data:image/png;base64,AAAA'
  const area: Feature = feature(square, { part: 'area', layer: 'things' })
  const draw = (more: Partial<StaticMapOptions['layers'][number]> = {}, options: Partial<StaticMapOptions> = {}) =>
    staticMapSvg({
      bounds: [8, 54, 14, 58],
      width: 600,
      height: 600,
      theme: 'light',
      layers: [{ ...layer, pixels, features: [area], ...more }],
      ...options,
    })

  it('is drawn once, between its corners, under the borders and its own edge', async () => {
    const svg = await draw()
    const [image] = svg.match(/<image [^>]*>/g) ?? []
    expect(svg.match(/<image /g)).toHaveLength(1)
    expect(image).toContain(`href="${pixels}"`)
    expect(image).toContain('opacity="0.5"')
    const [a, b, c, d] =
      /matrix\(([^)]*)\)/
        .exec(image ?? '')?.[1]
        ?.split(' ')
        .map(Number) ?? []
    expect(a).toBeGreaterThan(0)
    expect(d).toBeGreaterThan(0)
    expect([b, c]).toEqual([0, 0])
    expect(svg.indexOf('<image ')).toBeLessThan(svg.indexOf(`<g id="${layer.id}"`))
    expect(svg.indexOf('<image ')).toBeLessThan(svg.indexOf('stroke-linecap'))
  })

  it('is not drawn where its place is hidden, where it lies beyond the frame, or without pixels; it stands back like marks', async () => {
    expect(await draw({ features: [] })).not.toContain('<image ')
    expect(await draw({}, { bounds: [30, 54, 36, 58] })).not.toContain('<image ')
    const { pixels: _, ...without } = { ...layer, pixels, features: [area] }
    expect(
      await staticMapSvg({ bounds: [8, 54, 14, 58], width: 60, height: 60, theme: 'light', layers: [without] }),
    ).not.toContain('<image ')
    expect(await draw({}, { faded: [layer.id] })).toContain('opacity="0.15"')
  })

  it('is, where it is on tiles, what is cut for a map of these bounds, between the corners of that', async () => {
    const { pixels: _, ...without } = { ...layer, pixels, features: [area] }
    const corners: Corners = [
      [10, 57],
      [11, 57],
      [11, 56],
      [10, 56],
    ]
    const cut = (bounds: Bounds, href: string) => ({ bounds, corners, pixels: href })
    const options = { width: 600, height: 600, theme: 'light' } as const
    const cuts = [cut([0, 0, 1, 1], 'data:other'), cut([8, 54, 14, 58], 'data:own')]
    const svg = await staticMapSvg({ ...options, bounds: [8, 54, 14, 58], layers: [{ ...without, cuts }] })
    expect(svg.match(/<image [^>]*>/g)).toEqual([expect.stringContaining('href="data:own"')])
    const widthIn = (drawn: string) => Number(/matrix\(([^ ]*)/.exec(drawn)?.[1])
    expect(widthIn(svg)).toBeCloseTo(widthIn(await draw()) / 2, 5)
  })

  it('cannot leave its attribute', async () => {
    expect(await draw({ pixels: '"><script>' })).not.toContain('<script>')
  })
})

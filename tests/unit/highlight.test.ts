import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import {
  affineOf,
  applyAffine,
  type Point,
  placeOnScreen,
  projectMercator,
  WORLD_SIDE,
  worldPath,
} from '@/lib/geo/project-mercator'
import { drawHighlight, type HighlightView } from '@/lib/map/highlight'
import { themes } from '@/lib/map/theme'
import { dotGlyph } from '@/lib/schema/plain-values'
import { feature, highlightOf, layerOf, line, point, square } from './marks/mark-kit'

/** A camera that turns by 90° clockwise, scales by 1,000 and moves by 30 and 40 px. */
const turned = ([x, y]: Point): Point => [-1000 * y + 30, 1000 * x + 40]

/** A camera at zoom 5 whose upper left corner is the world's. */
const view: HighlightView = {
  theme: themes.light,
  scale: 1,
  zoom: 5,
  camera: [512 * 2 ** 5, 0, 0, 512 * 2 ** 5, 0, 0],
  width: 512 * 2 ** 5,
  height: 512 * 2 ** 5,
}

const numbersOf = (path: string) => path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []

describe('where a camera puts the world', () => {
  it('is found from three places, turned and moved as it is', () => {
    const camera = affineOf(turned)
    for (const at of [
      [0, 0],
      [1, 1],
      [0.3, 0.9],
    ] as Point[]) {
      const [x, y] = applyAffine(camera, at)
      expect(x).toBeCloseTo(turned(at)[0], 6)
      expect(y).toBeCloseTo(turned(at)[1], 6)
    }
  })

  it('is on the one world that is drawn, also for what lies past its edges', () => {
    const camera = affineOf(([x, y]) => [x * 360, y * 360])
    expect(placeOnScreen(camera, [190, 0])[0]).toBeCloseTo(10)
    expect(placeOnScreen(camera, [-190, 0])[0]).toBeCloseTo(350)
    expect(placeOnScreen(camera, [180, 0])[0]).toBeCloseTo(360)
  })
})

describe('a path in the coordinates of the world', () => {
  it('has every vertex where Mercator puts it, to a tenth of a pixel at the nearest zoom', () => {
    const numbers = numbersOf(worldPath(line))
    const expected = (line.type === 'LineString' ? line.coordinates : []).flatMap((position) =>
      projectMercator(position).map((each) => each * WORLD_SIDE),
    )
    expect(numbers).toHaveLength(8)
    for (const [index, value] of numbers.entries()) expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 0)
  })

  it('closes rings, of several areas too, and is empty for points', () => {
    expect(worldPath(square).match(/Z/g)).toHaveLength(1)
    const two: Geometry = {
      type: 'MultiPolygon',
      coordinates: square.type === 'Polygon' ? [square.coordinates, square.coordinates] : [],
    }
    expect(worldPath(two).match(/Z/g)).toHaveLength(2)
    expect(worldPath(line)).not.toContain('Z')
    expect(worldPath(point(1, 2))).toBe('')
    expect(worldPath({ type: 'LineString', coordinates: [] })).toBe('')
  })

  it('goes on at the other edge of the world where it leaves it', () => {
    const path = worldPath({
      type: 'LineString',
      coordinates: [
        [170, 0],
        [190, 0],
      ],
    })
    const [start, , end, , again, , other] = numbersOf(path)
    expect(end).toBeGreaterThan(WORLD_SIDE)
    expect([again, other]).toEqual(
      [(start ?? 0) - WORLD_SIDE, (end ?? 0) - WORLD_SIDE].map((each) => Math.round(each * 10) / 10),
    )
  })
})

describe('a highlight over the map', () => {
  const harbour = layerOf('symbol', { glyph: dotGlyph })
  const area = layerOf('area')

  it('moves what was made once to where the camera looks', () => {
    const { ground } = drawHighlight([{ layer: area, selected: [feature(square, { part: 'area' })], hovered: [] }], {
      ...view,
      camera: affineOf(turned),
    })
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbersOf(ground.transform.replaceAll(/e-\d+/g, ''))
    expect([a, d].map(Math.round)).toEqual([0, 0])
    expect([b, c, e, f].every(Number.isFinite)).toBe(true)
    expect(ground.markup).toContain(`d="${worldPath(square)}"`)
    expect(ground.markup).toContain('vector-effect="non-scaling-stroke"')
  })

  it('puts points where the camera has them, and leaves out those far outside', () => {
    const drawn = (geometry: Geometry) =>
      drawHighlight([{ layer: harbour, selected: [feature(geometry, { part: 'point' })], hovered: [] }], {
        ...view,
        width: 9000,
      }).marks.markup
    expect(drawn(point(0, 0))).toContain('cx="8192" cy="8192"')
    expect(drawn(point(90, 0))).toBe('')
  })

  it('takes no more of the frame than it paints, with room for its edge: each frame of the page draws all of it', () => {
    const boxOf = (geometry: Geometry, more: Partial<HighlightView> = {}) =>
      drawHighlight([{ layer: area, selected: [], hovered: [feature(geometry, { part: 'area' })] }], {
        ...view,
        ...more,
      }).box
    const block: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    }
    const [west, north] = placeOnScreen(view.camera, [0, 1])
    const [east, south] = placeOnScreen(view.camera, [1, 0])
    expect(boxOf(block)).toEqual({
      x: Math.floor(west - 40),
      y: Math.floor(north - 40),
      width: Math.ceil(east + 40) - Math.floor(west - 40),
      height: Math.ceil(south + 40) - Math.floor(north - 40),
    })
    expect(boxOf(block, { width: 10, height: 10 })).toMatchObject({ width: 0, height: 0 })
    const overTheEdge: Geometry = {
      type: 'LineString',
      coordinates: [
        [170, 0],
        [190, 1],
      ],
    }
    expect(boxOf(overTheEdge)).toEqual({ x: 0, y: 0, width: view.width, height: view.height })
  })

  it('leaves out what nobody sees at the zoom', () => {
    const wavy: Geometry = {
      type: 'LineString',
      coordinates: Array.from({ length: 100 }, (_, at) => [at / 10, at % 2 === 0 ? 0 : 0.0001]),
    }
    const stepsAt = (zoom: number) =>
      drawHighlight([{ layer: layerOf('line'), selected: [feature(wavy, { part: 'line' })], hovered: [] }], {
        ...view,
        zoom,
      })
        .ground.markup.match(/d="([^"]*)"/)?.[1]
        ?.match(/L/g)?.length
    expect(stepsAt(5)).toBe(1)
    expect(stepsAt(14)).toBe(99)
  })

  it('tells what is selected from what is hovered, and draws it above', () => {
    const at = (x: number) => [feature(point(x, 0), { part: 'point' })]
    const { markup } = drawHighlight([{ layer: harbour, selected: at(10), hovered: at(0) }], view).marks
    const [hovered, selected] = [...markup.matchAll(/<circle cx="([^"]*)"[^>]*stroke-width="([^"]*)"/g)]
    expect(Number(hovered?.[1])).toBeLessThan(Number(selected?.[1]))
    expect(Number(hovered?.[2])).toBeLessThan(Number(selected?.[2]))
  })

  it('is as much larger as the display is read from further away, at the same places', () => {
    const { ground, marks } = drawHighlight(
      [
        { layer: area, selected: [feature(square, { part: 'area' })], hovered: [] },
        { layer: harbour, selected: [feature(point(0, 0), { part: 'point' })], hovered: [] },
      ],
      { ...view, scale: 2 },
    )
    expect(ground.markup).toContain('stroke-width="5.2"')
    expect(marks.transform).toBe('scale(2)')
    expect(marks.markup).toContain('cx="4096" cy="4096"')
  })
})

describe('the highlight of each mark', () => {
  const { hues, focus } = themes.light
  const selected = { isSelected: () => true }

  it('of an area is its edge and a wash; of a ramp the edge alone, whose filling is a number', () => {
    const areas = [feature(square, { part: 'area', value: 2 })]
    const plain = highlightOf(layerOf('area'), areas, selected).ground
    const stepped = highlightOf(layerOf('area', { ramp: { steps: [1, 3] } }), areas, selected).ground
    const hovered = highlightOf(layerOf('area'), areas).ground
    expect(plain).toMatch(new RegExp(`fill="${hues.azure.mark}" fill-opacity="0\\.2`))
    expect(plain).toContain(`stroke="${focus}"`)
    expect(hovered).toContain(`stroke="${hues.azure.mark}"`)
    expect(hovered).not.toContain(focus)
    expect(stepped).toContain('fill-opacity="0.000"')
    expect(stepped).toContain(`stroke="${focus}"`)
  })

  it('of a line has the colour of choices only where it is selected', () => {
    const lines = [feature(line, { part: 'line' })]
    expect(highlightOf(layerOf('line'), lines, selected).ground).toContain(focus)
    expect(highlightOf(layerOf('line'), lines).ground).not.toContain(focus)
    expect(highlightOf(layerOf('line'), lines).ground).toContain(hues.azure.mark)
  })

  it('of a length is a ring where it ends: others on the same stretch are seen', () => {
    const layer = layerOf('line', { size: 'length' })
    const { ground, marks } = highlightOf(layer, [feature(line, { part: 'line' })], { ...selected, zoom: 9 })
    expect(ground).toBeUndefined()
    expect(marks?.match(/<circle/g)).toHaveLength(2)
    expect(marks).toContain(focus)
  })

  it('of a flow is drawn no nearer than the flow', () => {
    const arc = [feature(line, { part: 'arc', along: 1, size: 1 })]
    expect(highlightOf(layerOf('flow'), arc, { zoom: 7 }).ground).toContain('<path')
    expect(highlightOf(layerOf('flow'), arc, { zoom: 7.5 })).toEqual({})
  })

  it('of a circle has its radius', () => {
    const at = [feature(point(50, 50), { part: 'point', size: 25 })]
    expect(highlightOf(layerOf('circle', { largest: 100 }), at, selected).marks).toContain('r="13"')
  })

  it('of a density is nothing until its points are drawn', () => {
    const at = [feature(point(50, 50), { part: 'point' })]
    expect(highlightOf(layerOf('density'), at, { zoom: 8.9 })).toEqual({})
    expect(highlightOf(layerOf('density'), at, { zoom: 9 }).marks).toContain('<circle')
  })

  it('of rings has the edges of true size, and the symbol while they are too small to see', () => {
    const leak = [feature(square, { part: 'ring' }), feature(point(50, 50), { part: 'point' })]
    const near = highlightOf(layerOf('rings'), leak, { zoom: 10.5 })
    expect(near.ground).toContain('stroke-width="1.6"')
    expect(near.marks).toBe('')
    expect(highlightOf(layerOf('rings'), leak, { zoom: 8 }).marks).toContain('<use')
    expect(highlightOf(layerOf('rings'), leak, { zoom: 5 }).ground).not.toContain('stroke-width')
  })

  it('of a name is a rule under its last line', () => {
    const rule = (name: string) => {
      const { marks = '' } = highlightOf(layerOf('name'), [feature(point(50, 50), { part: 'name', name })])
      return Number(/d="M\S+ ([\d.]+)h/.exec(marks)?.[1])
    }
    expect(rule('Denmark')).toBeCloseTo(60.2)
    expect(rule('United Kingdom')).toBeCloseTo(67.4)
  })
})

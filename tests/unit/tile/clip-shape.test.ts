import { expect, it } from 'vitest'
import { clipShape } from '@/lib/command/tile/clip-shape'
import { type CutFeature, ShapeTile } from '@/lib/command/tile/shape-tile'
import { projectMercator } from '@/lib/geo/project-mercator'

it('cuts a long line where it passes on the map, not where it would in degrees', () => {
  const [from, to] = [
    [0, 0],
    [90, 80],
  ] as [[number, number], [number, number]]
  const cut = clipShape({ type: 'LineString', coordinates: [from, to] }, [45, -10, 100, 85])
  const [[lng = 0, lat = 0] = []] = cut?.type === 'LineString' ? cut.coordinates : []
  expect(lng).toBeCloseTo(45)
  expect(projectMercator([lng, lat])[1]).toBeCloseTo((projectMercator(from)[1] + projectMercator(to)[1]) / 2, 8)
  expect(lat).toBeGreaterThan(55)
})

it('has a dot beside what is too small to be seen at the last zoom, and none beside what is seen', () => {
  const part = (name: 'area' | 'point', size: number, at: number): CutFeature => ({
    type: name === 'point' ? 1 : 3,
    geometry: name === 'point' ? [[at, 10]] : [[[at, 10]]],
    tags: { row: at, category: 0, start: -1, end: -1, size, part: name },
  })
  const tile = new ShapeTile(10, 10)
  const [small, large] = [1e-9, 1e-3]
  tile.add([part('area', small, 100), part('point', small, 100), part('area', large, 3000), part('point', large, 3000)])
  const text = Buffer.from(tile.encode(false) ?? []).toString('latin1')
  const [alone, both] = [new ShapeTile(10, 10), new ShapeTile(10, 10)]
  alone.add([part('area', large, 3000), part('point', large, 3000)])
  both.add([part('area', large, 3000)])
  expect(alone.encode(false)).toEqual(both.encode(false))
  expect(text).toContain('point')
})

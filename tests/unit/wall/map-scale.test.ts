import { expect, it } from 'vitest'
import { kmPerPixel } from '@/lib/geo/camera-to-bounds'
import { measureScale } from '@/lib/wall/map-scale'

it('is a round length, as long as it is on the map at that latitude', () => {
  const scale = measureScale(4, 52.3, 200)
  expect(scale).toMatchObject({ km: 500, latitude: 52 })
  expect((scale?.px ?? 0) * kmPerPixel(4, 52.3)).toBeCloseTo(500)
  expect(scale?.px).toBeLessThanOrEqual(200)
})

it('is longer on the same map nearer to a pole', () => {
  const [low, high] = [measureScale(5, 0, 200), measureScale(5, 60, 200)]
  expect((high?.px ?? 0) / (high?.km ?? 1)).toBeCloseTo((2 * (low?.px ?? 0)) / (low?.km ?? 1), 5)
})

it('tells north from south', () => {
  expect(measureScale(6, -33.8, 200)?.latitude).toBe(-34)
})

it.each([
  [Number.NaN, 50],
  [4, Number.NaN],
])('is none where there is no map to measure', (zoom, latitude) => {
  expect(measureScale(zoom, latitude, 200)).toBeNull()
})

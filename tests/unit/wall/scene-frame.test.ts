import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsToCamera, cameraToBounds, largestWithin, sceneFrame } from '@/lib/geo/camera-to-bounds'

const camera = fc.record({
  center: fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -75, max: 75, noNaN: true })),
  zoom: fc.double({ min: 3, max: 12, noNaN: true }),
})

test('at zoom 0 a frame of 512 px shows the whole square of Web Mercator', () => {
  const [west, south, east, north] = cameraToBounds({ center: [0, 0], zoom: 0 }, { width: 512, height: 512 })
  expect([west, east]).toEqual([-180, 180])
  expect(south).toBeCloseTo(-85.0511, 3)
  expect(north).toBeCloseTo(85.0511, 3)
})

test('one more zoom shows half as much', () => {
  const [west, , east] = cameraToBounds({ center: [30, 50], zoom: 5 }, sceneFrame)
  const [nearWest, , nearEast] = cameraToBounds({ center: [30, 50], zoom: 6 }, sceneFrame)
  expect(nearEast - nearWest).toBeCloseTo((east - west) / 2, 9)
})

test('a camera comes back from the bounds that it shows', () => {
  fc.assert(
    fc.property(camera, (given) => {
      const back = boundsToCamera(cameraToBounds(given, sceneFrame), sceneFrame)
      expect(back.zoom).toBeCloseTo(given.zoom, 6)
      expect(back.center[0]).toBeCloseTo(given.center[0], 6)
      expect(back.center[1]).toBeCloseTo(given.center[1], 6)
    }),
  )
})

test('bounds of any shape are wholly in sight of their camera', () => {
  const degrees = fc.double({ min: 0.01, max: 20, noNaN: true })
  fc.assert(
    fc.property(camera, degrees, degrees, ({ center: [lng, lat] }, wide, high) => {
      const [west, south, east, north] = cameraToBounds(
        boundsToCamera([lng - wide, lat - high / 2, lng + wide, lat + high / 2], sceneFrame),
        sceneFrame,
      )
      expect(west).toBeLessThanOrEqual(lng - wide + 1e-6)
      expect(east).toBeGreaterThanOrEqual(lng + wide - 1e-6)
      expect(south).toBeLessThanOrEqual(lat - high / 2 + 1e-6)
      expect(north).toBeGreaterThanOrEqual(lat + high / 2 - 1e-6)
    }),
  )
})

test('bounds without extent have no camera', () => {
  expect(() => boundsToCamera([10, 50, 10, 51], sceneFrame)).toThrow(RangeError)
})

test.each([
  [
    { width: 3000, height: 800 },
    { width: 1200, height: 800 },
  ],
  [
    { width: 600, height: 2000 },
    { width: 600, height: 400 },
  ],
])('the frame keeps its shape in a room of %o', (room, expected) => {
  expect(largestWithin(sceneFrame, room)).toEqual(expected)
})

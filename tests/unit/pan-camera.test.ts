import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { panCamera, placeInFrame } from '@/lib/geo/pan-camera'

const cameras = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -60, max: 60, noNaN: true }),
  zoom: fc.double({ min: 3, max: 10, noNaN: true }),
})
const px = fc.double({ min: -500, max: 500, noNaN: true })

describe('panCamera', () => {
  it('looks west of where it looked when the ground is dragged east', () => {
    // At zoom 0 the world is 512 px wide.
    const { lng, lat } = panCamera({ lng: 0, lat: 0, zoom: 0 }, { dx: 128, dy: 0 })
    expect([lng, lat]).toEqual([-90, expect.closeTo(0, 10)])
  })

  it('looks north of where it looked when the ground is dragged down', () => {
    const { lat } = panCamera({ lng: 0, lat: 0, zoom: 1 }, { dx: 0, dy: 256 })
    // A quarter of the world's height: atan(sinh(π/2)).
    expect(lat).toBeCloseTo(66.51326, 4)
  })

  it('zooms about the middle unless told otherwise', () => {
    expect(panCamera({ lng: 30, lat: 50, zoom: 5 }, { dx: 0, dy: 0, zoomBy: 1 })).toEqual({
      lng: expect.closeTo(30, 9),
      lat: expect.closeTo(50, 9),
      zoom: 6,
    })
  })

  it('goes on round the world', () => {
    expect(panCamera({ lng: -170, lat: 0, zoom: 0 }, { dx: 128, dy: 0 }).lng).toBeCloseTo(100, 9)
  })

  it.each([
    [{ dx: 0, dy: 0, zoomBy: 99 }, 12],
    [{ dx: 0, dy: 0, zoomBy: -99 }, 0],
  ])('holds the zoom: %j', (move, zoom) => {
    expect(panCamera({ lng: 0, lat: 0, zoom: 5 }, move).zoom).toBe(zoom)
  })

  it('stays within the camera of a scene, whatever the finger does', () => {
    const far = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(cameras, far, far, (camera, dx, dy) => {
        const { lng, lat } = panCamera(camera, { dx, dy })
        expect(Math.abs(lng)).toBeLessThanOrEqual(180)
        expect(Math.abs(lat)).toBeLessThanOrEqual(85)
      }),
    )
  })

  it('keeps the ground under the fingers while they move and spread', () => {
    const spread = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(cameras, px, px, px, px, spread, (camera, x, y, dx, dy, zoomBy) => {
        // The place that stood at the fingers: dragging it to the middle makes it the centre.
        const { lng, lat } = panCamera(camera, { dx: -x, dy: -y })
        const moved = panCamera(camera, { dx, dy, zoomBy, around: { x, y } })
        const there = placeInFrame([lng, lat], moved)
        expect(there.x).toBeCloseTo(x + dx, 3)
        expect(there.y).toBeCloseTo(y + dy, 3)
      }),
    )
  })
})

describe('placeInFrame', () => {
  it('goes round the world the shorter way', () => {
    expect(placeInFrame([-179, 0], { lng: 179, lat: 0, zoom: 0 }).x).toBeCloseTo((2 / 360) * 512, 9)
  })
})

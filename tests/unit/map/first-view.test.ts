import { describe, expect, it } from 'vitest'
import { type Bounds, boundsToCamera, cameraToBounds } from '@/lib/geo/camera-to-bounds'
import { fitMercator } from '@/lib/geo/project-mercator'
import { cameraInFree, cameraPictures, firstBounds, framedPictures } from '@/lib/map/first-view'

/** A map on a desk, px, and what of it is free. */
const map = { width: 1048, height: 770 }
const free = { left: 40, top: 40, right: 784, bottom: 696 }
const center = { x: (free.left + free.right) / 2, y: (free.top + free.bottom) / 2 }

const even: Bounds = [9, 41, 57, 62]
const shapes: [string, Bounds][] = [
  ['even', even],
  ['wide', [-120, 30, 60, 50]],
  ['tall', [10, 10, 20, 65]],
]

/** Where a picture puts a place on a map, px, as the style sheet lays it: as large as fits its share of the free part, about its middle. */
function onMap(bounds: Bounds, isFocused: boolean, place: readonly [number, number]) {
  const picture = framedPictures(bounds, isFocused).at(-1)
  if (picture === undefined || picture.reach === null) throw new Error('a framed picture has a reach')
  const box = {
    width: ((free.right - free.left) * picture.reach.width) / 100,
    height: ((free.bottom - free.top) * picture.reach.height) / 100,
  }
  const scale = Math.min(box.width / picture.size.width, box.height / picture.size.height)
  const [x, y] = fitMercator(picture.bounds, picture.size.width, picture.size.height)([...place])
  const corner = {
    x: center.x - (picture.size.width * scale) / 2,
    y: center.y - (picture.size.height * scale) / 2,
  }
  const [right, bottom] = [corner.x + picture.size.width * scale, corner.y + picture.size.height * scale]
  return { at: [corner.x + x * scale, corner.y + y * scale] as const, edges: { ...corner, right, bottom } }
}

/** Where the live map has it, px. */
function onLiveMap(bounds: Bounds, place: readonly [number, number]): readonly number[] {
  return fitMercator(cameraToBounds(cameraInFree(bounds, free, map), map), map.width, map.height)([...place])
}

describe('the first view of a map', () => {
  it.each(shapes)('is the same in the picture and on the live map, of %s bounds', (_, bounds) => {
    const places = [
      [bounds[0], bounds[3]],
      [bounds[2], bounds[1]],
      [(bounds[0] + bounds[2]) / 2, 45],
    ] as const
    for (const place of places) {
      const [still, live] = [onMap(bounds, false, place).at, onLiveMap(bounds, place)]
      // A picture has whole px, so its shape is a hair other than what it shows.
      expect(Math.hypot(still[0] - (live[0] ?? 0), still[1] - (live[1] ?? 0))).toBeLessThan(1)
    }
  })

  it('fills the map to all its edges', () => {
    const { edges } = onMap(even, false, [30, 50])
    expect(edges.x).toBeLessThanOrEqual(0)
    expect(edges.y).toBeLessThanOrEqual(0)
    expect(edges.right).toBeGreaterThanOrEqual(map.width)
    expect(edges.bottom).toBeGreaterThanOrEqual(map.height)
  })

  it('frames its bounds in the free part alone', () => {
    const [left, top] = onLiveMap(even, [even[0], even[3]])
    const [right, bottom] = onLiveMap(even, [even[2], even[1]])
    expect(left).toBeCloseTo(free.left, 6)
    expect(right).toBeCloseTo(free.right, 6)
    expect((top ?? 0) >= free.top && (bottom ?? 0) <= free.bottom).toBe(true)
  })

  it.each(shapes)(
    'stays within the square of the world and within what may be asked for, of %s bounds',
    (_, bounds) => {
      for (const isFocused of [false, true])
        for (const { bounds: shown, size } of framedPictures(bounds, isFocused)) {
          expect(shown[1]).toBeGreaterThan(-85)
          expect(shown[3]).toBeLessThan(85)
          for (const px of [size.width, size.height]) expect(px >= 64 && px <= 8192).toBe(true)
        }
    },
  )

  it('has as many pictures as there are layouts, the last for any window', () => {
    const media = framedPictures(even, false).map((picture) => picture.media)
    expect(media.at(-1)).toBeNull()
    expect(media.slice(0, -1)).not.toContain(null)
    expect(cameraPictures({ center: [30, 50], zoom: 5 }).map((picture) => picture.media)).toEqual(media)
  })

  it('shows a camera in the middle, at its own scale', () => {
    for (const { bounds, size, reach } of cameraPictures({ center: [35.5, 47.6], zoom: 5 })) {
      expect(reach).toBeNull()
      const camera = boundsToCamera(bounds, size)
      expect(camera.zoom).toBeCloseTo(5, 6)
      expect(camera.center[0]).toBeCloseTo(35.5, 6)
      expect(camera.center[1]).toBeCloseTo(47.6, 6)
    }
  })

  it('keeps a camera near a pole in the middle, of a smaller picture', () => {
    for (const { bounds, size } of cameraPictures({ center: [0, 78], zoom: 2 })) {
      expect(boundsToCamera(bounds, size).center[1]).toBeCloseTo(78, 6)
      expect(bounds[3]).toBeLessThan(85.06)
    }
  })

  it('has something around a point, and leaves larger bounds as they are', () => {
    const around = firstBounds([15.41, 54.88, 15.41, 54.88], 8.5)
    expect(boundsToCamera(around, { width: 744, height: 656 }).zoom).toBeCloseTo(8.5, 6)
    expect(firstBounds(even, 8.5)).toBe(even)
    // Long in one direction: no nearer than that is long.
    const road: Bounds = [44, 42.7, 48, 42.71]
    expect(firstBounds(road, 8.5)).toBe(road)
  })
})

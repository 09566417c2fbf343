import { describe, expect, it } from 'vitest'
import { CameraGrasp } from '@/lib/client/remote/camera-grasp'

const start = { lng: 30, lat: 0, zoom: 5 }
/** A frame's px at zoom 5, degrees of longitude. */
const degreesPerPx = 360 / (512 * 2 ** 5)

function graspAt(camera = start) {
  const grasp = new CameraGrasp()
  grasp.follow(camera)
  return grasp
}

describe('CameraGrasp', () => {
  it('goes with one finger from where it began, however many steps it takes', () => {
    const grasp = graspAt()
    grasp.touch(1, { x: 0, y: 0 })
    for (let x = 1; x <= 100; x++) grasp.drag(1, { x, y: 0 })
    expect(grasp.drag(1, { x: 100, y: 0 })?.lng).toBeCloseTo(30 - 100 * degreesPerPx, 9)
  })

  it('zooms one level when two fingers spread to twice as far', () => {
    const grasp = graspAt()
    grasp.touch(1, { x: -50, y: 0 })
    grasp.touch(2, { x: 50, y: 0 })
    grasp.drag(1, { x: -100, y: 0 })
    expect(grasp.drag(2, { x: 100, y: 0 })).toEqual({
      lng: expect.closeTo(30, 9),
      lat: expect.closeTo(0, 9),
      zoom: expect.closeTo(6, 9),
    })
  })

  it('keeps the ground under two fingers that move as they spread', () => {
    const grasp = graspAt()
    grasp.touch(1, { x: 100, y: 0 })
    grasp.touch(2, { x: 200, y: 0 })
    // What was under the first finger, 100 px east of the middle at zoom 5, is 300 px east of it at zoom 6.
    grasp.drag(1, { x: 300, y: 0 })
    expect(grasp.drag(2, { x: 500, y: 0 })?.lng).toBeCloseTo(30 + 100 * degreesPerPx - (300 * degreesPerPx) / 2, 9)
  })

  it('does not jump when one of two fingers is lifted', () => {
    const grasp = graspAt()
    grasp.touch(1, { x: -50, y: 0 })
    grasp.touch(2, { x: 50, y: 0 })
    const before = grasp.drag(2, { x: 90, y: 0 })
    grasp.release(1)
    expect(grasp.drag(2, { x: 90, y: 0 })).toEqual({
      lng: expect.closeTo(before?.lng ?? 0, 9),
      lat: expect.closeTo(before?.lat ?? 0, 9),
      zoom: before?.zoom,
    })
  })

  it('is not pulled back by what the wall says of a moment ago', () => {
    const grasp = graspAt()
    grasp.touch(1, { x: 0, y: 0 })
    grasp.drag(1, { x: 50, y: 0 })
    grasp.follow(start)
    expect(grasp.drag(1, { x: 60, y: 0 })?.lng).toBeCloseTo(30 - 60 * degreesPerPx, 9)
  })

  it('does nothing for a pointer that only passes over it', () => {
    expect(graspAt().drag(1, { x: 5, y: 5 })).toBeNull()
  })

  it('adds up what keys and buttons do', () => {
    const grasp = graspAt()
    grasp.nudge({ dx: 0, dy: 0, zoomBy: 0.5 })
    expect(grasp.nudge({ dx: 0, dy: 0, zoomBy: 0.5 })?.zoom).toBe(6)
  })
})

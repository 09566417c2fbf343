'use client'
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { CameraGrasp } from '@/lib/client/remote/camera-grasp'
import { sceneFrame } from '@/lib/geo/camera-to-bounds'
import type { PictureMove } from '@/lib/geo/pan-camera'
import type { Camera } from '@/lib/url/view'

/** A turn of the wheel by this many px is one level of zoom. */
const WHEEL_PX_PER_ZOOM = 400

/** Where on the surface, in px of the reference frame from its middle. */
function placeOn(surface: Element, { clientX, clientY }: { clientX: number; clientY: number }) {
  const box = surface.getBoundingClientRect()
  const scale = sceneFrame.width / box.width
  return { x: (clientX - box.left - box.width / 2) * scale, y: (clientY - box.top - box.height / 2) * scale }
}

/** Drag, pinch, wheel and keys on a surface, as cameras of the reference frame that go to `look`. */
export function useDragCamera(
  surface: RefObject<HTMLElement | null>,
  camera: Camera | null,
  look: (to: Camera) => void,
) {
  const [grasp] = useState(() => new CameraGrasp())
  const tell = useRef(look)
  useEffect(() => {
    grasp.follow(camera)
    tell.current = look
  })

  // React listens to the wheel passively: the page would scroll as well.
  useEffect(() => {
    const element = surface.current
    if (element === null) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const zoomBy = -event.deltaY / WHEEL_PX_PER_ZOOM
      const to = grasp.nudge({ dx: 0, dy: 0, zoomBy, around: placeOn(element, event) })
      if (to !== null) tell.current(to)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [surface, grasp])

  const lookAt = (to: Camera | null) => {
    if (to !== null) look(to)
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId)
      grasp.touch(event.pointerId, placeOn(event.currentTarget, event))
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) =>
      lookAt(grasp.drag(event.pointerId, placeOn(event.currentTarget, event))),
    onPointerEnd: (event: PointerEvent<HTMLElement>) => grasp.release(event.pointerId),
    /** By button or key, px of the frame. */
    nudge: (by: PictureMove) => lookAt(grasp.nudge(by)),
  }
}

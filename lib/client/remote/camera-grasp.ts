import { type PictureMove, panCamera } from '@/lib/geo/pan-camera'
import type { Camera } from '@/lib/url/view'

/** Px of the reference frame, right and down from its middle. */
interface Point {
  x: number
  y: number
}

interface Grasp {
  middle: Point
  apart: number
}

/** The middle of one finger or two, and how far apart they are; null without a finger. */
function graspOf(fingers: ReadonlyMap<number, Point>): Grasp | null {
  const [first, second = first] = fingers.values()
  if (first === undefined || second === undefined) return null
  return {
    middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
    apart: Math.hypot(first.x - second.x, first.y - second.y),
  }
}

/**
 * A map under one finger or two: the ground that they took hold of stays under them. Each movement is counted from where
 * it began, so nothing adds up; a finger that comes or goes begins anew.
 */
export class CameraGrasp {
  readonly #fingers = new Map<number, Point>()
  #camera: Camera | null = null
  #held: (Grasp & { camera: Camera }) | null = null

  /** What the wall shows now; a hand on the map goes on from what it holds. */
  follow(camera: Camera | null): void {
    this.#camera = camera
  }

  touch(finger: number, at: Point): void {
    this.#fingers.set(finger, at)
    this.#hold()
  }

  release(finger: number): void {
    this.#fingers.delete(finger)
    this.#hold()
  }

  /** The camera with a finger elsewhere; null for a finger that is not on the map. */
  drag(finger: number, at: Point): Camera | null {
    if (!this.#fingers.has(finger)) return null
    this.#fingers.set(finger, at)
    const now = graspOf(this.#fingers)
    const held = this.#held
    if (now === null || held === null) return null
    const zoomBy = held.apart > 0 && now.apart > 0 ? Math.log2(now.apart / held.apart) : 0
    const [dx, dy] = [now.middle.x - held.middle.x, now.middle.y - held.middle.y]
    this.#camera = panCamera(held.camera, { dx, dy, zoomBy, around: held.middle })
    return this.#camera
  }

  /** The camera after a key, a button or the wheel; null while there is none. */
  nudge(move: PictureMove): Camera | null {
    if (this.#camera === null) return null
    this.#camera = panCamera(this.#camera, move)
    this.#hold()
    return this.#camera
  }

  #hold(): void {
    const grasp = graspOf(this.#fingers)
    this.#held = grasp === null || this.#camera === null ? null : { ...grasp, camera: this.#camera }
  }
}

import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { mapLines } from './map-lines'
import { combine, cross, dot, toLngLat, toVector, type Vector } from './unit-vector'

/** East, north and up where a position is. At a pole, those of its meridian. */
function axesAt([lng, lat]: LngLat): readonly [east: Vector, north: Vector, up: Vector] {
  const up = toVector([lng, lat])
  const east = toVector([lng + 90, 0])
  return [east, cross(up, east), up]
}

/**
 * The geometry as if its piece of the sphere were taken off at `from` and laid down at `to`, turned by `turnDegrees`
 * clockwise: each position keeps its distance and bearing from the middle. A rigid rotation of the sphere, so that all
 * distances and areas stay as they are wherever it comes to lie. Longitudes are within 180° of `to`'s, so beyond ±180
 * where it lies across the antimeridian; none of its areas may come to lie over a pole.
 */
export function rotateOnSphere(geometry: PlaceGeometry, from: LngLat, to: LngLat, turnDegrees: number): PlaceGeometry {
  const [east, north, up] = axesAt(from)
  const [eastThere, northThere, upThere] = axesAt(to)
  const turn = (turnDegrees * Math.PI) / 180
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)]
  const turnedEast = combine(eastThere, cosine, northThere, -sine)
  const turnedNorth = combine(eastThere, sine, northThere, cosine)
  const move = (position: LngLat): LngLat => {
    const vector = toVector(position)
    const level = combine(turnedEast, dot(vector, east), turnedNorth, dot(vector, north))
    return toLngLat(combine(level, 1, upThere, dot(vector, up)), to[0])
  }
  return mapLines(geometry, (line) => line.map(move))
}

import { earthRadius } from '@turf/turf'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { linesOf, mapLines } from './geometry-parts'

/** A place on the unit sphere: x through 0°E on the equator, y through 90°E, z through the north pole. */
export type Vector = readonly [x: number, y: number, z: number]

export const DEGREE = Math.PI / 180
/** The earth's mean radius. */
export const EARTH_KM = earthRadius / 1000

/** `[lng, lat]` in degrees as a unit vector (Gade 2010, “n-vector”): no pole or antimeridian is special there. */
export function toVector([lng, lat]: LngLat): Vector {
  const [l, p] = [lng * DEGREE, lat * DEGREE]
  return [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)]
}

/** A vector of any length above 0 as `[lng, lat]` in degrees, the longitude within 180° of `nearLng`, so beyond ±180 too. */
export function toLngLat([x, y, z]: Vector, nearLng = 0): LngLat {
  const lng = Math.atan2(y, x) / DEGREE
  return [lng + 360 * Math.round((nearLng - lng) / 360), Math.atan2(z, Math.hypot(x, y)) / DEGREE]
}

export function dot([a, b, c]: Vector, [x, y, z]: Vector): number {
  return a * x + b * y + c * z
}

export function cross([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  return [b * z - c * y, c * x - a * z, a * y - b * x]
}

/** `a` times `s` plus `b` times `t`. */
export function combine([a, b, c]: Vector, s: number, [x, y, z]: Vector, t: number): Vector {
  return [a * s + x * t, b * s + y * t, c * s + z * t]
}

/** The length of a vector. */
function norm([a, b, c]: Vector): number {
  return Math.hypot(a, b, c)
}

/** Angle between two vectors in radians, 0 to π, as exact for near ones as for opposite ones (Kahan). */
export function angleBetween(a: Vector, b: Vector): number {
  return Math.atan2(norm(cross(a, b)), dot(a, b))
}

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

const nowhere: Vector = [0, 0, 0]

function isArea({ type }: PlaceGeometry): boolean {
  return type === 'Polygon' || type === 'MultiPolygon'
}

/** Sum over a ring's triangles with `pole` of their middles times their signed size. */
function ringMoment(ring: readonly LngLat[], pole: Vector): Vector {
  const vectors = ring.map(toVector)
  return vectors.slice(1).reduce<Vector>((sum, b, index) => {
    const a = vectors[index] ?? b
    const size = dot(pole, cross(combine(a, 1, pole, -1), combine(b, 1, pole, -1)))
    return combine(sum, 1, combine(combine(a, 1, b, 1), 1, pole, 1), size)
  }, nowhere)
}

/** Sum over a line's steps of their middles times their length. */
function lineMoment(line: readonly LngLat[]): Vector {
  const vectors = line.map(toVector)
  if (vectors.length === 1) return vectors[0] ?? nowhere
  return vectors.slice(1).reduce<Vector>((sum, b, index) => {
    const a = vectors[index] ?? b
    return combine(sum, 1, combine(a, 1, b, 1), norm(combine(b, 1, a, -1)))
  }, nowhere)
}

/**
 * The middle of a geometry on the sphere, `[lng, lat]`: an area's centre of mass, a line's by its length, the point
 * itself. Exact enough to hold a shape by, within a few metres for one of some hundred km. Throws a RangeError where
 * there is none.
 */
export function sphereCentre(geometry: PlaceGeometry): LngLat {
  const lines = linesOf(geometry)
  const start = lines[0]?.[0]
  if (start === undefined) throw new RangeError('a geometry without positions has no centre')
  const pole = toVector(start)
  const moments = lines.map((line) => (isArea(geometry) ? ringMoment(line, pole) : lineMoment(line)))
  const sum = moments.reduce((total, moment) => combine(total, 1, moment, 1), nowhere)
  if (norm(sum) === 0) return start
  // Rings that run the other way add up to the other side of the earth.
  return toLngLat(combine(sum, Math.sign(dot(sum, pole)), sum, 0), start[0])
}

import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import { linesOf } from './map-lines'
import { combine, cross, dot, toLngLat, toVector, type Vector } from './unit-vector'

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
    return combine(sum, 1, combine(a, 1, b, 1), Math.hypot(...combine(b, 1, a, -1)))
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
  if (Math.hypot(...sum) === 0) return start
  // Rings that run the other way add up to the other side of the earth.
  return toLngLat(combine(sum, Math.sign(dot(sum, pole)), sum, 0), start[0])
}

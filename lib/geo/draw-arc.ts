import { point, toMercator, toWgs84 } from '@turf/turf'
import type { LineString, Position } from 'geojson'
import type { LngLat } from '@/lib/schema/geometry'

/** One piece of an arc; `along` is 0 for the first and 1 for the last. */
export interface ArcPiece {
  along: number
  line: LineString
}

/** Height of the arc over its chord, as a share of the chord: a hint of a curve, which no border or road has so even. */
const BEND = 0.035
/** Straight steps within a piece. */
const STEPS = 3

type Plane = readonly [x: number, y: number]

function toPlane(position: Position): Plane {
  const [x = 0, y = 0] = toMercator(point(position)).geometry.coordinates
  return [x, y]
}

function toLngLat([x, y]: Plane): LngLat {
  const [lng = 0, lat = 0] = toWgs84(point([x, y])).geometry.coordinates
  return [lng, lat]
}

/** Which way a step from one position to another points on the map, degrees clockwise from north. */
export function bearingOnMap(from: Position, to: Position): number {
  const [x0, y0] = toPlane(from)
  const [x1, y1] = toPlane(to)
  return ((Math.atan2(x1 - x0, y1 - y0) * 180) / Math.PI + 360) % 360
}

/** The arc's position at `t`, 0 to 1: a quadratic Bézier curve in the map's plane, bent towards the north. */
function arcAt(from: LngLat, to: LngLat): (t: number) => LngLat {
  const [x0, y0] = toPlane(from)
  const [x1, y1] = toPlane(to)
  const side = x1 < x0 ? -1 : 1
  // The curve rises half as high as its control point.
  const control: Plane = [(x0 + x1) / 2 - side * 2 * BEND * (y1 - y0), (y0 + y1) / 2 + side * 2 * BEND * (x1 - x0)]
  return (t) => {
    if (t <= 0) return from
    if (t >= 1) return to
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2]
    return toLngLat([a * x0 + b * control[0] + c * x1, a * y0 + b * control[1] + c * y1])
  }
}

/**
 * A curved arc between two positions, in `pieces` lines that join end to end, so that each can be drawn thinner than the
 * one before. Curved in Web Mercator, the plane that it is seen in: it stands for a movement, not for a route. Throws a
 * RangeError for fewer than two pieces.
 */
export function drawArc(from: LngLat, to: LngLat, pieces: number): ArcPiece[] {
  if (!(pieces >= 2)) throw new RangeError(`an arc cannot have ${pieces} pieces`)
  const at = arcAt(from, to)
  return Array.from({ length: pieces }, (_, piece) => ({
    along: piece / (pieces - 1),
    line: {
      type: 'LineString',
      coordinates: Array.from({ length: STEPS + 1 }, (_step, step) => at((piece + step / STEPS) / pieces)),
    },
  }))
}

/**
 * A line through all of its positions, in `pieces` lines of the same length on the map that join end to end. Straight in
 * Web Mercator between two positions: the route is as it is given. Throws a RangeError for fewer than two pieces or
 * positions.
 */
export function drawRoute(line: readonly LngLat[], pieces: number): ArcPiece[] {
  if (!(pieces >= 2) || line.length < 2)
    throw new RangeError(`a route of ${line.length} positions cannot have ${pieces} pieces`)
  const corners = line.map(toPlane)
  const reached = [0]
  for (const [index, [x, y]] of corners.entries()) {
    const [beforeX, beforeY] = corners[index - 1] ?? [x, y]
    if (index > 0) reached.push((reached.at(-1) ?? 0) + Math.hypot(x - beforeX, y - beforeY))
  }
  const whole = reached.at(-1) ?? 0
  const at = (length: number): LngLat => {
    const next = Math.max(
      1,
      reached.findIndex((each) => each >= length),
    )
    const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = [corners[next - 1], corners[next]]
    const [from = 0, to = 0] = [reached[next - 1], reached[next]]
    const share = to === from ? 0 : (length - from) / (to - from)
    return toLngLat([x0 + share * (x1 - x0), y0 + share * (y1 - y0)])
  }
  return Array.from({ length: pieces }, (_, piece) => {
    const [start, end] = [(whole * piece) / pieces, (whole * (piece + 1)) / pieces]
    const between = line.filter((_position, index) => (reached[index] ?? 0) > start && (reached[index] ?? 0) < end)
    const first = piece === 0 ? line[0] : at(start)
    const last = piece === pieces - 1 ? line.at(-1) : at(end)
    return {
      along: piece / (pieces - 1),
      line: { type: 'LineString', coordinates: [first ?? at(start), ...between, last ?? at(end)] },
    }
  })
}

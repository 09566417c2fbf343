import type { Feature, FeatureCollection } from 'geojson'
import type { CaseShape } from '@/lib/derive/case-shapes'
import type { DrawnFeature, DrawnPart } from '@/lib/derive/drawn-feature'
import { circleOf, isClosed } from '@/lib/geo/drawn-area'
import { drawRing, mapLines, toPlaceGeometry } from '@/lib/geo/geometry-parts'
import { densifyLine } from '@/lib/geo/great-circle'
import { measureLineKm, measureRingKm2 } from '@/lib/geo/measure-shape'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { DEGREE, EARTH_KM, rotateOnSphere, sphereCentre } from '@/lib/geo/sphere'
import { emptyCollection } from '@/lib/map/overlays'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'
import { cornersOf, standsOn } from './measured-line'

/** An edge that is longer would not bend as it must where the shape comes to lie. */
const SHAPE_STEP_KM = 10

/** A shape made ready to be laid anywhere, which is done at every frame of a drag. */
export interface HeldShape {
  shape: CaseShape
  dense: PlaceGeometry
  centre: LngLat
}

/** Takes a shape in hand: what its place in the world does not change. */
export function holdShape(shape: CaseShape): HeldShape {
  const dense = mapLines(shape.geometry, (line) => densifyLine(line, SHAPE_STEP_KM))
  return { shape, dense, centre: sphereCentre(shape.geometry) }
}

/** A shape as it lies elsewhere: parts `area` or `line`, and `name` (`text`). */
export function drawLaidOver({ shape, dense, centre }: HeldShape, laid: LaidOver, name: string): FeatureCollection {
  const geometry = rotateOnSphere(dense, centre, laid.at, laid.turn)
  const part = shape.kind === 'line' ? 'line' : 'area'
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry, properties: { part } },
      { type: 'Feature', geometry: { type: 'Point', coordinates: laid.at }, properties: { part: 'name', text: name } },
    ],
  }
}

/** A great circle bends on the map: at this step it is drawn smooth. */
const LINE_STEP_KM = 25

/** Writes a length in km and an area in km², with their units. */
export interface MeasureWords {
  km(lengthKm: number): string
  km2(areaKm2: number): string
}

function feature(part: string, geometry: Feature['geometry'], properties: object = {}): Feature {
  return { type: 'Feature', geometry, properties: { part, ...properties } }
}

/** A leg's length, in the middle of what is drawn of it. */
function legLabel(leg: readonly LngLat[], text: string): Feature {
  const middle = leg[Math.floor(leg.length / 2)] ?? leg[0] ?? [0, 0]
  const next = leg[Math.floor(leg.length / 2) - 1] ?? middle
  const at = leg.length % 2 === 0 ? [(middle[0] + next[0]) / 2, (middle[1] + next[1]) / 2] : middle
  return feature('label', { type: 'Point', coordinates: at }, { text })
}

/** The circle about the first of two points, as an area with its line. */
function drawCircle(points: readonly LngLat[]): Feature[] {
  const circle = circleOf(points)
  // About a pole it would be a line across the map.
  if (circle === null || Math.abs(circle.middle[1]) + circle.radiusKm / (EARTH_KM * DEGREE) >= 90) return []
  const area = drawRing(circle.middle, circle.radiusKm)
  return [
    feature('area', area),
    ...area.coordinates.map((coordinates) => feature('line', { type: 'LineString', coordinates })),
  ]
}

/**
 * A measured line as drawn: parts `area`, `line`, `point` (`snapped` where it stands on one of the targets) and `label`
 * (`text`). Empty for no points. `asksAround`: of two points the circle about the first as well.
 */
export function drawMeasuredLine(
  points: readonly LngLat[],
  targets: readonly SnapTarget[],
  words: MeasureWords,
  asksAround = false,
): FeatureCollection {
  if (points.length === 0) return emptyCollection
  const drawn = densifyLine(points, LINE_STEP_KM)
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return legLabel(densifyLine([from, to], LINE_STEP_KM), words.km(measureLineKm([from, to])))
  })
  const area = isClosed(points)
    ? [
        feature('area', { type: 'Polygon', coordinates: [drawn] }),
        feature(
          'label',
          { type: 'Point', coordinates: sphereCentre({ type: 'Polygon', coordinates: [drawn] }) },
          { text: words.km2(measureRingKm2(points)) },
        ),
      ]
    : asksAround
      ? drawCircle(points)
      : []
  const marks = cornersOf(points).map((at) =>
    feature('point', { type: 'Point', coordinates: at }, { snapped: standsOn(at, targets) !== null }),
  )
  const line = points.length < 2 ? [] : [feature('line', { type: 'LineString', coordinates: drawn })]
  return { type: 'FeatureCollection', features: [...area, ...line, ...marks, ...legs] }
}

/** The words that name a shape. */
export interface ShapeWords {
  claim(names: string): string
  ring(size: string, name: string): string
  sized(size: string, name: string): string
}

/** What a shape is called. */
export function nameShape({ kind, places, caption = '' }: CaseShape, locale: string, words: ShapeWords): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const names = list.format(places.map(({ name }) => name))
  if (kind === 'claim') return words.claim(names)
  if (kind === 'ring') return words.ring(caption, names)
  return kind === 'line' && caption !== '' ? words.sized(caption, names) : names
}

/** Of these nothing is measured: where a flow is drawn and a name is written nothing stands on the ground. */
const noGround: readonly DrawnPart[] = ['arc', 'course', 'head', 'label', 'unit']

/** What a measured point is caught by: the case's points, lines, areas and rings. */
export function listSnapTargets(features: readonly DrawnFeature[]): SnapTarget[] {
  return features.flatMap(({ geometry, properties: { part, place } }) => {
    const shape = noGround.includes(part) ? null : toPlaceGeometry(geometry)
    return shape === null ? [] : [{ place, geometry: shape }]
  })
}

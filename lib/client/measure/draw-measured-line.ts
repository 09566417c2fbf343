import type { Feature, FeatureCollection } from 'geojson'
import { densifyLine } from '@/lib/geo/densify-line'
import { measureLineKm } from '@/lib/geo/measure-line-km'
import { measureRingKm2 } from '@/lib/geo/measure-ring-km2'
import type { SnapTarget } from '@/lib/geo/snap-point'
import { sphereCentre } from '@/lib/geo/sphere-centre'
import { emptyCollection } from '@/lib/map/overlays'
import type { LngLat } from '@/lib/schema/geometry'
import { cornersOf, isClosed, standsOn } from './measured-line'

/** A great circle bends on the map: at this step it is drawn smooth. */
const STEP_KM = 25

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

/**
 * A measured line as drawn: parts `area`, `line`, `point` (`snapped` where it stands on one of the targets) and `label`
 * (`text`). Empty for no points.
 */
export function drawMeasuredLine(
  points: readonly LngLat[],
  targets: readonly SnapTarget[],
  words: MeasureWords,
): FeatureCollection {
  if (points.length === 0) return emptyCollection
  const drawn = densifyLine(points, STEP_KM)
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to
    return legLabel(densifyLine([from, to], STEP_KM), words.km(measureLineKm([from, to])))
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
    : []
  const marks = cornersOf(points).map((at) =>
    feature('point', { type: 'Point', coordinates: at }, { snapped: standsOn(at, targets) !== null }),
  )
  const line = points.length < 2 ? [] : [feature('line', { type: 'LineString', coordinates: drawn })]
  return { type: 'FeatureCollection', features: [...area, ...line, ...marks, ...legs] }
}

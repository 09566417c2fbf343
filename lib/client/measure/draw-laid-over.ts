import type { FeatureCollection } from 'geojson'
import type { CaseShape } from '@/lib/derive/case-shapes'
import { densifyLine } from '@/lib/geo/densify-line'
import { mapLines } from '@/lib/geo/map-lines'
import { rotateOnSphere } from '@/lib/geo/rotate-on-sphere'
import { sphereCentre } from '@/lib/geo/sphere-centre'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { LaidOver } from '@/lib/url/drawing-codec'

/** An edge that is longer would not bend as it must where the shape comes to lie. */
const STEP_KM = 10

/** A shape made ready to be laid anywhere, which is done at every frame of a drag. */
export interface HeldShape {
  shape: CaseShape
  dense: PlaceGeometry
  centre: LngLat
}

/** Takes a shape in hand: what its place in the world does not change. */
export function holdShape(shape: CaseShape): HeldShape {
  const dense = mapLines(shape.geometry, (line) => densifyLine(line, STEP_KM))
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

import type { FeatureCollection, Geometry, Position } from 'geojson'

/** What is drawn by hand: a click for a point, a click for each corner of a line or an area. */
export const shapeKinds = ['point', 'line', 'area'] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** Five decimals are a metre, which no hand draws finer. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5

/** How many corners a shape has at least. */
const least: Readonly<Record<ShapeKind, number>> = { point: 1, line: 2, area: 3 }

function isCounterclockwise(ring: readonly Position[]): boolean {
  const twice = ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    return sum + (x * nextY - nextX * y)
  }, 0)
  return twice > 0
}

/** The corners as a geometry, an area's ring counterclockwise (RFC 7946 §3.1.6); null while there are too few. */
export function shapeOf(kind: ShapeKind, corners: readonly Position[]): Geometry | null {
  const positions = corners.map(([lng = 0, lat = 0]) => [round(lng), round(lat)])
  const [first] = positions
  if (first === undefined || positions.length < least[kind]) return null
  if (kind === 'point') return { type: 'Point', coordinates: first }
  if (kind === 'line') return { type: 'LineString', coordinates: positions }
  const ring = isCounterclockwise(positions) ? positions : [first, ...positions.slice(1).toReversed()]
  return { type: 'Polygon', coordinates: [[...ring, first]] }
}

/** What the map shows of a shape while it is drawn: what there is of it, and each corner. */
export function drawnSoFar(kind: ShapeKind, corners: readonly Position[]): FeatureCollection {
  const shape = shapeOf(kind, corners) ?? shapeOf('line', corners)
  const geometries: Geometry[] = corners.map((coordinates) => ({ type: 'Point', coordinates }))
  if (shape !== null) geometries.unshift(shape)
  return {
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  }
}

/** What a reader may be told of a geometry: a point's latitude and longitude; null for any other. */
export function pointOf(geometry: unknown): readonly [lat: number, lng: number] | null {
  const { type, coordinates } = Object(geometry)
  const [lng, lat] = type === 'Point' && Array.isArray(coordinates) ? coordinates : []
  return typeof lng === 'number' && typeof lat === 'number' ? [lat, lng] : null
}

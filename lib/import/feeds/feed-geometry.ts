import { circle } from '@turf/turf'
import type { Geometry, Position } from 'geojson'
import { allBelow, textOf, type XmlNode } from '../xml/xml-tree'

/** "lat lng lat lng …" or "lat,lng lat,lng …" as positions; null where a number is none. */
export function readPairs(text: string): Position[] | null {
  const numbers = text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (numbers.length < 2 || numbers.length % 2 !== 0 || numbers.some((number) => !Number.isFinite(number))) return null
  const positions: Position[] = []
  for (let at = 0; at < numbers.length; at += 2) positions.push([numbers[at + 1] ?? 0, numbers[at] ?? 0])
  return positions
}

function fromPairs(kind: 'point' | 'line' | 'polygon', text: string): unknown {
  const positions = readPairs(text)
  // What is no list of pairs goes on as it is, to be told of as what it is.
  if (positions === null) return { type: 'Point', coordinates: [text] }
  if (kind === 'point') return { type: 'Point', coordinates: positions[0] }
  return kind === 'line'
    ? { type: 'LineString', coordinates: positions }
    : { type: 'Polygon', coordinates: [positions] }
}

function fromBox(text: string): unknown {
  const [low, high] = readPairs(text) ?? []
  if (low === undefined || high === undefined) return { type: 'Polygon', coordinates: [] }
  const [west, south, east, north] = [low[0] ?? 0, low[1] ?? 0, high[0] ?? 0, high[1] ?? 0]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

/** A circle of CAP: "lat,lng radius in km"; of no radius a point. */
export function readCircle(text: string): unknown {
  const [centre = '', radius = '0'] = text.trim().split(/\s+/)
  const [at] = readPairs(centre) ?? []
  const km = Number(radius)
  if (at === undefined || Number.isNaN(km)) return { type: 'Point', coordinates: [text] }
  return km > 0 && km < 5000 ? circle(at, km, { units: 'kilometers' }).geometry : { type: 'Point', coordinates: at }
}

const simple = { point: 'point', line: 'line', polygon: 'polygon' } as const
const gml = { Point: 'point', LineString: 'line', Polygon: 'polygon' } as const

/** Several shapes of one entry as one. */
export function together(shapes: readonly unknown[]): unknown {
  if (shapes.length === 0) return null
  return shapes.length === 1 ? shapes[0] : { type: 'GeometryCollection', geometries: shapes }
}

/** Where an entry of a feed is, by GeoRSS (simple or GML) or the W3C's geo; null where it does not say. To be checked. */
export function feedGeometry(entry: XmlNode): Geometry | unknown {
  const shapes: unknown[] = []
  for (const child of entry.children) {
    if (!/georss/.test(child.uri)) continue
    if (child.local in simple) shapes.push(fromPairs(simple[child.local as keyof typeof simple], child.text))
    if (child.local === 'box') shapes.push(fromBox(child.text))
    if (child.local !== 'where') continue
    for (const [local, kind] of Object.entries(gml))
      for (const node of allBelow(child, local)) {
        const list = allBelow(node, 'posList')[0] ?? allBelow(node, 'pos')[0] ?? allBelow(node, 'coordinates')[0]
        if (list !== undefined) shapes.push(fromPairs(kind, list.text))
      }
  }
  if (shapes.length > 0) return together(shapes)
  const point = allBelow(entry, 'Point').find(({ uri }) => /geo\/wgs84_pos/.test(uri)) ?? entry
  const [lat, lng] = [textOf(point, 'lat'), textOf(point, 'long') ?? textOf(point, 'lon')]
  return lat === undefined || lng === undefined ? null : fromPairs('point', `${lat} ${lng}`)
}

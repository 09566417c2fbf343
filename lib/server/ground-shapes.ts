import type { Feature, Position } from 'geojson'
import { keepLatest } from '@/lib/derive/once'
import type { Rectangle } from '@/lib/geo/clip-to-frame'
import { type Point, projectMercator } from '@/lib/geo/project-mercator'
import { textOf } from '@/lib/map/feature-values'
import { type BasemapFileName, basemapFileNames, readBasemapFile } from './basemap-files'

/** A ring or a line of the basemap in Mercator's unit square. */
export interface GroundPart {
  isRing: boolean
  /** Of its feature: the country that it belongs to, and what kind of border it is; empty where it has none. */
  cc: string
  kind: string
  box: Rectangle
  /** x and y of each point in turn: an eighth of what GeoJSON's arrays take. */
  points: Float64Array
}

function partOf(feature: Feature, positions: readonly Position[], isRing: boolean): GroundPart {
  const points = new Float64Array(positions.length * 2)
  const box = { left: 1, top: 1, right: 0, bottom: 0 }
  for (const [index, position] of positions.entries()) {
    const [x, y] = projectMercator(position)
    points[index * 2] = x
    points[index * 2 + 1] = y
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return { isRing, cc: textOf(feature, 'cc'), kind: textOf(feature, 'kind'), box, points }
}

function partsOf(feature: Feature): GroundPart[] {
  const { geometry } = feature
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((ring) => partOf(feature, ring, true))
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((ring) => partOf(feature, ring, true))
    case 'LineString':
      return [partOf(feature, geometry.coordinates, false)]
    case 'MultiLineString':
      return geometry.coordinates.map((line) => partOf(feature, line, false))
    default:
      return []
  }
}

const keepFile = keepLatest<readonly GroundPart[]>(basemapFileNames.length)

/** A file of the basemap as rings and lines, read and projected once. Throws where it is missing or is no FeatureCollection. */
export function readGround(name: BasemapFileName): Promise<readonly GroundPart[]> {
  return keepFile(name, async () => (await readBasemapFile(name)).features.flatMap(partsOf))
}

/** Where a drawing has Mercator's unit square: its side and its upper left corner, px. */
export interface Square {
  side: number
  left: number
  top: number
}

/** The unit square of a projection that scales and moves it and does nothing else. */
export function squareOf(project: (position: Position) => Point): Square {
  const [left, middle] = project([-180, 0])
  const [right] = project([180, 0])
  const side = right - left
  return { side, left, top: middle - side / 2 }
}

/**
 * The points of a part on a drawing, those nearer than `apart` px to the one before left out; null where none of it is in
 * the frame, or where it is a ring too small to be seen.
 */
export function drawnPoints(part: GroundPart, { side, left, top }: Square, frame: Rectangle, apart: number) {
  const { box, points, isRing } = part
  const outside =
    left + box.right * side < frame.left ||
    left + box.left * side > frame.right ||
    top + box.bottom * side < frame.top ||
    top + box.top * side > frame.bottom
  if (outside) return null
  if (isRing && (box.right - box.left) * side < apart && (box.bottom - box.top) * side < apart) return null
  const drawn: Point[] = []
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [left + (points[at] ?? 0) * side, top + (points[at + 1] ?? 0) * side]
    const isLast = at === points.length - 2
    if (
      !isLast &&
      Math.abs(x - lastX) < apart &&
      Math.abs(y - lastY) < apart &&
      Math.hypot(x - lastX, y - lastY) < apart
    )
      continue
    drawn.push([x, y])
    lastX = x
    lastY = y
  }
  return drawn
}

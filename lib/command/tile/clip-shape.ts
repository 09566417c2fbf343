import { bboxClip } from '@turf/turf'
import { mapLines, toPlaceGeometry } from '@/lib/geo/geometry-parts'
import { projectMercator, unprojectMercator } from '@/lib/geo/project-mercator'
import type { PlaceGeometry } from '@/lib/schema/geometry'
import { type Box, boxOf } from './tile-shape'

/** Tiles reach so far over their edges, as a share of their side: what is cut at the edge itself would show it. */
export const BUFFER_SHARE = 64 / 4096

/** What a tile shows, with what lies just over its edges. */
export function boxOfTile([z, x, y]: readonly [z: number, x: number, y: number]): Box {
  const side = 2 ** z
  const [west, north] = unprojectMercator([(x - BUFFER_SHARE) / side, (y - BUFFER_SHARE) / side])
  const [east, south] = unprojectMercator([(x + 1 + BUFFER_SHARE) / side, (y + 1 + BUFFER_SHARE) / side])
  return [west, south, east, north]
}

/**
 * What of a line or an area lies in a box; null for nothing. It is cut on the map, where what joins two vertices is straight:
 * cut in degrees, a long line would bend to where it was cut.
 */
export function clipShape(geometry: PlaceGeometry, box: Box): PlaceGeometry | null {
  const [west, south, east, north] = boxOf(geometry)
  if (west > box[2] || east < box[0] || south > box[3] || north < box[1]) return null
  if (west >= box[0] && east <= box[2] && south >= box[1] && north <= box[3]) return geometry
  if (geometry.type === 'Point') return null
  const onMap = mapLines(geometry, (line) => line.map(projectMercator))
  if (onMap.type === 'Point') return null
  const [left, bottom] = projectMercator([box[0], box[1]])
  const [right, top] = projectMercator([box[2], box[3]])
  const { geometry: cut } = bboxClip(onMap, [left, top, right, bottom])
  if (cut.type === 'MultiPolygon') cut.coordinates = cut.coordinates.filter(({ length }) => length > 0)
  const shape = cut.coordinates.length === 0 ? null : toPlaceGeometry(cut)
  return shape && mapLines(shape, (line) => line.map(([x = 0, y = 0]) => unprojectMercator([x, y])))
}

/** A shape once more on each side of the world's edges that it lies across: the map of the world has both. */
export function onBothSides(geometry: PlaceGeometry): PlaceGeometry[] {
  const [west, , east] = boxOf(geometry)
  const turned = (degrees: number) => mapLines(geometry, (line) => line.map(([lng, lat]) => [lng + degrees, lat]))
  return [geometry, ...(east > 180 ? [turned(-360)] : []), ...(west < -180 ? [turned(360)] : [])]
}

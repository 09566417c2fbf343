import { center, distance } from '@turf/turf'
import type { AnyGeometry, LngLat } from '@/lib/schema/geometry'
import type { CaseFiles } from '@/lib/schema/parse-records'
import type { CaseRecords } from '@/lib/schema/records'
import { findPlaceLines } from './find-place-lines'
import type { Warning } from './warning'

/** Places count as near each other in squares of this size and the eight around them: some hundred kilometres. */
const CELL_DEGREES = 4
/** A swap that moves a place less than this proves nothing. */
const MIN_MOVE_KM = 1000

const cellOf = ([lng, lat]: LngLat) => [Math.floor(lng / CELL_DEGREES), Math.floor(lat / CELL_DEGREES)] as const

/** Counts points by square, so that how many are near another takes nine look-ups however many there are. */
function countNear(points: readonly LngLat[]): (point: LngLat) => number {
  const counts = new Map<string, number>()
  for (const point of points) {
    const key = cellOf(point).join()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return (point) => {
    const [column, row] = cellOf(point)
    let near = 0
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++) near += counts.get(`${x},${y}`) ?? 0
    return near
  }
}

/** The middle of what a place's geometry covers. */
function middleOf(geometry: AnyGeometry): LngLat {
  const [lng = 0, lat = 0] = center(geometry).geometry.coordinates
  return [lng, lat]
}

/**
 * Tells of places that look as if latitude came before longitude: they lie outside the case's first view with few or none
 * of its other places around them, and swapped they would have more than twice as many. The middle of the first view
 * counts as one of the places. Linear. Never throws.
 */
export function warnOfSwapped(files: CaseFiles, { head, layers }: CaseRecords): Warning[] {
  const [west, south, east, north] = head.bounds
  const places = layers.flatMap((layer) =>
    layer.places.flatMap(({ id, geometry }) =>
      geometry === null ? [] : [{ id, layer: layer.id, at: middleOf(geometry) }],
    ),
  )
  const near = countNear([[(west + east) / 2, (south + north) / 2], ...places.map(({ at }) => at)])
  const isInView = ([lng, lat]: LngLat) => west <= lng && lng <= east && south <= lat && lat <= north
  const least = Math.min(2, places.length)
  const swapped = places.filter(({ at: [lng, lat] }) => {
    if (Math.abs(lng) > 90 || isInView([lng, lat])) return false
    const around = near([lng, lat]) - 1
    const elsewhere = near([lat, lng])
    return elsewhere >= least && elsewhere > 2 * around && distance([lng, lat], [lat, lng]) > MIN_MOVE_KM
  })
  const lines = swapped.length === 0 ? undefined : findPlaceLines(files)
  const round = (degrees: number) => Number(degrees.toFixed(4))
  return swapped.map(({ id, layer, at: [lng, lat] }): Warning => {
    const words = `${id}: lies at longitude ${round(lng)}, latitude ${round(lat)}, far from the case’s other places; as [${round(lat)}, ${round(lng)}] it would be among them. A position is [longitude, latitude]: are the two swapped?`
    return { ...(lines?.get(id) ?? { file: `layers/${layer}.geojson` }), rule: 'swapped', words }
  })
}

import { center, distance } from '@turf/turf'
import { splitGeometry } from '@/lib/geo/geometry-parts'
import type { AnyGeometry, LngLat } from '@/lib/schema/geometry'
import { type CaseFiles, readValues } from '@/lib/schema/parse-records'
import { geometryOfMark } from '@/lib/schema/plain-marks'
import type { CaseLayer, CaseRecords } from '@/lib/schema/records'
import type { Warning } from './warn-of-files'

/** The file and the line, from 1, of each place by its id. */
function findPlaceLines(files: CaseFiles): Map<string, { file: string; line: number }> {
  const lines = new Map<string, { file: string; line: number }>()
  for (const [file, text] of files) {
    if (!file.startsWith('layers/')) continue
    for (const { position } of readValues(file, text, 'features').values)
      if (position.id !== null && !lines.has(position.id)) lines.set(position.id, { file, line: position.slice.line })
  }
  return lines
}

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

/**
 * Tells of bounds that look as if latitude came before longitude: few of the case's places are in them, and more than twice
 * as many would be. Never throws.
 */
export function warnOfBounds({ head, layers }: CaseRecords): Warning[] {
  const places = layers.flatMap((layer) =>
    layer.places.flatMap(({ geometry }) => (geometry === null ? [] : [middleOf(geometry)])),
  )
  const countIn = ([west = 0, south = 0, east = 0, north = 0]: readonly number[]) =>
    places.filter(([lng, lat]) => west <= lng && lng <= east && south <= lat && lat <= north).length
  const { insets = [], threads = [] } = head
  const all = [
    { what: 'bounds', bounds: head.bounds },
    ...insets.map(({ bounds }, at) => ({ what: `bounds of inset ${at + 1}`, bounds })),
    ...threads.map(({ id, bounds }) => ({ what: `bounds of thread “${id}”`, bounds })),
  ]
  return all.flatMap(({ what, bounds }): Warning[] => {
    const [west, south, east, north] = bounds
    const swapped = [south, west, north, east]
    const [inside, would] = [countIn(bounds), countIn(swapped)]
    if (would < 1 || would <= 2 * inside) return []
    const words = `${what}: [${bounds.join(', ')}] hold ${inside} of the case’s places; [${swapped.join(', ')}] would hold ${would}. Bounds are [west, south, east, north]: are longitude and latitude swapped?`
    return [{ file: 'case.json', rule: 'swapped', words }]
  })
}

/** Of which a layer may be made instead, by the beginning or the end of a geometry's type. */
const markOf = [
  ['Point', 'symbol'],
  ['LineString', 'line'],
  ['Polygon', 'area'],
] as const

/** What of a place in a collection its layer's mark does not draw, in words; null where it draws all of it. */
function describeUndrawn({ geometry, properties }: CaseLayer['places'][number], { mark }: CaseLayer): string | null {
  const drawn = geometryOfMark[mark]
  if (geometry?.type !== 'GeometryCollection' || drawn === null || properties.drawn !== undefined) return null
  const members = splitGeometry(geometry)
  const left = members.filter(({ type }) => !type.endsWith(drawn))
  if (left.length === 0) return null
  const types = [...new Set(left.map(({ type }) => type))].join(', ')
  const others = markOf.filter(([end]) => left.some(({ type }) => type.endsWith(end))).map(([, use]) => `“${use}”`)
  const what =
    left.length === members.length ? 'nothing' : `only ${members.length - left.length} of ${members.length} members`
  return `a layer of mark “${mark}” draws ${what} of its GeometryCollection and leaves out ${types}: give these a place in a layer of mark ${others.join(' or ')}`
}

/** Tells of places that hold several geometries of which their layer's mark cannot draw each. Never throws. */
export function warnOfUndrawn(files: CaseFiles, { layers }: CaseRecords): Warning[] {
  const found = layers.flatMap((layer) =>
    layer.places.flatMap((place) => {
      const words = describeUndrawn(place, layer)
      return words === null ? [] : [{ id: place.id, layer: layer.id, words: `${place.id}: ${words}` }]
    }),
  )
  const lines = found.length === 0 ? undefined : findPlaceLines(files)
  return found.map(({ id, layer, words }): Warning => {
    return { ...(lines?.get(id) ?? { file: `layers/${layer}.geojson` }), rule: 'undrawn', words }
  })
}

const LAYERS = 'layers.json'

/** What to give the categories of a mark beside their hues. */
const remedies: Partial<Record<CaseLayer['mark'], string>> = {
  area: 'give each a “pattern” of its own',
  symbol: 'give each a “symbol” of its own',
  circle: 'a circle has only its hue: use the mark “symbol”, with a “symbol” for each',
}

/** The categories of a layer that look like another one but for their hue, in groups by how they look without it. */
function alikeWithoutHue({ pattern, symbol, categories }: CaseLayer): string[][] {
  const looks = new Map<string, string[]>()
  for (const value of categories?.values ?? []) {
    const look = `${value.pattern ?? pattern} ${value.symbol ?? symbol}`
    looks.set(look, [...(looks.get(look) ?? []), value.name])
  }
  return [...looks.values()].filter((names) => names.length > 1)
}

/**
 * Tells of categories that only their hues tell apart: printed in grey, or seen by whoever does not tell these hues apart,
 * they are one. Never throws.
 */
export function warnOfCategories(files: CaseFiles, { layers }: CaseRecords): Warning[] {
  const found = layers.flatMap((layer) => alikeWithoutHue(layer).map((names) => ({ layer, names })))
  if (found.length === 0) return []
  const { values } = readValues(LAYERS, files.get(LAYERS), 'array')
  const lineOf = new Map(values.map(({ position }) => [position.id, position.slice.line]))
  return found.map(({ layer: { id, mark }, names }): Warning => {
    const list = names.map((name) => `“${name}”`).join(', ')
    const words = `${id}: only their hues tell ${list} apart, and in grey they are the same: ${remedies[mark] ?? 'give each a look of its own'}`
    const line = lineOf.get(id)
    return { file: LAYERS, ...(line === undefined ? {} : { line }), rule: 'alike', words }
  })
}

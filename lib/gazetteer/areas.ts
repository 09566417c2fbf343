import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { nearestOnLines } from '@/lib/geo/along-line'
import { frameBounds } from '@/lib/geo/bounds'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { toVector, type Vector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'
import { addTo } from '@/lib/schema/plain-values'

/** A part of a country, as an area. */
export interface Area {
  readonly id: string
  /** In English; without one where the data has none. */
  readonly name?: string
  readonly cc: string
}

interface DrawnPolygon {
  readonly polygon: Polygon
  /** Its positions, ring by ring, one number after the other. */
  readonly rings: readonly Float64Array[]
  readonly box: Bounds
}

interface DrawnArea extends Area {
  readonly polygons: readonly DrawnPolygon[]
}

/** The outlines are good to some 500 m, and harbours stand beyond them: nearer than this to an area, a point is in it. */
const REACH_KM = 8
const KM_PER_DEGREE = 111

function boxOf({ coordinates: [outline = []] }: Polygon): Bounds {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [lng = 0, lat = 0] of outline) {
    west = Math.min(west, lng)
    east = Math.max(east, lng)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

function toDrawn(polygon: Polygon): DrawnPolygon {
  const rings = polygon.coordinates.map((ring) => Float64Array.from(ring.flatMap(([lng = 0, lat = 0]) => [lng, lat])))
  return { polygon, rings, box: boxOf(polygon) }
}

function polygonsOf(geometry: Polygon | MultiPolygon): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry]
  return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

/** Whether a point is in a polygon, by how often a line from there to the east crosses its rings: thousands of points are asked for. */
function isWithin([lng, lat]: LngLat, rings: readonly Float64Array[]): boolean {
  let isIn = false
  for (const ring of rings) {
    let [x0 = 0, y0 = 0] = ring
    for (let at = 2; at < ring.length; at += 2) {
      const x1 = ring[at] ?? 0
      const y1 = ring[at + 1] ?? 0
      if (y0 > lat !== y1 > lat && lng < x0 + ((x1 - x0) * (lat - y0)) / (y1 - y0)) isIn = !isIn
      x0 = x1
      y0 = y1
    }
  }
  return isIn
}

/** How far a point is from a polygon's sides, as far as they may be within `up` and `aside` degrees of it. */
function distanceKm(at: LngLat, rings: readonly Float64Array[], up: number, aside: number): number {
  const [lng, lat] = at
  const near = rings.flatMap((ring) => {
    const sides: Vector[][] = []
    let [x0 = 0, y0 = 0] = ring
    for (let to = 2; to < ring.length; to += 2) {
      const x1 = ring[to] ?? 0
      const y1 = ring[to + 1] ?? 0
      const isBeyond = Math.max(y0, y1) < lat - up || Math.min(y0, y1) > lat + up
      const isAside = Math.max(x0, x1) < lng - aside || Math.min(x0, x1) > lng + aside
      if (!isBeyond && !isAside) sides.push([toVector([x0, y0]), toVector([x1, y1])])
      x0 = x1
      y0 = y1
    }
    return sides
  })
  return nearestOnLines(at, near)?.distanceKm ?? Number.POSITIVE_INFINITY
}

const sizeOf = ([west, south, east, north]: Bounds) =>
  (east - west) * (north - south) * Math.cos(((south + north) * Math.PI) / 360)

/** Pieces nearer to each other than this are looked at together, degrees. */
const BESIDE = 2.5

/** Whether two boxes are beside each other, across 180° too. */
function isBeside([west, south, east, north]: Bounds, other: Bounds): boolean {
  if (other[1] - north > BESIDE || south - other[3] > BESIDE) return false
  return [-360, 0, 360].some((turn) => other[0] + turn - east <= BESIDE && west - other[2] - turn <= BESIDE)
}

interface AreaPiece extends DrawnPolygon {
  readonly area: Area
}

/** Of the squares that pieces are looked up by, degrees. */
const SQUARE = 2

const squareOf = (degrees: number) => Math.floor(degrees / SQUARE)

/** The pieces of areas by the squares that their boxes lie in. */
function bySquare(pieces: readonly AreaPiece[]): ReadonlyMap<string, readonly AreaPiece[]> {
  const squares = new Map<string, AreaPiece[]>()
  for (const piece of pieces) {
    const [west, south, east, north] = piece.box.map(squareOf) as [number, number, number, number]
    for (let x = west; x <= east; x += 1) for (let y = south; y <= north; y += 1) addTo(squares, `${x} ${y}`, piece)
  }
  return squares
}

/** The parts of the world's countries: which of them a point is in. */
export class Areas {
  readonly #areas: readonly DrawnArea[]
  readonly #pieces: readonly AreaPiece[]
  readonly #squares: ReadonlyMap<string, readonly AreaPiece[]>
  readonly #names: ReadonlyMap<string, string>

  /** `topology` has one object, whose areas carry `id`, `cc` and `name`. */
  constructor(topology: Topology) {
    const [parts] = Object.values(topology.objects) as GeometryCollection<Area>[]
    const { features } = parts === undefined ? { features: [] } : feature(topology, parts)
    this.#areas = features.map(({ properties, geometry }): DrawnArea => {
      const polygons = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? polygonsOf(geometry) : []
      return { ...properties, polygons: polygons.map(toDrawn) }
    })
    this.#pieces = this.#areas.flatMap(({ polygons, ...area }) => polygons.map((piece) => ({ area, ...piece })))
    this.#squares = bySquare(this.#pieces)
    this.#names = new Map(this.#areas.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])))
  }

  /** The area that a point lies in, or within 8 km of; null at sea. */
  at(point: LngLat): Area | null {
    const [lng, lat] = point
    const within = this.#squares.get(`${squareOf(lng)} ${squareOf(lat)}`)?.find(({ rings, box }) => {
      const [west, south, east, north] = box
      return lng >= west && lng <= east && lat >= south && lat <= north && isWithin(point, rings)
    })
    return within?.area ?? this.#nearest(point)
  }

  /** The nearest area within 8 km, across 180° too; null at sea. */
  #nearest(point: LngLat): Area | null {
    const [lng, lat] = point
    const up = REACH_KM / KM_PER_DEGREE
    const aside = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
    let nearest: { area: Area; km: number } | null = null
    for (const { area, rings, box } of this.#pieces) {
      const [west, south, east, north] = box
      if (lat < south - up || lat > north + up) continue
      for (const turn of [-360, 0, 360]) {
        if (lng + turn < west - aside || lng + turn > east + aside) continue
        const km = distanceKm([lng + turn, lat], rings, up, aside)
        if (km < (nearest?.km ?? REACH_KM)) nearest = { area, km }
      }
    }
    return nearest?.area ?? null
  }

  /** The codes of the area that a point lies in and of its country; none at sea. */
  codesAt(point: LngLat): readonly string[] {
    const area = this.at(point)
    if (area === null) return []
    return area.id === area.cc ? [area.cc] : [area.id, area.cc]
  }

  /** The name of an area, by its code. */
  nameOf(id: string): string | undefined {
    return this.#names.get(id)
  }

  /**
   * What areas fill, beyond 180° where they lie across it: of the groups that their pieces form, the largest. What lies an
   * ocean away, as Hawaii does, would have a map show the ocean. Null where there are none.
   */
  boundsOf(isMeant: (area: Area) => boolean): Bounds | null {
    const left = new Set(this.#areas.filter(isMeant).flatMap(({ polygons }) => polygons))
    let [largest, most]: [readonly DrawnPolygon[], number] = [[], 0]
    for (const first of left) {
      const group = [first]
      left.delete(first)
      // Grows while it is gone through.
      for (const { box } of group)
        for (const piece of left)
          if (isBeside(box, piece.box)) {
            group.push(piece)
            left.delete(piece)
          }
      const size = group.reduce((sum, { box }) => sum + sizeOf(box), 0)
      if (size > most) [largest, most] = [group, size]
    }
    return largest.length === 0 ? null : frameBounds(largest.map(({ polygon }) => polygon))
  }
}

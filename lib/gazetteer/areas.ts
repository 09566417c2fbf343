import { booleanPointInPolygon } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { nearestOnLines } from '@/lib/geo/along-line'
import { frameBounds } from '@/lib/geo/bounds'
import type { Bounds } from '@/lib/geo/camera-to-bounds'
import { toVector } from '@/lib/geo/sphere'
import type { LngLat } from '@/lib/schema/geometry'

/** A part of a country, as an area. */
export interface Area {
  readonly id: string
  /** In English; without one where the data has none. */
  readonly name?: string
  readonly cc: string
}

interface DrawnPolygon {
  readonly polygon: Polygon
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

function polygonsOf(geometry: Polygon | MultiPolygon): Polygon[] {
  if (geometry.type === 'Polygon') return [geometry]
  return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }))
}

function distanceKm(at: LngLat, { coordinates }: Polygon): number {
  const outline = coordinates.map((ring) => ring.map(([lng = 0, lat = 0]) => toVector([lng, lat])))
  return nearestOnLines(at, outline)?.distanceKm ?? Number.POSITIVE_INFINITY
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

/** The parts of the world's countries: which of them a point is in. */
export class Areas {
  readonly #areas: readonly DrawnArea[]
  readonly #names: ReadonlyMap<string, string>

  /** `topology` has one object, whose areas carry `id`, `cc` and `name`. */
  constructor(topology: Topology) {
    const [parts] = Object.values(topology.objects) as GeometryCollection<Area>[]
    const { features } = parts === undefined ? { features: [] } : feature(topology, parts)
    this.#areas = features.map(({ properties, geometry }): DrawnArea => {
      const polygons = geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? polygonsOf(geometry) : []
      return { ...properties, polygons: polygons.map((polygon) => ({ polygon, box: boxOf(polygon) })) }
    })
    this.#names = new Map(this.#areas.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const])))
  }

  /** The area that a point lies in, or within 8 km of; null at sea. */
  at(point: LngLat): Area | null {
    const [lng, lat] = point
    const up = REACH_KM / KM_PER_DEGREE
    const aside = up / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
    let nearest: { area: Area; km: number } | null = null
    for (const { polygons, ...area } of this.#areas)
      for (const { polygon, box } of polygons) {
        const [west, south, east, north] = box
        if (lat < south - up || lat > north + up || lng < west - aside || lng > east + aside) continue
        if (booleanPointInPolygon([...point], polygon)) return area
        const km = distanceKm(point, polygon)
        if (km < (nearest?.km ?? REACH_KM)) nearest = { area, km }
      }
    return nearest?.area ?? null
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

import type { Geometry, Position } from 'geojson'
import { limits } from '@/lib/limits'
import { isObject } from '@/lib/schema/plain-values'
import { tellValue } from '../row'

type Checked = { geometry: Geometry } | { reason: string; value: string | null }

class Wrong extends Error {
  override readonly name = 'Wrong'
  readonly value: string | null
  constructor(reason: string, value: unknown) {
    super(reason)
    this.value = value === undefined ? null : tellValue(value)
  }
}

let left = 0

function position(value: unknown): Position {
  if (!Array.isArray(value) || value.length < 2) throw new Wrong('is no position: [longitude, latitude]', value)
  left--
  if (left < 0) throw new Wrong(`the shape has more than ${limits.import.positions} positions: simplify it`, undefined)
  const [lng, lat]: unknown[] = value
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat))
    throw new Wrong('is no position: [longitude, latitude], both numbers', value)
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90)
    throw new Wrong('latitude and longitude are swapped: a position is [longitude, latitude]', value)
  if (Math.abs(lat) <= 90 && Math.abs(lng) > 180 && Math.abs(lng) <= 360)
    throw new Wrong(
      `has a longitude of ${lng}: it must be from −180 to 180, as ${lng > 0 ? lng - 360 : lng + 360}; a shape over the antimeridian is cut there`,
      value,
    )
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180)
    throw new Wrong('lies off the globe: are these metres of a projection? Save it in WGS 84 (EPSG:4326)', value)
  return [lng, lat]
}

function list(value: unknown, least: number, what: string): unknown[] {
  if (!Array.isArray(value) || value.length < least)
    throw new Wrong(`${what} has fewer than ${least} positions`, undefined)
  return value
}

const line = (value: unknown) => list(value, 2, 'the line').map(position)

/** A ring is closed here where its end is not its beginning: which programs leave out. */
function ring(value: unknown): Position[] {
  const positions = list(value, 3, 'the area').map(position)
  const [first, last] = [positions[0] ?? [], positions.at(-1) ?? []]
  if (first[0] !== last[0] || first[1] !== last[1]) positions.push([...first])
  if (positions.length < 4) throw new Wrong('the area has fewer than 3 corners', undefined)
  return positions
}

const polygon = (value: unknown) => list(value, 1, 'the area').map(ring)

/** The members of a collection, those of collections within it as its own. */
function membersOf(collection: Record<string, unknown>): unknown[] {
  const members: unknown[] = []
  const open = [list(collection.geometries, 1, 'the collection')]
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const each of next)
      if (isObject(each) && each.type === 'GeometryCollection') open.push(list(each.geometries, 1, 'the collection'))
      else members.push(each)
  return members
}

/** Whether a geometry is written as one that has no positions: as programs write a shape that is not there. */
export function isEmptyGeometry(value: unknown): boolean {
  if (!isObject(value) || typeof value.type !== 'string') return false
  const held = value.type === 'GeometryCollection' ? value.geometries : value.coordinates
  return Array.isArray(held) && held.length === 0
}

function geometry(value: unknown): Geometry {
  if (!isObject(value)) throw new Wrong('is no geometry', value)
  const { type, coordinates } = value
  switch (type) {
    case 'Point':
      return { type, coordinates: position(coordinates) }
    case 'MultiPoint':
      return { type, coordinates: list(coordinates, 1, 'it').map(position) }
    case 'LineString':
      return { type, coordinates: line(coordinates) }
    case 'MultiLineString':
      return { type, coordinates: list(coordinates, 1, 'it').map(line) }
    case 'Polygon':
      return { type, coordinates: polygon(coordinates) }
    case 'MultiPolygon':
      return { type, coordinates: list(coordinates, 1, 'it').map(polygon) }
    case 'GeometryCollection': {
      const geometries = membersOf(value).map(geometry)
      const [only] = geometries
      return geometries.length === 1 && only !== undefined ? only : { type, geometries }
    }
    default:
      throw new Wrong('is no type of geometry: Point, LineString, Polygon, or several of these', type)
  }
}

/** A geometry of GeoJSON in two dimensions and degrees, or why it is none. An open ring is closed. Never throws. */
export function checkGeometry(value: unknown): Checked {
  left = limits.import.positions
  try {
    return { geometry: geometry(value) }
  } catch (error) {
    if (error instanceof Wrong) return { reason: error.message, value: error.value }
    return { reason: 'is no geometry', value: null }
  }
}

import type { Geometry } from 'geojson'
import { limits } from '@/lib/limits'
import { checkGeometry } from '../shapes/check-geometry'
import type { Outcome } from './parse-position'
import { wktStart } from './position-text'

const example = 'write it as POINT(35.1396 47.8388), LINESTRING(…), POLYGON((…)) or as GeoJSON'

const types = { POINT: 'Point', LINESTRING: 'LineString', POLYGON: 'Polygon' } as const

/** “(35 47, 36 48)” as lists of lists, by way of JSON: brackets for brackets, and brackets around each position. */
function readLists(text: string): unknown {
  if (!/^[\d\s.,()eE+-]*$/.test(text)) return null
  const written = text
    .replace(/\(/g, '[')
    .replace(/\)/g, ']')
    .replace(/[^[\],]+/g, (position) => {
      const numbers = position.trim().split(/\s+/)
      return position.trim() === '' ? '' : `[${numbers.map(Number).join(',')}]`
    })
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}

function fromWkt(text: string): unknown {
  const [start = '', , multi, kind = ''] = wktStart.exec(text) ?? []
  const name = types[kind.toUpperCase() as keyof typeof types]
  const lists = readLists(text.slice(start.length).trim())
  if (!Array.isArray(lists)) return null
  if (multi !== undefined) {
    // Points of several may stand in brackets of their own or not.
    const points = name === 'Point' ? lists.map((each) => (Array.isArray(each?.[0]) ? each[0] : each)) : lists
    return { type: `Multi${name}`, coordinates: points }
  }
  return { type: name, coordinates: name === 'Point' ? lists[0] : lists }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A shape that stands in a cell, in WKT or GeoJSON, of degrees. Never throws. */
export function parseShape(text: string): Outcome<Geometry> {
  if (text.length > limits.import.rowCharacters) return { reason: `is too long for a shape: ${example}` }
  const [, srid] = wktStart.exec(text) ?? []
  if (srid !== undefined && srid !== '4326')
    return { reason: `is in the system EPSG:${srid}: convert it to WGS 84 (EPSG:4326)` }
  const checked = checkGeometry(wktStart.test(text) ? fromWkt(text) : fromJson(text))
  return 'reason' in checked ? { reason: `is no shape (${checked.reason}): ${example}` } : { value: checked.geometry }
}

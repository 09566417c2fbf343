import type { Geometry } from 'geojson'
import { curveNumber, toUnits } from '@/lib/geo/curve'
import type { Mapping } from '@/lib/import/columns/mapping'
import { edtfExtent } from '@/lib/import/columns/parse-date'
import { type ConvertContext, convertRow } from '@/lib/import/convert/convert-row'
import { isFault, type RowFault, type SourceTable } from '@/lib/import/row'
import type { LngLat, PlaceGeometry } from '@/lib/schema/geometry'
import type { TileKind } from '@/lib/schema/tiles'
import type { TimeExtentMs } from './runs'
import { kindOf, readShape, type TileShape } from './tile-shape'

/** A row as a point of the tiles; of a line or an area its middle. */
export interface TilePoint {
  /** Where it is along the curve. */
  key: number
  at: LngLat
  /** Ms since 1970, `end` not included; null where it has no date. */
  time: TimeExtentMs | null
  category: string | null
  /** A line or an area itself; null of a point. */
  geometry: PlaceGeometry | null
  /** What the panel shows of it, as JSON. */
  text: string
}

const many = { point: 'points', line: 'lines', area: 'areas' } as const

/** What the tiles of a table are made of: what the first of its rows is that is somewhere. */
export async function findKind(table: SourceTable, { position }: Mapping): Promise<TileKind> {
  if (position?.kind !== 'shapes') return 'point'
  for await (const batch of table.rows())
    for (const row of batch) {
      const kind = isFault(row) || row.geometry == null ? null : kindOf(row.geometry.type)
      if (kind !== null) return kind
    }
  return 'point'
}

/** Where a row is, and its shape where it is no point; or why it can be on no tile of its kind. */
function locate(geometry: Geometry, kind: TileKind): { at: LngLat } | TileShape | { reason: string } {
  const { type } = geometry
  if (kindOf(type) !== kind)
    return { reason: `is a ${type}, and these tiles are made of ${many[kind]}: put it into a layer of its own` }
  if (kind !== 'point') return readShape(geometry)
  const points = geometry.type === 'Point' ? [geometry.coordinates] : []
  const all = geometry.type === 'MultiPoint' && geometry.coordinates.length === 1 ? geometry.coordinates : points
  const [[lng = Number.NaN, lat = Number.NaN] = []] = all
  return Number.isNaN(lng) || Number.isNaN(lat) ? { reason: `is a ${type} of several points` } : { at: [lng, lat] }
}

function toPoint(
  row: Parameters<typeof convertRow>[0],
  context: ConvertContext,
  property: string | null,
  kind: TileKind,
): TilePoint | RowFault {
  const converted = convertRow(row, context)
  if ('reason' in converted) return converted
  const { geometry, properties, date } = converted
  const fault = (reason: string): RowFault => {
    return { file: context.file, sheet: context.sheet, row: row.row, column: null, value: null, reason }
  }
  if (geometry === null) return fault('has no position, and so is on no tile')
  const located = locate(geometry, kind)
  if ('reason' in located) return fault(located.reason)
  const { at } = located
  const shape = 'geometry' in located ? located.geometry : null
  const { x, y } = toUnits(at[0], at[1])
  const value = property === null ? undefined : properties[property]
  return {
    key: curveNumber(x, y),
    at,
    geometry: shape,
    time: date === null ? null : edtfExtent(date),
    category: value === undefined || value === null ? null : String(value),
    text: JSON.stringify({
      at,
      ...(shape === null ? {} : { geometry: shape }),
      ...(date === null ? {} : { date }),
      properties,
    }),
  }
}

/** The rows of a table as points, in batches; those that can be none as faults. Holds no more than a batch. */
export async function* readPoints(
  table: SourceTable,
  context: ConvertContext,
  property: string | null,
  kind: TileKind,
  skip: number,
): AsyncGenerator<(TilePoint | RowFault)[]> {
  let left = skip
  for await (const batch of table.rows()) {
    const rows = left >= batch.length ? [] : batch.slice(left)
    left -= batch.length - rows.length
    if (rows.length > 0) yield rows.map((row) => (isFault(row) ? row : toPoint(row, context, property, kind)))
  }
}

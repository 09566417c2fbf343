import { curveNumber, toUnits } from '@/lib/geo/curve'
import { edtfExtent } from '@/lib/import/columns/parse-date'
import { type ConvertContext, convertRow } from '@/lib/import/convert/convert-row'
import { isFault, type RowFault, type SourceTable } from '@/lib/import/row'
import type { TimeExtentMs } from './runs'

/** A row as a point of the tiles. */
export interface TilePoint {
  /** Where it is along the curve. */
  key: number
  at: readonly [lng: number, lat: number]
  /** Ms since 1970, `end` not included; null where it has no date. */
  time: TimeExtentMs | null
  category: string | null
  /** What the panel shows of it, as JSON. */
  text: string
}

const shapes = 'tiles of many are made of points: bring lines and areas as a layer of their own, with “import”'

function toPoint(
  row: Parameters<typeof convertRow>[0],
  context: ConvertContext,
  property: string | null,
): TilePoint | RowFault {
  const converted = convertRow(row, context)
  if ('reason' in converted) return converted
  const { geometry, properties, date } = converted
  const fault = (reason: string): RowFault => {
    return { file: context.file, sheet: context.sheet, row: row.row, column: null, value: null, reason }
  }
  if (geometry === null) return fault('has no position, and so is on no tile')
  const points = geometry.type === 'Point' ? [geometry.coordinates] : []
  const all = geometry.type === 'MultiPoint' && geometry.coordinates.length === 1 ? geometry.coordinates : points
  const [[lng = Number.NaN, lat = Number.NaN] = []] = all
  if (Number.isNaN(lng) || Number.isNaN(lat)) return fault(`is a ${geometry.type}: ${shapes}`)
  const { x, y } = toUnits(lng, lat)
  const value = property === null ? undefined : properties[property]
  return {
    key: curveNumber(x, y),
    at: [lng, lat],
    time: date === null ? null : edtfExtent(date),
    category: value === undefined || value === null ? null : String(value),
    text: JSON.stringify({ at: [lng, lat], ...(date === null ? {} : { date }), properties }),
  }
}

/** The rows of a table as points, in batches; those that can be none as faults. Holds no more than a batch. */
export async function* readPoints(
  table: SourceTable,
  context: ConvertContext,
  property: string | null,
  skip: number,
): AsyncGenerator<(TilePoint | RowFault)[]> {
  let left = skip
  for await (const batch of table.rows()) {
    const rows = left >= batch.length ? [] : batch.slice(left)
    left -= batch.length - rows.length
    if (rows.length > 0) yield rows.map((row) => (isFault(row) ? row : toPoint(row, context, property)))
  }
}

import { isObject } from '@/lib/schema/plain-values'
import { inBatches } from '../read-whole'
import type { RowFault, SourceRow, SourceTable } from '../row'
import { checkGeometry, isEmptyGeometry } from './check-geometry'
import { columnsOf, flattenProperties } from './flatten'

/** Keys of a feature that are no properties: members of it that are kept are so beside them. */
const ownMembers = new Set(['type', 'geometry', 'properties', 'bbox', '@context', 'crs'])

/** Members beside `properties`, as some programs and Linked Places have them. */
function membersOf(feature: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(feature).filter(([key]) => !ownMembers.has(key)))
}

/** A feature as a row; a fault where its geometry is none. */
export function featureRow(value: unknown, file: string, sheet: string | null, row: number): SourceRow | RowFault {
  const at = { file, sheet, row, column: null, value: null }
  if (!isObject(value)) return { ...at, reason: 'is no feature: {"type": "Feature", "geometry": …, "properties": …}' }
  const isFeature = value.type === 'Feature'
  const geometry = isFeature ? (value.geometry ?? null) : value
  const checked = geometry === null || isEmptyGeometry(geometry) ? { geometry: null } : checkGeometry(geometry)
  if ('reason' in checked) return { ...at, column: 'geometry', value: checked.value, reason: checked.reason }
  const cells = flattenProperties(isFeature ? value.properties : {})
  if (isFeature)
    for (const [key, cell] of flattenProperties(membersOf(value))) if (!cells.has(key)) cells.set(key, cell)
  return { row, cells, geometry: checked.geometry }
}

const isGeometry = (value: unknown) =>
  isObject(value) &&
  typeof value.type === 'string' &&
  (Array.isArray(value.coordinates) || Array.isArray(value.geometries))

/** An object of a list as a row: where one of its values is a geometry of GeoJSON, that is where it is. */
export function plainRow(value: unknown, file: string, row: number): SourceRow | RowFault {
  if (!isObject(value))
    return { file, sheet: null, row, column: null, value: null, reason: 'is no object of a list of objects' }
  const held = Object.entries(value).filter(([, each]) => isGeometry(each))
  const [[column, geometry] = []] = held
  if (column === undefined || held.length > 1) return { row, cells: flattenProperties(value) }
  const { [column]: _, ...properties } = value
  return featureRow({ type: 'Feature', geometry, properties }, file, null, row)
}

/** A table of rows that are all there. */
export function tableOf(sheet: string | null, rows: readonly (SourceRow | RowFault)[]): SourceTable {
  const good = rows.filter((row): row is SourceRow => !('reason' in row))
  return { sheet, columns: columnsOf(good), rows: () => inBatches(rows) }
}

/** Features as a table. */
export function featureTable(file: string, sheet: string | null, features: readonly unknown[]): SourceTable {
  return tableOf(
    sheet,
    features.map((feature, index) => featureRow(feature, file, sheet, index + 1)),
  )
}

import { isObject } from '@/lib/schema/plain-values'
import { inBatches } from '../read-whole'
import type { RowFault, SourceRow, SourceTable } from '../row'
import { checkGeometry } from './check-geometry'
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
  const checked = geometry === null ? { geometry: null } : checkGeometry(geometry)
  if ('reason' in checked) return { ...at, column: 'geometry', value: checked.value, reason: checked.reason }
  const cells = flattenProperties(isFeature ? value.properties : {})
  if (isFeature)
    for (const [key, cell] of flattenProperties(membersOf(value))) if (!cells.has(key)) cells.set(key, cell)
  return { row, cells, geometry: checked.geometry }
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

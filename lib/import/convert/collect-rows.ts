import { limits } from '@/lib/limits'
import { normaliseWording } from '@/lib/schema/plain-values'
import { edtfExtent } from '../columns/parse-date'
import { isFault, type RowFault, type SourceTable } from '../row'
import { CaseRoom, eachPosition } from './case-room'
import { type ConvertContext, type ConvertedRow, convertRow } from './convert-row'

/** What a layer can be made of: its mark draws one of these. */
const shapeKinds = ['points', 'lines', 'areas'] as const
export type ShapeKind = (typeof shapeKinds)[number]

/** Rows that say the same: the same place, day and words. */
interface Duplicate {
  row: number
  of: number
}

/** The rows of one layer. */
export interface Part {
  kind: ShapeKind
  /** Each as the text of a feature. */
  features: readonly string[]
  /** The rows that they are from. */
  rows: readonly number[]
}

/** All that came of a table. */
export interface Collected {
  parts: readonly Part[]
  faults: readonly RowFault[]
  /** Of which only the first are named. */
  faultCount: number
  rowCount: number
  /** What happened to many rows alike: key and how many. */
  changes: ReadonlyMap<string, number>
  duplicates: readonly Duplicate[]
  duplicateCount: number
  /** The rows that found no room, and the first of them. */
  beyond: { count: number; first: number } | null
  /** Each property's values: whether all are numbers or links, and how often each is there, as far as they are few. */
  properties: ReadonlyMap<string, PropertySummary>
  /** [west, south, east, north]; null where nothing has a position. */
  bounds: readonly [number, number, number, number] | null
  /** First and last day, ms since 1970. */
  span: { start: number; end: number } | null
}

export interface PropertySummary {
  count: number
  numbers: number
  links: number
  lowest: number
  /** The values with how often each is there; null where there are many. */
  values: Map<string | number | boolean, number> | null
}

const MOST_VALUES = 60
const MOST_TOLD_DUPLICATES = 200

const byType: Readonly<Record<string, ShapeKind>> = {
  Point: 'points',
  MultiPoint: 'points',
  LineString: 'lines',
  MultiLineString: 'lines',
  Polygon: 'areas',
  MultiPolygon: 'areas',
}

function kindOf({ geometry }: ConvertedRow): ShapeKind {
  if (geometry === null) return 'points'
  if (geometry.type !== 'GeometryCollection') return byType[geometry.type] ?? 'points'
  const kinds = geometry.geometries.map(({ type }) => byType[type] ?? 'points')
  return kinds.includes('areas') ? 'areas' : kinds.includes('lines') ? 'lines' : 'points'
}

class Collector {
  readonly #features = new Map<ShapeKind, string[]>()
  readonly #rows = new Map<ShapeKind, number[]>()
  readonly #faults: RowFault[] = []
  readonly #changes = new Map<string, number>()
  readonly #seen = new Map<string, number>()
  readonly #duplicates: Duplicate[] = []
  readonly #properties = new Map<string, PropertySummary>()
  readonly #room = new CaseRoom()
  #faultCount = 0
  #duplicateCount = 0
  #rowCount = 0
  #beyond: { count: number; first: number } | null = null
  #bounds: [number, number, number, number] | null = null
  #span: { start: number; end: number } | null = null

  addFault(fault: RowFault): void {
    this.#faultCount++
    if (this.#faults.length < limits.import.toldFaults) this.#faults.push(fault)
  }

  countRow(): void {
    this.#rowCount++
  }

  add(converted: ConvertedRow): void {
    const { row, geometry, properties, date } = converted
    const kind = kindOf(converted)
    if (this.#room.isFull(kind)) {
      this.#leaveOut(row)
      return
    }
    const text = JSON.stringify({ type: 'Feature', geometry, properties })
    let around = this.#bounds
    const shapes = geometry?.type === 'GeometryCollection' ? geometry.geometries : geometry === null ? [] : [geometry]
    const coordinates = shapes.map((shape) => ('coordinates' in shape ? shape.coordinates : []))
    const positions = eachPosition(coordinates, (lng, lat) => {
      around =
        around === null
          ? [lng, lat, lng, lat]
          : [Math.min(around[0], lng), Math.min(around[1], lat), Math.max(around[2], lng), Math.max(around[3], lat)]
    })
    if (!this.#room.take(kind, text, positions)) {
      this.#leaveOut(row)
      return
    }
    this.#bounds = around
    const [features, rows] = [this.#features.get(kind) ?? [], this.#rows.get(kind) ?? []]
    features.push(text)
    rows.push(row)
    this.#features.set(kind, features)
    this.#rows.set(kind, rows)
    for (const change of converted.changes) this.#changes.set(change, (this.#changes.get(change) ?? 0) + 1)
    this.#countDate(date)
    this.#countDuplicate(converted)
    for (const [name, value] of Object.entries(properties)) this.#countProperty(name, value)
  }

  #leaveOut(row: number): void {
    this.#beyond = { count: (this.#beyond?.count ?? 0) + 1, first: this.#beyond?.first ?? row }
  }

  #countDate(date: string | null): void {
    const extent = date === null ? null : edtfExtent(date)
    if (extent === null) return
    const span = this.#span
    this.#span =
      span === null ? extent : { start: Math.min(span.start, extent.start), end: Math.max(span.end, extent.end) }
  }

  #countDuplicate({ row, geometry, properties, date }: ConvertedRow): void {
    const at =
      geometry?.type === 'Point'
        ? geometry.coordinates.map((degrees) => degrees.toFixed(4)).join()
        : JSON.stringify(geometry)
    const words = normaliseWording(`${properties.name} ${properties.note ?? ''}`)
    const key = `${at.slice(0, 500)} ${date?.slice(0, 10)} ${words.slice(0, 300)}`
    const of = this.#seen.get(key)
    if (of === undefined) this.#seen.set(key, row)
    else {
      this.#duplicateCount++
      if (this.#duplicates.length < MOST_TOLD_DUPLICATES) this.#duplicates.push({ row, of })
    }
  }

  #countProperty(name: string, value: ConvertedRow['properties'][string]): void {
    if (value === null) return
    const known = this.#properties.get(name)
    const summary = known ?? { count: 0, numbers: 0, links: 0, lowest: Number.POSITIVE_INFINITY, values: new Map() }
    summary.count++
    if (typeof value === 'number') {
      summary.numbers++
      summary.lowest = Math.min(summary.lowest, value)
    }
    if (typeof value === 'string' && /^https?:\/\/[^\s/]/.test(value)) summary.links++
    summary.values?.set(value, (summary.values.get(value) ?? 0) + 1)
    if ((summary.values?.size ?? 0) > MOST_VALUES) summary.values = null
    if (known === undefined) this.#properties.set(name, summary)
  }

  finish(): Collected {
    return {
      parts: shapeKinds.flatMap((kind): Part[] => {
        const features = this.#features.get(kind)
        return features === undefined ? [] : [{ kind, features, rows: this.#rows.get(kind) ?? [] }]
      }),
      faults: this.#faults,
      faultCount: this.#faultCount,
      rowCount: this.#rowCount,
      changes: this.#changes,
      duplicates: this.#duplicates,
      duplicateCount: this.#duplicateCount,
      beyond: this.#beyond,
      properties: this.#properties,
      bounds: this.#bounds,
      span: this.#span,
    }
  }
}

/**
 * Reads all rows of a table and turns each into a feature; faults beside them. Holds no more of the file than what a case
 * has room for. `onProgress` learns how many rows are read.
 */
export async function collectRows(
  table: SourceTable,
  context: ConvertContext,
  onProgress: (rows: number) => void = () => undefined,
): Promise<Collected> {
  const collector = new Collector()
  let count = 0
  for await (const batch of table.rows()) {
    for (const row of batch) {
      collector.countRow()
      count++
      const converted = isFault(row) ? row : convertRow(row, context)
      if ('reason' in converted) collector.addFault(converted)
      else collector.add(converted)
    }
    onProgress(count)
  }
  return collector.finish()
}

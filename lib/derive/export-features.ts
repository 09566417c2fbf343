import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { unparse } from 'papaparse'
import { frameBounds } from '@/lib/geo/bounds'
import { gatherGeometry } from '@/lib/geo/geometry-parts'
import { columnsOf, type ExportColumn, type ExportedRecord, type ExportRow, exportColumns } from './export-records'
import type { LinkedCase } from './linked-case'

/** A place's own geometry, as it stands in the layer's file, by the place's id. */
export type PlaceShapes = FeatureCollection<Geometry, { layer: string }>

type RecordFeature = Feature<Geometry | null, Record<string, string | number | boolean | null>>

/** The collection has foreign members (RFC 7946 §6.1): what case in which version it is of, and whom to name. */
export interface ExportedFeatures extends FeatureCollection<Geometry | null> {
  case: { id: string; title: string; version: string; reported: string; updated: string; attribution: string }
  features: RecordFeature[]
}

/** Ids are unique within a kind only. Every feature has every column, so that a reader makes one table of them. */
function toFeature(
  { kind, id, places, row }: ExportedRecord,
  geometries: ReadonlyMap<unknown, Geometry>,
  columns: readonly ExportColumn[],
): RecordFeature {
  const geometry = gatherGeometry(places.flatMap((place) => geometries.get(place) ?? []))
  return {
    type: 'Feature',
    id: `${kind}/${id}`,
    ...(geometry === null || geometry.type === 'Point' ? {} : { bbox: frameBounds([geometry]) }),
    geometry,
    properties: Object.fromEntries(columns.map((column) => [column, row[column] ?? null])),
  }
}

/**
 * The exported records as GeoJSON, each a feature with its row of the table for properties: of a place its own geometry,
 * of a statement those of the places that it is about, of one about no place null. Geometry is not as drawn: no labels,
 * rings or tapered arcs. WGS 84, no `crs`, outer rings counterclockwise as the case's format asks, with the box around
 * each and around all; none crosses the antimeridian.
 */
export function exportFeatures(
  { id, title, caseVersion, reported, updated }: LinkedCase,
  exported: readonly ExportedRecord[],
  shapes: PlaceShapes,
  attribution: string,
): ExportedFeatures {
  const geometries = new Map(shapes.features.map((feature) => [feature.id, feature.geometry]))
  const columns = columnsOf(exported)
  const features = exported.map((record) => toFeature(record, geometries, columns))
  const drawn = features.flatMap(({ geometry }) => geometry ?? [])
  return {
    type: 'FeatureCollection',
    ...(drawn.length === 0 ? {} : { bbox: frameBounds(drawn) }),
    case: { id, title, version: caseVersion, reported, updated, attribution },
    features,
  }
}

/**
 * Marks the text as UTF-8: without it Excel reads the case's Cyrillic in the code page of the machine. Readers of CSV
 * that do not skip it need to be told (Python: `utf-8-sig`).
 */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * How a text begins that a spreadsheet would run, after OWASP's "CSV injection": the wide signs are those of East Asian
 * keyboards. Papa's own pattern looks to the text's end, and so passes over whatever has a line end in it.
 */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/

/**
 * Rows as CSV (RFC 4180), UTF-8 with a byte order mark, with these columns. A text that a spreadsheet would run as a formula, since it begins
 * with `=`, `+`, `-`, `@`, a tab or a line end, has an apostrophe set before it; numbers stay numbers, negative ones too.
 */
export function writeCsv(rows: readonly ExportRow[], columns: readonly ExportColumn[] = exportColumns): string {
  const data = rows.map((row) => columns.map((column) => row[column]))
  const table = unparse({ fields: [...columns], data }, { escapeFormulae: FORMULA_START, newline: '\r\n' })
  return `${BYTE_ORDER_MARK}${table}\r\n`
}

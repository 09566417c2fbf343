import type { Geometry } from 'geojson'
import { isNothing } from '../columns/column-values'
import type { Mapping } from '../columns/mapping'
import { type ParsedDate, parseDate } from '../columns/parse-date'
import { parseAmount, signsOf } from '../columns/parse-number'
import { isLngFirst, type LngLat, type Outcome, parseCoordinate, parsePosition } from '../columns/parse-position'
import { parseShape } from '../columns/parse-shape'
import { isShapeText } from '../columns/position-text'
import { positionColumns } from '../columns/propose-columns'
import type { Profile } from '../profiles/profile'
import { type Cell, type RowFault, type SourceRow, tellValue } from '../row'
import { CellFault, refuseFooter, refuseOrigin, spreadsheetError } from './cell-fault'
import type { PlaceFinder } from './place-finder'
import { propertyName } from './property-names'

/** What is the same for all rows of a table. */
export interface ConvertContext {
  file: string
  sheet: string | null
  mapping: Mapping
  profile: Profile | undefined
  findPlace: PlaceFinder
  /** What a row is called that has no name of its own; its number follows. */
  rowName: string
  /** The columns that become something else of the place and do not stand among its fields too. */
  consumed: ReadonlySet<string>
  /** The columns that the profile makes. */
  derived: ReadonlySet<string>
}

/** What is the same for all rows, with what follows from mapping and profile. */
export function createContext(given: Omit<ConvertContext, 'consumed' | 'derived'>): ConvertContext {
  const { mapping, profile } = given
  const derived = new Set(Object.keys(profile?.derive?.(new Map()) ?? {}))
  const { position, name, words, accuracy } = mapping
  const roles = [name, words, accuracy].flatMap((column) => column ?? [])
  const plain = position?.kind === 'columns' ? [position.lat, position.lng] : []
  return { ...given, derived, consumed: new Set([...roles, ...plain, ...Object.keys(profile?.leaves ?? {})]) }
}

/** A row as a feature of a layer. */
export interface ConvertedRow {
  row: number
  geometry: Geometry | null
  properties: Record<string, string | number | boolean | null>
  /** In EDTF; null for none. */
  date: string | null
  /** What was changed or left out on the way, as keys of what is counted: told once each, with how many rows. */
  changes: readonly string[]
}

type Cells = ReadonlyMap<string, Cell>

const MOST_FIELDS = 60
const MOST_TEXT = 1000
const MOST_WORDS = 4000
const MOST_NAME = 200

function take<T>(outcome: Outcome<T>, column: string, value: Cell): T {
  if ('reason' in outcome) throw new CellFault(column, value, outcome.reason)
  return outcome.value
}

function cellOf(cells: Cells, column: string | null): Cell | undefined {
  const cell = column === null ? undefined : cells.get(column)
  return isNothing(cell) ? undefined : cell
}

function fromColumns(cells: Cells, lat: string, lng: string, { decimal }: Mapping): LngLat | null {
  const [latCell, lngCell] = [cellOf(cells, lat), cellOf(cells, lng)]
  if (latCell === undefined && lngCell === undefined) return null
  if (latCell === undefined)
    throw new CellFault(lat, null, 'is empty, though there is a longitude: give both or neither')
  if (lngCell === undefined)
    throw new CellFault(lng, null, 'is empty, though there is a latitude: give both or neither')
  return [
    take(parseCoordinate(lngCell, 'lng', decimal), lng, lngCell),
    take(parseCoordinate(latCell, 'lat', decimal), lat, latCell),
  ]
}

function findGeometry(
  row: SourceRow,
  cells: Cells,
  { mapping, findPlace }: ConvertContext,
  changes: Set<string>,
): Geometry | null {
  const { position } = mapping
  if (position === null) return null
  if (position.kind === 'shapes') {
    const shape = row.geometry ?? null
    if (shape?.type === 'Point') refuseOrigin(shape.coordinates, null, null)
    return shape
  }
  const [column = ''] = positionColumns(mapping)
  const cell = cellOf(cells, column)
  let at: LngLat | null = null
  if (position.kind === 'columns') at = fromColumns(cells, position.lat, position.lng, mapping)
  else if (cell !== undefined && position.kind === 'name') {
    const place = take(findPlace(String(cell)), column, cell)
    at = place.at
    if (place.isChosen) changes.add('chosen')
  } else if (typeof cell === 'string' && isShapeText(cell)) {
    const shape = take(parseShape(cell), column, cell)
    if (shape.type === 'Point') refuseOrigin(shape.coordinates, column, cell)
    return shape
  } else if (cell !== undefined) at = take(parsePosition(cell, mapping.decimal, isLngFirst(column)), column, cell)
  if (at === null) return null
  refuseOrigin(at, column, cell ?? null)
  return { type: 'Point', coordinates: [...at] }
}

function readDate(cells: Cells, column: string | null, { dates }: Mapping): ParsedDate | null {
  const cell = cellOf(cells, column)
  return cell === undefined || column === null ? null : take(parseDate(cell, dates), column, cell)
}

const cut = (text: string, most: number) => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}

/** A number that is written just so, as a number; all else as it is. */
function typed(cell: Cell): Cell {
  if (typeof cell !== 'string' || cell.length > 15 || !/^-?\d/.test(cell)) return cell
  const number = Number(cell)
  return String(number) === cell ? number : cell
}

function nameOf(row: SourceRow, cells: Cells, { mapping, rowName }: ConvertContext): string {
  const { name, words, category } = mapping
  const named = cellOf(cells, name) ?? cellOf(cells, words) ?? cellOf(cells, category)
  const text = named === undefined ? '' : String(named).replace(/\s+/g, ' ').trim()
  return text === ''
    ? `${rowName} ${row.row}`
    : cut(text, name !== null && cellOf(cells, name) !== undefined ? MOST_NAME : 80)
}

function readNumber(cells: Cells, column: string | null, { decimal }: Mapping): number | undefined {
  const cell = cellOf(cells, column)
  if (cell === undefined) return undefined
  // What is no number with these decimals may be one with the others.
  const number = parseAmount(cell, decimal) ?? parseAmount(cell, decimal === '.' ? ',' : '.')
  if (number === null) throw new CellFault(column, cell, 'is no number: write it in digits, or leave it empty')
  return number
}

function accuracyOf(cells: Cells, { mapping }: ConvertContext): number | null {
  const number = readNumber(cells, mapping.accuracy, mapping)
  if (number === undefined) return null
  const km = number * mapping.accuracyUnitKm
  if (km < 0) throw new CellFault(mapping.accuracy, number, 'is below zero: how far off a position may be is not')
  return Math.min(500, Math.round(km * 1000) / 1000)
}

function addFields(
  properties: ConvertedRow['properties'],
  cells: Cells,
  dated: ReadonlyMap<string, string>,
  context: ConvertContext,
  changes: Set<string>,
): void {
  const { mapping, derived, consumed } = context
  const roles = new Set([mapping.start, mapping.end, mapping.category, mapping.count, mapping.source])
  let count = 0
  for (const [column, cell] of cells) {
    if (consumed.has(column) || isNothing(cell) || (derived.has(column) && !roles.has(column))) continue
    if (mapping.keep !== null && !mapping.keep.includes(column) && !roles.has(column)) continue
    if (count >= MOST_FIELDS) {
      changes.add(`fields ${MOST_FIELDS}`)
      break
    }
    if (typeof cell === 'string' && spreadsheetError.test(cell)) {
      changes.add(`error ${column}`)
      continue
    }
    count++
    if (column === mapping.count && signsOf(cell).length > 0) changes.add(`sign ${column}`)
    const date = dated.get(column)
    const value = column === mapping.count ? (readNumber(cells, column, mapping) ?? cell) : (date ?? typed(cell))
    if (typeof value === 'string' && value.length > MOST_TEXT && [...value].length > MOST_TEXT) {
      changes.add(`cut ${column}`)
      properties[propertyName(column)] = cut(value, MOST_TEXT)
    } else properties[propertyName(column)] = value
  }
}

function convert(row: SourceRow, context: ConvertContext): ConvertedRow {
  const { mapping, profile } = context
  const cells = new Map(row.cells)
  for (const [key, value] of Object.entries(profile?.derive?.(row.cells) ?? {}))
    if (value !== undefined && value !== '') cells.set(key, value)
  const changes = new Set<string>()
  const geometry = findGeometry(row, cells, context, changes)
  const [start, end] = [readDate(cells, mapping.start, mapping), readDate(cells, mapping.end, mapping)]
  if (start?.lostTime === true || end?.lostTime === true) changes.add('time')
  if (mapping.start !== null && start === null) changes.add('undated')
  if (geometry === null) {
    if (row.geometry === undefined) refuseFooter(row)
    changes.add('unplaced')
  }
  const dated = new Map<string, string>()
  if (mapping.start !== null && start !== null) dated.set(mapping.start, start.edtf)
  if (mapping.end !== null && end !== null) dated.set(mapping.end, end.edtf)
  const words = cellOf(cells, mapping.words)
  const category = cellOf(cells, mapping.category)
  const accuracy = accuracyOf(cells, context)
  if (words !== undefined && [...String(words)].length > MOST_WORDS) changes.add(`words ${MOST_WORDS}`)
  const properties: ConvertedRow['properties'] = {
    name: nameOf(row, cells, context),
    ...(category === undefined ? {} : { kind: cut(String(category), MOST_NAME) }),
    ...(accuracy === null ? {} : { accuracyKm: accuracy }),
    ...(words === undefined ? {} : { note: cut(String(words), MOST_WORDS) }),
  }
  addFields(properties, cells, dated, context, changes)
  return { row: row.row, geometry, properties, date: joinDates(start, end, mapping), changes: [...changes] }
}

/** What a row's dates are together: of what has an end and no start, since when is open. */
function joinDates(start: ParsedDate | null, end: ParsedDate | null, { end: endColumn }: Mapping): string | null {
  if (endColumn === null) return start?.edtf ?? null
  if (start === null && end === null) return null
  const [from, to] = [start?.edtf.split('/')[0] ?? '..', end?.edtf.split('/').at(-1) ?? '..']
  return `${from}/${to}`
}

/** Turns a row into a feature of a layer; a fault where one of its cells cannot be what it is said to be. Never throws. */
export function convertRow(row: SourceRow, context: ConvertContext): ConvertedRow | RowFault {
  const at = { file: context.file, sheet: context.sheet, row: row.row }
  try {
    return convert(row, context)
  } catch (error) {
    if (error instanceof CellFault) {
      const value = error.value === null ? null : tellValue(error.value)
      return { ...at, column: error.column, value, reason: error.message }
    }
    return { ...at, column: null, value: null, reason: 'cannot be read: its cells are not as they should be' }
  }
}

import type { Cell, SourceRow } from '../row'
import { nameFits, type WordRole } from './column-words'
import { emptyMapping, type Mapping, type Proposal, type Proposed, type Question } from './mapping'
import { findDateOrder, parseDate } from './parse-date'
import { findDecimalMark, parseNumber } from './parse-number'
import { type PositionForm, parseCoordinate, positionForm } from './parse-position'

/** A column with some of what stands in it. */
interface Column {
  name: string
  values: readonly Cell[]
}

const MOST_VALUES = 300

const nothingWords = /^(n\/?a|null|none|nan|#n\/a|-|–|—|\?|unknown|tba|tbd|nil)$/i

/** Whether a cell says only that there is nothing to say. */
export function isNothing(cell: Cell | undefined): boolean {
  return cell === undefined || (typeof cell === 'string' && (cell.trim() === '' || nothingWords.test(cell.trim())))
}

function gather(columns: readonly string[], rows: readonly SourceRow[]): Column[] {
  return columns.map((name) => ({
    name,
    values: rows
      .flatMap(({ cells }) => {
        const cell = cells.get(name)
        return cell === undefined || isNothing(cell) ? [] : [cell]
      })
      .slice(0, MOST_VALUES),
  }))
}

/** The share of a column's values that a test takes; 0 of none. */
function share({ values }: Column, test: (cell: Cell) => boolean): number {
  return values.length === 0 ? 0 : values.filter(test).length / values.length
}

/** The columns whose names fit a role, best first. */
function named(columns: readonly Column[], role: WordRole): { column: Column; fit: number }[] {
  return columns
    .map((column) => ({ column, fit: nameFits(column.name, role) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
}

const surenessOf = (fit: number, good: number) =>
  fit >= 0.75 && good >= 0.9 ? 'sure' : fit > 0.4 && good > 0.6 ? 'likely' : 'guess'

const formWords: Readonly<Record<PositionForm, string>> = {
  pair: 'latitude and longitude in one cell',
  mgrs: 'MGRS',
  'plus-code': 'plus codes',
  wkt: 'points of WKT',
}

interface Found {
  proposals: Proposal[]
  mapping: Partial<Mapping>
}

function findPosition(columns: readonly Column[], hasShapes: boolean): Found {
  if (hasShapes)
    return {
      mapping: { position: { kind: 'shapes' } },
      proposals: [{ role: 'position', columns: [], sureness: 'sure', words: 'the shapes of the file' }],
    }
  const isCoordinate = (axis: 'lat' | 'lng') => (cell: Cell) =>
    'value' in parseCoordinate(cell, axis, '.') || 'value' in parseCoordinate(cell, axis, ',')
  const best = (axis: 'lat' | 'lng') =>
    named(columns, axis).find(({ column }) => share(column, (cell) => isNumber(cell) || isCoordinate(axis)(cell)) > 0.3)
  const [lat, lng] = [best('lat'), best('lng')]
  if (lat !== undefined && lng !== undefined) {
    const coordinates = [...lat.column.values, ...lng.column.values]
    const { mark, isSure } = findDecimalMark(coordinates)
    const good = Math.min(share(lat.column, isCoordinate('lat')), share(lng.column, isCoordinate('lng')))
    const proposals: Proposal[] = [
      {
        role: 'position',
        columns: [lat.column.name, lng.column.name],
        sureness: surenessOf(Math.min(lat.fit, lng.fit), good),
        words: coordinates.some((cell) => /[°º'′NSEW]/i.test(String(cell)))
          ? 'latitude and longitude, some in degrees and minutes'
          : 'latitude and longitude',
      },
    ]
    if (mark === ',')
      proposals.push({
        role: 'decimal',
        columns: [],
        sureness: isSure ? 'sure' : 'guess',
        words: 'decimals after a comma',
      })
    return {
      mapping: { position: { kind: 'columns', lat: lat.column.name, lng: lng.column.name }, decimal: mark },
      proposals,
    }
  }
  const inOne = columns
    .map((column) => {
      const forms = column.values.map((value) => positionForm(String(value)))
      const form = forms.find((each) => each !== null)
      const good = column.values.length === 0 ? 0 : forms.filter((each) => each !== null).length / column.values.length
      return { column, form, good: good + nameFits(column.name, 'position') / 10 }
    })
    .filter(({ column, good }) => good > (nameFits(column.name, 'position') > 0.4 ? 0.3 : 0.6))
    .sort((one, other) => other.good - one.good)[0]
  if (inOne?.form != null) {
    const { column, form, good } = inOne
    return {
      mapping: { position: { kind: 'column', column: column.name } },
      proposals: [
        {
          role: 'position',
          columns: [column.name],
          sureness: surenessOf(nameFits(column.name, 'position') + 0.4, good),
          words: formWords[form],
        },
      ],
    }
  }
  const place = named(columns, 'place').find(
    ({ column }) => share(column, (cell) => typeof cell === 'string' && /\p{L}/u.test(cell)) > 0.7,
  )
  if (place === undefined) return { mapping: {}, proposals: [] }
  return {
    mapping: { position: { kind: 'name', column: place.column.name } },
    proposals: [
      {
        role: 'position',
        columns: [place.column.name],
        sureness: 'guess',
        words: 'places by name, found in the gazetteer of the map',
      },
    ],
  }
}

const isDate = (cell: Cell) =>
  'value' in parseDate(cell, { order: 'day', zone: null }) || 'value' in parseDate(cell, { order: 'month', zone: null })

function findDates(columns: readonly Column[]): Found & { questions: Question[] } {
  const find = (role: 'start' | 'end', but?: string) =>
    named(columns, role).find(({ column }) => column.name !== but && share(column, isDate) > 0.5)
  const isShown = (cell: Cell) =>
    typeof cell === 'string' && /\d{4}/.test(cell) && !/^\d{4}$/.test(cell) && isDate(cell)
  const byValue = columns.find((column) => column.values.length > 0 && share(column, isShown) > 0.9)
  const start = find('start') ?? (byValue === undefined ? undefined : { column: byValue, fit: 0.3 })
  if (start === undefined) return { mapping: {}, proposals: [], questions: [] }
  const end = find('end', start.column.name)
  const { order, isAsked } = findDateOrder([...start.column.values, ...(end?.column.values ?? [])])
  const proposals: Proposal[] = [
    {
      role: 'start',
      columns: [start.column.name],
      sureness: surenessOf(start.fit, share(start.column, isDate)),
      words: 'the date',
    },
  ]
  if (end !== undefined)
    proposals.push({
      role: 'end',
      columns: [end.column.name],
      sureness: surenessOf(end.fit, share(end.column, isDate)),
      words: 'the last day',
    })
  if (order !== null)
    proposals.push({
      role: 'order',
      columns: [],
      sureness: 'sure',
      words: order === 'day' ? 'the day before the month' : 'the month before the day',
    })
  const sample = start.column.values.find((value) => /^\d{1,2}[./-]\d{1,2}[./-]\d{4}/.test(String(value)))
  return {
    mapping: { start: start.column.name, end: end?.column.name ?? null, dates: { order, zone: null } },
    proposals,
    questions:
      order === null && isAsked
        ? [
            {
              ask: 'order',
              words: `in “${start.column.name}”, as ${sample}, no date shows whether its day or its month comes first`,
            },
          ]
        : [],
  }
}

const isNumber = (cell: Cell) => parseNumber(cell, '.') !== null || parseNumber(cell, ',') !== null
const isText = (cell: Cell) => typeof cell === 'string' && /\p{L}/u.test(cell)
const distinct = ({ values }: Column) => new Set(values.map(String)).size

/** Roles that a column's name tells, if what stands in it can be that. */
const byName = [
  ['name', (column) => share(column, isText) > 0.7, 'what a row is called'],
  [
    'category',
    (column) =>
      distinct(column) <= Math.max(12, column.values.length / 5) &&
      share(column, (cell) => String(cell).length <= 60) > 0.9,
    'its kind',
  ],
  ['count', (column) => share(column, isNumber) > 0.8, 'a number'],
  ['words', (column) => share(column, isText) > 0.5, 'words about it'],
  ['source', (column) => share(column, isText) > 0.5, 'where it is from'],
  ['accuracy', (column) => share(column, isNumber) > 0.8, 'how far off it may be, in km'],
] as const satisfies readonly (readonly [
  'name' | 'category' | 'count' | 'words' | 'source' | 'accuracy',
  (column: Column) => boolean,
  string,
])[]

function findOthers(columns: readonly Column[], taken: ReadonlySet<string>): Found {
  const used = new Set(taken)
  const mapping: Partial<Mapping> = {}
  const proposals: Proposal[] = []
  for (const [role, can, words] of byName) {
    const best = named(columns, role).find(
      ({ column }) => !used.has(column.name) && column.values.length > 0 && can(column),
    )
    if (best === undefined) continue
    used.add(best.column.name)
    mapping[role] = best.column.name
    proposals.push({
      role,
      columns: [best.column.name],
      sureness: best.fit >= 0.75 ? 'sure' : best.fit > 0.4 ? 'likely' : 'guess',
      words,
    })
  }
  return { mapping, proposals }
}

/** The columns that a position is made of. */
export function positionColumns({ position }: Pick<Mapping, 'position'>): string[] {
  if (position === null || position.kind === 'shapes') return []
  return position.kind === 'columns' ? [position.lat, position.lng] : [position.column]
}

/** Proposes what the columns of a table are, by their names and what stands in its first rows, and says how sure that is. */
export function proposeColumns(names: readonly string[], rows: readonly SourceRow[]): Proposed {
  const columns = gather(names, rows)
  const hasShapes = rows.some(({ geometry }) => geometry !== undefined && geometry !== null)
  const position = findPosition(columns, hasShapes)
  const dates = findDates(
    columns.filter(({ name }) => !positionColumns({ position: position.mapping.position ?? null }).includes(name)),
  )
  const taken = new Set([
    // A place that is named may be what its row is called as well.
    ...(position.mapping.position?.kind === 'name'
      ? []
      : positionColumns({ position: position.mapping.position ?? null })),
    ...[dates.mapping.start, dates.mapping.end].flatMap((name) => name ?? []),
  ])
  const others = findOthers(columns, taken)
  const questions: Question[] = [...dates.questions]
  if (position.mapping.position === undefined)
    questions.push({
      ask: 'position',
      words: `no column says where: of latitude and longitude, coordinates, MGRS, plus codes or names of places there is none among ${names
        .slice(0, 30)
        .map((name) => `“${name}”`)
        .join(', ')}`,
    })
  return {
    mapping: { ...emptyMapping, ...position.mapping, ...dates.mapping, ...others.mapping },
    proposals: [...position.proposals, ...dates.proposals, ...others.proposals],
    questions,
  }
}

import type { Cell, SourceRow } from '../row'
import { findRemarks } from './column-remarks'
import {
  type Column,
  type Found,
  isAmount,
  isNothing,
  isNumber,
  named,
  share,
  signsIn,
  surenessOf,
} from './column-values'
import { emptyMapping, type Mapping, type Proposal, type Proposed, type Question } from './mapping'
import { findDateOrder, parseDate } from './parse-date'
import { findPosition } from './propose-position'

const MOST_VALUES = 300

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

const isDate = (cell: Cell) =>
  'value' in parseDate(cell, { order: 'day', zone: null }) || 'value' in parseDate(cell, { order: 'month', zone: null })

function findDates(columns: readonly Column[]): Found & { questions: Question[] } {
  const find = (role: 'start' | 'end', but?: string) =>
    named(columns, role).find(({ column }) => column.name !== but && share(column, isDate) >= 0.5)
  // Numbers alone are as easily those of cases, of accounts or of phones.
  const isShown = (cell: Cell) =>
    typeof cell === 'string' && /\d{4}/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) && isDate(cell)
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
  ['count', (column) => share(column, isAmount) > 0.8 && signsIn(column).length <= 1, 'a number'],
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
    const find = (as: typeof role | 'place') =>
      named(columns, as).find(({ column }) => !used.has(column.name) && column.values.length > 0 && can(column))
    // A row without a name of its own is called by the place that it names.
    const best = find(role) ?? (role === 'name' ? find('place') : undefined)
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
  const mapping = { ...emptyMapping, ...position.mapping, ...dates.mapping, ...others.mapping }
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
    mapping,
    proposals: [...position.proposals, ...dates.proposals, ...others.proposals],
    questions,
    remarks: findRemarks(columns, mapping),
  }
}

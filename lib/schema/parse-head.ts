import type { z } from 'zod'
import {
  type CaseHead,
  type Chart,
  type Claim,
  caseSchema,
  type Inset,
  insetSchema,
  type Thread,
  threadSchema,
} from './case'
import { type Note, noteSchema } from './note'
import {
  dropDuplicates,
  type Entry,
  type FilePosition,
  idOf,
  parseAll,
  parseOne,
  readValues,
  setAsideAt,
  type Unread,
} from './parse-records'
import { append, isObject } from './plain-values'
import type { SetAside } from './records'
import { upgradeHead } from './upgrade'

/** `case.json` with the entries of its lists apart, so that a bad chart costs the chart and not the case. */
export interface Head extends Entry<CaseHead> {
  sides: Entry<CaseHead['sides'][number]>[]
  questions: Entry<CaseHead['questions'][number]>[]
  claims: Entry<Claim>[]
  charts: Entry<Chart>[]
  threads: Entry<Thread>[]
  insets: Entry<Inset>[]
  notes: Entry<Note>[]
}

const FILE = 'case.json'

function readList<T extends { id: string }>(
  schema: z.ZodType<T>,
  head: Record<string, unknown>,
  key: string,
  position: FilePosition,
  setAside: SetAside[],
): Entry<T>[] {
  const list: unknown = head[key]
  if (!Array.isArray(list)) return []
  const values = list.map((value: unknown, index) => ({
    value,
    position: { ...position, base: [key, index], id: idOf(value) },
  }))
  const parsed = parseAll(schema, values)
  const unique = dropDuplicates(parsed.entries)
  append(setAside, parsed.setAside, unique.setAside)
  return unique.entries
}

/**
 * Reads `case.json`, adding what is wrong with it to `setAside`; `null` where it cannot be used: not JSON, not what the
 * schema says but for single entries of its lists, or not of the folder `caseId`. Never throws.
 */
export function readHead(
  text: string | Unread | undefined,
  caseId: string | undefined,
  setAside: SetAside[],
): Head | null {
  const { values, setAside: unreadable } = readValues(FILE, text, 'object')
  append(setAside, unreadable)
  const read = values[0]
  if (read === undefined) return null
  const { value, position } = read
  // The schema that the file names is for the program that it is edited with.
  const { $schema: _, ...raw } = isObject(value) ? upgradeHead(value) : {}
  const { shape } = caseSchema
  const lists = {
    sides: readList(shape.sides.element, raw, 'sides', position, setAside),
    questions: readList(shape.questions.element, raw, 'questions', position, setAside),
    claims: readList(shape.claims.element, raw, 'claims', position, setAside),
    charts: readList(shape.charts.element, raw, 'charts', position, setAside),
    threads: readList(threadSchema, raw, 'threads', position, setAside),
    insets: readList(insetSchema, raw, 'insets', position, setAside),
    notes: readList(noteSchema, raw, 'notes', position, setAside),
  }
  // The lists are judged entry by entry above; here only that they are lists.
  const emptied = Object.fromEntries(Object.keys(lists).flatMap((key) => (Array.isArray(raw[key]) ? [[key, []]] : [])))
  const outcome = parseOne(caseSchema, { ...raw, ...emptied }, position)
  if (!('record' in outcome)) {
    setAside.push(outcome)
    return null
  }
  if (caseId !== undefined && outcome.record.id !== caseId) {
    setAside.push(
      setAsideAt(
        position,
        ['id'],
        'shape',
        `id: must be the name of the case’s folder, “${caseId}”; found “${outcome.record.id}”`,
      ),
    )
    return null
  }
  return { ...outcome, ...lists }
}

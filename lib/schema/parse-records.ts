import { findNodeAtLocation, type Node } from 'jsonc-parser'
import type { z } from 'zod'
import { limits } from '@/lib/limits'
import { describeForm, describeIssues } from './describe-issues'
import { isObject } from './plain-values'
import type { Rule, SetAside } from './records'
import { placesIn } from './slice-positions'
import { type FileForm, type RecordSlice, splitRecords, toPointer } from './split-records'

/** Where a record stands: its file, its slice of it, and its path within the slice where the slice holds several. */
export interface FilePosition {
  file: string
  slice: RecordSlice
  base: readonly (string | number)[]
  id: string | null
}

/** The id that a value gives itself, if it is one that can be printed. */
export function idOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' && value.id.length <= 64 ? value.id : null
}

function findNearest(root: Node, path: readonly (string | number)[]): { node: Node; depth: number } {
  for (let depth = path.length; depth > 0; depth--) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (node !== undefined) return { node, depth }
  }
  return { node: root, depth: 0 }
}

/**
 * The set-aside entry of a place in a record: `path` leads to it from the record. Where the place is not there, as with
 * a missing key, its pointer and line are those of what should have held it. Never throws.
 */
export function setAsideAt(position: FilePosition, path: readonly PropertyKey[], rule: Rule, reason: string): SetAside {
  const { file, slice, base, id } = position
  const steps = [...base, ...path].map((step) => (typeof step === 'symbol' ? String(step) : step))
  const entry = { file, id, rule, reason }
  try {
    const { root, lineAt } = placesIn(slice)
    if (root !== undefined) {
      const { node, depth } = findNearest(root, steps)
      const pointer = slice.pointer + toPointer(steps.slice(0, depth))
      return { ...entry, pointer, line: lineAt(node.offset) }
    }
  } catch {
    // The parser recurses; should it ever fail on a slice, the record's own line is near enough.
  }
  return { ...entry, pointer: slice.pointer, line: slice.line }
}

/** The set-aside entry of a whole file. Line from 1. */
export function setAsideFile(file: string, rule: Rule, reason: string, line = 1): SetAside {
  return { file, pointer: '', line, id: null, rule, reason }
}

/** A record that is what its schema says, and where it stands. */
export interface Entry<T> {
  record: T
  position: FilePosition
}

export interface Parsed<T> {
  entries: Entry<T>[]
  setAside: SetAside[]
}

/** A file that is there, but of which there is no text. */
export interface Unread {
  /** Why, as a person is told. */
  reason: string
}

/** A case's files: path relative to its folder, and its text or why there is none. */
export type CaseFiles = ReadonlyMap<string, string | Unread>

/** Where an issue is: a key that should not be there is itself the place. */
function placeOf(issue: z.core.$ZodIssue | undefined): PropertyKey[] {
  if (issue === undefined) return []
  return issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
}

/** Parses one value: the record, or what is wrong with it. A schema that throws costs the record and nothing else. */
export function parseOne<T>(schema: z.ZodType<T>, value: unknown, position: FilePosition): Entry<T> | SetAside {
  try {
    const result = schema.safeParse(value, { error: describeForm })
    if (result.success) return { record: result.data, position }
    return setAsideAt(position, placeOf(result.error.issues[0]), 'shape', describeIssues(result.error.issues, value))
  } catch (error) {
    return setAsideAt(
      position,
      [],
      'shape',
      `cannot be checked: ${error instanceof Error ? error.message : 'unknown error'}`,
    )
  }
}

/** The same without saying what is wrong, which takes longer than finding it. */
function parseUntold<T>(schema: z.ZodType<T>, value: unknown, position: FilePosition): Entry<T> | SetAside {
  // Nearly all that is no object at all, of which there can be most, needs no schema to be told.
  const result = isObject(value) ? schema.safeParse(value) : null
  if (result?.success) return { record: result.data, position }
  const { file, slice, id } = position
  return { file, id, pointer: slice.pointer, line: slice.line, rule: 'shape', reason: 'is not what its schema says' }
}

/** Parses many values by one schema; the good keep their order. */
export function parseAll<T>(
  schema: z.ZodType<T>,
  values: readonly { value: unknown; position: FilePosition }[],
): Parsed<T> {
  const parsed: Parsed<T> = { entries: [], setAside: [] }
  for (const { value, position } of values) {
    const isTold = parsed.setAside.length < limits.case.toldPerFile
    const outcome = isTold ? parseOne(schema, value, position) : parseUntold(schema, value, position)
    if ('record' in outcome) parsed.entries.push(outcome)
    else parsed.setAside.push(outcome)
  }
  return parsed
}

/** The values of a file that read as JSON, each with its position, and what of the file does not read. Never throws. */
export function readValues(
  file: string,
  text: string | Unread | undefined,
  form: FileForm,
): { values: { value: unknown; position: FilePosition }[]; setAside: SetAside[] } {
  if (typeof text !== 'string')
    return { values: [], setAside: [setAsideFile(file, 'unreadable', text?.reason ?? 'the file is missing')] }
  const split = splitRecords(text, form)
  if (split.fault !== null)
    return { values: [], setAside: [setAsideFile(file, split.fault.rule, split.fault.reason, split.fault.line)] }
  return {
    values: split.good.map((slice) => ({
      value: slice.value,
      position: { file, slice, base: [], id: idOf(slice.value) },
    })),
    setAside: split.bad.map(({ pointer, id, fault }) => ({ file, pointer, id, ...fault })),
  }
}

/** Keeps the first of each id; a later one is set aside, naming the first's file and line. */
export function dropDuplicates<T extends { id: string }>(entries: readonly Entry<T>[]): Parsed<T> {
  const first = new Map<string, FilePosition>()
  const parsed: Parsed<T> = { entries: [], setAside: [] }
  for (const entry of entries) {
    const { id } = entry.record
    const earlier = first.get(id)
    if (earlier === undefined) {
      first.set(id, entry.position)
      parsed.entries.push(entry)
      continue
    }
    const { file, line } = setAsideAt(earlier, ['id'], 'duplicate-id', '')
    parsed.setAside.push(
      setAsideAt(
        entry.position,
        ['id'],
        'duplicate-id',
        `the id “${id}” is already used at ${file}:${line}: give one of the two another`,
      ),
    )
  }
  return parsed
}

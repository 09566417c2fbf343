import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser'
import type { RecordEdit, RecordValue } from '@/lib/edit/record-edit'
import { idOf } from '@/lib/schema/parse-records'
import { isObject } from '@/lib/schema/plain-values'
import { type FileForm, splitRecords } from '@/lib/schema/split-records'
import { type KeyOrder, writeValue } from './write-value'

/** How the records of a case's file stand in it. */
export function formOf(file: string): FileForm {
  if (file.startsWith('layers/')) return 'features'
  return file === 'case.json' ? 'object' : 'array'
}

/** A record that can be changed by its id, as it stands in its file. */
export interface StandingRecord {
  id: string
  value: RecordValue
  offset: number
  text: string
}

interface Slice {
  offset: number
  text: string
  record: StandingRecord | null
}

function listSlices(text: string, form: FileForm): Slice[] {
  const { good, bad, fault } = splitRecords(text, form)
  if (fault !== null) throw new Error(`it ${fault.reason} (line ${fault.line})`)
  const seen = new Set<string>()
  const slices = good.map(({ offset, text: own, value }): Slice => {
    const id = idOf(value)
    // Of two records of one id the first is the record; the check says so of the other.
    if (id === null || seen.has(id) || !isObject(value)) return { offset, text: own, record: null }
    seen.add(id)
    return { offset, text: own, record: { id, value, offset, text: own } }
  })
  const others = bad.flatMap((each) => (isMember(each.pointer) ? [] : [{ ...each, record: null }]))
  return [...slices, ...others].sort((one, other) => one.offset - other.offset)
}

/** What is wrong beside the list of records, as an unknown key, is no entry of it. */
const isMember = (pointer: string) => !/^(\/(records|features))?\/\d+$/.test(pointer)

/**
 * The records of a file that have an id of their own, and how many entries have none, or cannot be read. Throws an Error
 * with what is wrong where the file cannot be read at all.
 */
export function listRecords(text: string, form: FileForm): { records: StandingRecord[]; others: number } {
  const slices = listSlices(text, form)
  const records = slices.flatMap(({ record }) => record ?? [])
  return { records, others: slices.length - records.length }
}

/** What a file is that has no record yet. */
function emptyFile(form: FileForm): string {
  if (form === 'features') return '{\n  "type": "FeatureCollection",\n  "features": []\n}\n'
  return form === 'array' ? '[]\n' : '{}\n'
}

function listNode(text: string): Node {
  const root = parseTree(text)
  const list =
    root?.type === 'array'
      ? root
      : root && (findNodeAtLocation(root, ['features']) ?? findNodeAtLocation(root, ['records']))
  if (list === undefined) throw new Error('it has no list of records')
  return list
}

/** What stands before the line of a position, where that is nothing but space. */
function indentAt(text: string, offset: number): string | null {
  const lead = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  return lead.trim() === '' ? lead : null
}

/** A text that is one record, anew. */
function rewrite(slice: { text: string; indent: string }, value: unknown, order: KeyOrder | undefined): string {
  const node = parseTree(slice.text)
  const written = node === undefined ? null : { text: slice.text, node }
  return writeValue(value, written, { indent: slice.indent, order, inline: false })
}

/**
 * A file with some of its records changed, added at its end or taken out; null for a file that is not there yet. All that
 * is not changed stands as it stood. The edits name each record once. Throws an Error where the file cannot be read.
 */
export function writeRecords(
  before: string | null,
  form: FileForm,
  edits: readonly Pick<RecordEdit, 'id' | 'value'>[],
  order: KeyOrder | undefined,
): string {
  const whole = before ?? emptyFile(form)
  const lineEnd = whole.includes('\r\n') ? '\r\n' : '\n'
  const text = whole.replaceAll('\r\n', '\n')
  const byId = new Map(edits.map((edit) => [edit.id, edit]))
  const slices = listSlices(text, form)
  if (form === 'object') {
    const [edit] = edits
    const [slice] = slices
    if (edit === undefined || slice === undefined) return whole
    const own = rewrite({ text: slice.text, indent: '' }, edit.value, order)
    const end = slice.offset + slice.text.length
    return (text.slice(0, slice.offset) + own + text.slice(end)).replaceAll('\n', lineEnd)
  }
  const list = listNode(text)
  const [open, close] = [list.offset + 1, list.offset + list.length - 1]
  const outer = indentAt(text, close) ?? (form === 'features' ? '  ' : '')
  const inner = (slices[0] && indentAt(text, slices[0].offset)) ?? `${outer}  `
  const separator = `,\n${inner}`
  const entries: { separator: string; text: string }[] = []
  let last = open
  for (const { offset, text: own, record } of slices) {
    const between = text.slice(last, offset)
    last = offset + own.length
    const edit = record === null ? undefined : byId.get(record.id)
    if (edit !== undefined) byId.delete(edit.id)
    if (edit?.value === null) continue
    const indent = indentAt(text, offset) ?? inner
    entries.push({
      separator: between.includes(',') ? between : separator,
      text: edit === undefined ? own : rewrite({ text: own, indent }, edit.value, order),
    })
  }
  for (const { value } of byId.values())
    if (value !== null)
      entries.push({ separator, text: writeValue(value, null, { indent: inner, order, inline: false }) })
  const head = slices[0] === undefined ? `\n${inner}` : text.slice(open, slices[0].offset)
  const foot = slices.length === 0 ? `\n${outer}` : text.slice(last, close)
  const body = entries.map((entry, index) => (index === 0 ? entry.text : entry.separator + entry.text)).join('')
  const inside = entries.length === 0 ? '' : head + body + foot
  return (text.slice(0, open) + inside + text.slice(close)).replaceAll('\n', lineEnd)
}

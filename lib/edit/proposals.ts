import { type RecordAt, type RecordValue, recordKey, sameValue } from './record-edit'
import { kindOfFile, listReferences, mapReferences } from './references'
import { takeStep, type WorkingRecord, type Workspace } from './workspace'

/** What stands before the reason in the note of a record that rules have made. */
const DRAFTED = /^Drafted, /

/** What a case is made of before anything is proposed: it needs these to be one. */
const frame: readonly string[] = ['case.json', 'layers.json', 'sources.json']

/**
 * The records that rules made of a report: each a proposal but for what the case cannot be without. The note of one that
 * has none is how its position is known or, for want of that too, `because`.
 */
export function proposeRecords(
  records: readonly (RecordAt & { value: RecordValue })[],
  because: string,
): WorkingRecord[] {
  const sources = new Set(records.filter(({ file }) => file === 'sources.json').map(({ id }) => id))
  return records.map(({ file, id, value }) => {
    // Who published the report has its id.
    if (frame.includes(file) || (file === 'actors.json' && sources.has(id))) return { file, id, value }
    const { basis } = Object(value.properties)
    const drafted = typeof value.note === 'string' && DRAFTED.test(value.note) ? value.note : undefined
    return { file, id, value, proposed: { note: drafted ?? (typeof basis === 'string' ? basis : because) } }
  })
}

/** Whether somebody is still to say what becomes of it: also of what `case -- draft` has written into a case. */
export function isOpen({ value, proposed }: Pick<WorkingRecord, 'proposed' | 'value'>): boolean {
  return proposed !== undefined || (typeof value.note === 'string' && DRAFTED.test(value.note))
}

function startOf({ value }: WorkingRecord): number {
  const { start } = Object(value.passage)
  return typeof start === 'number' ? start : Number.POSITIVE_INFINITY
}

/** What is to be checked, as one reads the report; who and what is named, which comes with what names it, at the end. */
export function listOpen(records: Iterable<WorkingRecord>): WorkingRecord[] {
  const open = [...records].filter(isOpen)
  return open.sort((one, other) => (startOf(one) === startOf(other) ? 0 : startOf(one) - startOf(other)))
}

/** Why the rules propose it. */
export function reasonOf({ value, proposed }: Pick<WorkingRecord, 'proposed' | 'value'>): string {
  return proposed?.note ?? (typeof value.note === 'string' ? value.note : '')
}

function accepted({ file, id, value }: WorkingRecord): WorkingRecord {
  if (typeof value.note !== 'string' || !DRAFTED.test(value.note)) return { file, id, value }
  const { note: _, ...rest } = value
  return { file, id, value: rest }
}

/** The open proposals that records name, and those that these name in turn: none can be saved without them. */
function withNamed(workspace: Workspace, records: readonly WorkingRecord[]): WorkingRecord[] {
  const byName = new Map<string, WorkingRecord>()
  for (const record of workspace.working.values()) {
    const kind = kindOfFile(record.file)
    if (kind !== null) byName.set(`${kind} ${record.id}`, record)
  }
  const found = new Map(records.map((record) => [recordKey(record), record]))
  for (const record of found.values())
    for (const { kind, id } of listReferences(record)) {
      const named = byName.get(`${kind} ${id}`)
      if (named?.proposed !== undefined) found.set(recordKey(named), named)
    }
  return [...found.values()]
}

/** Accepts proposals, with the people and places that they name. One step. */
export function acceptProposals(workspace: Workspace, at: readonly RecordAt[]): Workspace {
  const records = at.flatMap((each) => workspace.working.get(recordKey(each)) ?? [])
  return takeStep(workspace, withNamed(workspace, records).map(accepted))
}

/** Takes a record out, and out of the lists in which others name it. One step. */
export function rejectRecord(workspace: Workspace, at: RecordAt): Workspace {
  const gone = kindOfFile(at.file)
  const others = [...workspace.working.values()].flatMap((record): WorkingRecord[] => {
    if (recordKey(record) === recordKey(at) || gone === null) return []
    const value = mapReferences(record.file, record.value, (kind, id) => (kind === gone && id === at.id ? null : id))
    return sameValue(value, record.value) ? [] : [{ ...record, value: value as RecordValue }]
  })
  return takeStep(workspace, [...others, { ...at, value: null }])
}

interface Span {
  start: number
  end: number
}

function spanOf(value: RecordValue): (Span & Record<string, unknown>) | null {
  const { passage } = value
  if (typeof passage !== 'object' || passage === null || !('start' in passage) || !('end' in passage)) return null
  const { start, end } = passage
  return typeof start === 'number' && typeof end === 'number' ? { ...passage, start, end } : null
}

/** Two records as one: what the first says stands, and of what it does not say what the second says; lists have both. */
function united(first: RecordValue, second: RecordValue): RecordValue {
  const merged: Record<string, unknown> = { ...second, ...first }
  for (const [key, value] of Object.entries(first)) {
    const other = second[key]
    if (!Array.isArray(value) || !Array.isArray(other) || key === 'coordinates') continue
    merged[key] = [...value, ...other.filter((item) => !value.some((own) => sameValue(own, item)))]
  }
  return merged
}

/**
 * Joins two records of one file to the first: whoever names the second names it afterwards. Where both have passages of
 * one source, `passageOf` makes the one from where the first of them begins to where the last ends. One step.
 */
export function joinRecords(
  workspace: Workspace,
  [one, other]: readonly [RecordAt, RecordAt],
  passageOf: (source: unknown, span: Span) => RecordValue | null,
): Workspace {
  const [first, second] = [workspace.working.get(recordKey(one)), workspace.working.get(recordKey(other))]
  if (first === undefined || second === undefined || first === second || first.file !== second.file) return workspace
  let value = united(first.value, second.value)
  const [left, right] = [spanOf(first.value), spanOf(second.value)]
  if (left !== null && right !== null && left.source === right.source) {
    const span = { start: Math.min(left.start, right.start), end: Math.max(left.end, right.end) }
    const passage = passageOf(left.source, span)
    if (passage !== null) value = { ...value, passage }
  }
  const kind = kindOfFile(first.file)
  const others = [...workspace.working.values()].flatMap((record): WorkingRecord[] => {
    if (record === first || record === second || kind === null) return []
    const next = mapReferences(record.file, record.value, (named, id) =>
      named === kind && id === second.id ? first.id : id,
    )
    return sameValue(next, record.value) ? [] : [{ ...record, value: next as RecordValue }]
  })
  return takeStep(workspace, [{ ...first, value }, ...others, { file: second.file, id: second.id, value: null }])
}

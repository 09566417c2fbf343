import { createIds } from '@/lib/draft/proposals'
import { isObject } from '@/lib/schema/plain-values'
import type { RecordAt, RecordValue } from './record-edit'

export type FileRecord = RecordAt & { value: RecordValue }

/** The records of a case's file, whichever way it holds them; what has no id of its own is none. */
export function recordsIn(file: string, content: unknown): FileRecord[] {
  const held = isObject(content) ? (content.records ?? content.features ?? [content]) : content
  const list: unknown[] = Array.isArray(held) ? held : []
  return list.flatMap((value) => {
    if (!isObject(value) || typeof value.id !== 'string') return []
    const { $schema: _, ...record } = value
    return [{ file, id: value.id, value: record }]
  })
}

/** Rows have no id; in the editor each is a record, and is called by its name. */
function withIds(content: unknown, idOf: ReturnType<typeof createIds>): unknown {
  if (!isObject(content) || !Array.isArray(content.features)) return content
  const features = content.features.map((feature) => {
    const { id, properties } = Object(feature)
    return typeof id === 'string' ? feature : { ...feature, id: idOf(String(Object(properties).name ?? ''), 'row') }
  })
  return { ...content, features }
}

/** The records of files that this program has made of a table. Throws a SyntaxError where one is no JSON. */
export function recordsOfFiles(files: ReadonlyMap<string, string>): FileRecord[] {
  const idOf = createIds()
  return [...files].flatMap(([file, text]) => recordsIn(file, withIds(JSON.parse(text), idOf)))
}

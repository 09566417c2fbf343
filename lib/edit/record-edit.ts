/** A record as its file has it. */
export type RecordValue = Readonly<Record<string, unknown>>

/** Which record: its file, relative to the case's folder, and its id; `case.json` is one record, by the case's id. */
export interface RecordAt {
  file: string
  id: string
}

/** A record with the version of it, a hash by which two editors tell whether they mean the same. */
export interface KnownRecord {
  version: string
  value: RecordValue
}

/** What an editor wants to become of one record. */
export interface RecordEdit extends RecordAt {
  /** The version that the edit started from; null where there was no such record. */
  base: string | null
  /** What it is to be; null: gone. */
  value: RecordValue | null
}

/** A record that somebody else has changed meanwhile: both versions, so that neither is lost. */
export interface EditConflict extends RecordAt {
  mine: RecordValue | null
  theirs: KnownRecord | null
}

/** One key for each record of a case. */
export function recordKey({ file, id }: RecordAt): string {
  return `${file}#${id}`
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether two values say the same as JSON; in which order their keys stand is no matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]))
  if (!isMap(one) || !isMap(other)) return false
  const [keys, others] = [one, other].map((map) => Object.keys(map).filter((key) => map[key] !== undefined))
  if (keys === undefined || others === undefined || keys.length !== others.length) return false
  return keys.every((key) => Object.hasOwn(other, key) && sameValue(one[key], other[key]))
}

import type { RecordAt, RecordValue } from './record-edit'

/** What a field of a record names, by the field's name in the schemas. */
export type ReferenceKind =
  | 'actor'
  | 'event'
  | 'figure'
  | 'place'
  | 'question'
  | 'quotation'
  | 'side'
  | 'source'
  | 'statement'

const kinds: Readonly<Record<string, ReferenceKind>> = {
  about: 'place',
  by: 'actor',
  event: 'event',
  inputs: 'figure',
  named: 'actor',
  question: 'question',
  reportedBy: 'actor',
  side: 'side',
  sizedBy: 'figure',
  source: 'source',
  sources: 'source',
  speaker: 'actor',
  via: 'actor',
  where: 'place',
}

/** What evidence belongs to; in other files such a field is no reference by itself. */
const ofEvidence: Readonly<Record<string, ReferenceKind>> = { place: 'place', figure: 'figure', statement: 'statement' }

/** What a field of a file's records names; null where it is none that names records. */
export function referenceKind(file: string, field: string): ReferenceKind | null {
  // A scene's place is written out.
  if (file === 'scenes.json' && field === 'where') return null
  return kinds[field] ?? (file === 'evidence.json' ? (ofEvidence[field] ?? null) : null)
}

const files: Readonly<Record<string, ReferenceKind>> = {
  'actors.json': 'actor',
  'events.json': 'event',
  'figures.json': 'figure',
  'quotations.json': 'quotation',
  'sources.json': 'source',
  'statements.json': 'statement',
}

/** What a file's records are named as; null for those that nothing names. */
export function kindOfFile(file: string): ReferenceKind | null {
  return file.startsWith('layers/') ? 'place' : (files[file] ?? null)
}

/** A value with each reference in it replaced by what `change` answers; null takes it out. */
export function mapReferences(
  file: string,
  value: unknown,
  change: (kind: ReferenceKind, id: string) => string | null,
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(file, item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).flatMap(([key, member]): [string, unknown][] => {
    const kind = referenceKind(file, key)
    if (kind === null) return [[key, mapReferences(file, member, change)]]
    if (typeof member === 'string') {
      const next = change(kind, member)
      return next === null ? [] : [[key, next]]
    }
    if (!Array.isArray(member)) return [[key, mapReferences(file, member, change)]]
    const items = member.flatMap((item) => (typeof item === 'string' ? (change(kind, item) ?? []) : [item]))
    return [[key, [...new Set(items)]]]
  })
  return Object.fromEntries(entries)
}

/** The records that a record names. */
export function listReferences({
  file,
  value,
}: RecordAt & { value: RecordValue }): { kind: ReferenceKind; id: string }[] {
  const found: { kind: ReferenceKind; id: string }[] = []
  mapReferences(file, value, (kind, id) => {
    found.push({ kind, id })
    return id
  })
  return found
}

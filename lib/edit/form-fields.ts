import { type ReferenceKind, referenceKind } from './references'

/** A field of a form, as a record's JSON Schema has it. */
export type FormField = {
  key: string
  required: boolean
  /** The rule in plain words; empty where the schema has none. */
  rule: string
} & FieldKind

type FieldKind =
  /** Of text; `long` where it may be several lines. */
  | { kind: 'text'; long: boolean; most: number | null }
  /** `nullable`: that it is not known is said by null. */
  | { kind: 'number'; nullable: boolean }
  | { kind: 'choice'; of: readonly string[] }
  /** It says what it says, or is not there. */
  | { kind: 'mark'; value: unknown }
  | { kind: 'reference'; of: ReferenceKind }
  | { kind: 'references'; of: ReferenceKind }
  | { kind: 'texts' }
  | { kind: 'group'; fields: readonly FormField[] }
  | { kind: 'groups'; fields: readonly FormField[] }
  | { kind: 'geometry' }
  /** What no form is made for: as JSON. */
  | { kind: 'json' }

interface Schema {
  type?: unknown
  enum?: unknown
  const?: unknown
  description?: unknown
  properties?: unknown
  required?: unknown
  items?: unknown
  anyOf?: unknown
  maxLength?: unknown
  $ref?: unknown
}

const asSchema = (value: unknown): Schema => (typeof value === 'object' && value !== null ? value : {})
const LONG = 1000
/** A form within a form within a form is enough; what is deeper is shown as JSON. */
const MOST_NESTED = 3

function kindOf(file: string, key: string, schema: Schema, depth: number): FieldKind {
  if (key === 'geometry') return { kind: 'geometry' }
  if (schema.const !== undefined) return { kind: 'mark', value: schema.const }
  if (Array.isArray(schema.enum) && schema.enum.every((each) => typeof each === 'string'))
    return { kind: 'choice', of: schema.enum }
  const named = referenceKind(file, key)
  const items = asSchema(schema.items)
  if (schema.type === 'string')
    return named === null
      ? {
          kind: 'text',
          long: typeof schema.maxLength === 'number' && schema.maxLength >= LONG && !SHORT.has(key),
          most: typeof schema.maxLength === 'number' ? schema.maxLength : null,
        }
      : { kind: 'reference', of: named }
  if (schema.type === 'number' || schema.type === 'integer') return { kind: 'number', nullable: false }
  if (schema.type === 'array' && items.type === 'string')
    return named === null ? { kind: 'texts' } : { kind: 'references', of: named }
  if (depth >= MOST_NESTED) return { kind: 'json' }
  if (schema.type === 'object' && schema.properties !== undefined)
    return { kind: 'group', fields: fieldsOf(file, schema, depth + 1) }
  if (schema.type === 'array' && items.type === 'object' && items.properties !== undefined)
    return { kind: 'groups', fields: fieldsOf(file, items, depth + 1) }
  const options = Array.isArray(schema.anyOf) ? schema.anyOf.map(asSchema) : []
  const [only] = options.filter(({ type }) => type !== 'null')
  if (options.length === 2 && only?.type === 'number') return { kind: 'number', nullable: true }
  return { kind: 'json' }
}

/** Texts of one line, whatever their schema lets them be. */
const SHORT = new Set(['kind', 'label', 'name', 'publisher', 'role', 'text', 'title', 'author'])

function fieldsOf(file: string, schema: Schema, depth: number): FormField[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(asSchema(schema.properties))
    .filter(([key]) => key !== '$schema')
    .map(([key, part]): FormField => {
      const { description } = asSchema(part)
      // Names of fields stand between marks that are a programmer's.
      const rule = typeof description === 'string' ? description.replaceAll(/`([^`]+)`/g, '“$1”') : ''
      return { key, required: required.includes(key), rule, ...kindOf(file, key, asSchema(part), depth) }
    })
}

/** What is not to be changed of a record: its id, that a place is a feature, and which file is evidence. */
const fixedKeys = (file: string) => ['id', 'type', ...(file === 'evidence.json' ? ['sha256'] : [])]

/** The fields of a file's records, in the schema's order, from the JSON Schema of the file. */
export function formFields(file: string, schema: unknown): FormField[] {
  const { definitions, ...whole } = asSchema(schema) as Schema & { definitions?: unknown }
  const [record] = Object.values(asSchema(definitions)) as unknown[]
  const own = file === 'case.json' || record === undefined ? whole : asSchema(record)
  return fieldsOf(file, own, 0).filter(({ key }) => !fixedKeys(file).includes(key))
}

/** A record with a field changed; `undefined` takes it out. The order of the others stays. */
export function withField(
  value: Readonly<Record<string, unknown>>,
  key: string,
  next: unknown,
): Readonly<Record<string, unknown>> {
  if (next !== undefined) return { ...value, [key]: next }
  const { [key]: _, ...rest } = value
  return rest
}

/** The name of a key in words: “accuracyKm” as “Accuracy km”, “event_type” as “Event type”. */
export function toLabel(key: string): string {
  const words = key.replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The name of a schema's file, by the file that it is of. */
export function schemaOf(file: string): string {
  if (file.startsWith('layers/')) return 'places'
  return file.replace(/\.json$/, '')
}

import { makeSchemas } from '@/lib/command/verbs/schema'
import { kindOf } from '@/lib/command/write-new-case'
import { isObject } from '@/lib/schema/plain-values'
import type { KeyOrder } from './write-value'

type Definitions = Readonly<Record<string, unknown>>

/** Schemas are no deeper; one that names itself would never end. */
const MAX_DEPTH = 12

/** A JSON Schema down to the keys of its objects; of alternatives the first that has any. */
function toOrder(schema: unknown, definitions: Definitions, depth = 0): KeyOrder | undefined {
  if (!isObject(schema) || depth > MAX_DEPTH) return undefined
  const { $ref, properties, items, anyOf, allOf } = schema
  if (typeof $ref === 'string') return toOrder(definitions[$ref.split('/').at(-1) ?? ''], definitions, depth + 1)
  if (isObject(properties)) {
    const members = Object.entries(properties).map(([key, each]) => [key, toOrder(each, definitions, depth + 1) ?? {}])
    return { properties: Object.fromEntries(members) }
  }
  if (isObject(items)) return { items: toOrder(items, definitions, depth + 1) }
  const parts = [anyOf, allOf].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  return parts.map((part) => toOrder(part, definitions, depth + 1)).find((order) => order !== undefined)
}

/** The order of one kind of file: of its records, which its schema defines by their kind's name, or of the file itself. */
function orderOf(name: string, text: string): KeyOrder | undefined {
  const schema: unknown = JSON.parse(text)
  const definitions = isObject(schema) && isObject(schema.definitions) ? schema.definitions : {}
  return toOrder(definitions[name.replace(/s$/, '')] ?? schema, definitions)
}

let orders: ReadonlyMap<string, KeyOrder | undefined> | null = null

/** The order in which the keys of a file's records are written: that of its schema. */
export function keyOrderOf(file: string): KeyOrder | undefined {
  orders ??= new Map(
    [...makeSchemas()].map(([schema, text]) => {
      const name = schema.replace('.schema.json', '')
      return [name, orderOf(name, text)]
    }),
  )
  return orders.get(kindOf(file)?.name ?? '')
}

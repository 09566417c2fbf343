import { z } from 'zod'

/** What is right in a place, to follow "must be": with an example, so that whoever got it wrong can write it. */
export const forms = z.registry<{ form: string }>()

const quote = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value))

/** "“a”", "“a” or “b”", "one of “a”, “b”, “c”". */
export function oneOf(values: readonly unknown[]): string {
  const quoted = values.map(quote)
  return quoted.length > 2 ? `one of ${quoted.join(', ')}` : quoted.join(' or ')
}

/** The keys that an object schema knows. */
export function keysOf(schema: unknown): string[] {
  if (schema instanceof z.core.$ZodObject) return Object.keys(schema._zod.def.shape)
  const key = schema instanceof z.core.$ZodRecord ? schema._zod.def.keyType : undefined
  return key instanceof z.core.$ZodEnum ? Object.keys(key._zod.def.entries) : []
}

/** What a schema takes, with an example: its own words where it has some, else those of its type. */
export function formOf(schema: unknown): string | null {
  if (!(schema instanceof z.core.$ZodType)) return null
  const own = forms.get(schema)?.form
  if (own !== undefined) return own
  if (schema instanceof z.core.$ZodPipe) return formOf(schema._zod.def.out)
  if (schema instanceof z.core.$ZodEnum) return oneOf(Object.values(schema._zod.def.entries))
  if (schema instanceof z.core.$ZodLiteral) return oneOf(schema._zod.def.values)
  if (schema instanceof z.core.$ZodTuple) return `a list of ${schema._zod.def.items.length}, as [1, 2]`
  if (schema instanceof z.core.$ZodArray) return 'a list, as [ ]'
  if (schema instanceof z.core.$ZodObject) return `an object, as { ${keysOf(schema).slice(0, 3).join(', ')} … }`
  if (schema instanceof z.core.$ZodRecord) return 'an object, as { }'
  if (schema instanceof z.core.$ZodNumberFormat) return 'a whole number, as 3'
  if (schema instanceof z.core.$ZodNumber) return 'a number, as 12.5'
  if (schema instanceof z.core.$ZodBoolean) return 'true or false'
  if (schema instanceof z.core.$ZodString) return 'a text, as “…”'
  return null
}

import { z } from 'zod'
import { countCharacters } from './plain-values'

/** A value of a row: what a cell of a table holds. */
export type FieldValue = string | number | boolean

/** Properties of a place that are its row's own. */
export type Fields = Record<string, FieldValue>

export const MAX_FIELD_NAME = 100
export const MAX_FIELDS = 60
const MAX_FIELD_TEXT = 1000

export const fieldsSchema = z.record(
  z.string().min(1).max(MAX_FIELD_NAME),
  z.union([z.string().max(MAX_FIELD_TEXT), z.number(), z.boolean()]),
)

/** A field by its name; undefined where there is none. What every object has is no field. */
export function fieldOf(fields: Readonly<Fields> | undefined, name: string): FieldValue | undefined {
  return fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/** Why a value cannot be a field, with what to do about it; null for one that can. */
export function whyNoField(name: string, value: unknown): string | null {
  const named = countCharacters(name)
  if (named === 0 || named > MAX_FIELD_NAME)
    return `has a name of ${named} characters: 1 to ${MAX_FIELD_NAME} are read; rename it`
  if (Array.isArray(value)) return 'is a list: write it as one text, or as properties of their own'
  if (typeof value === 'object') return 'is an object: write what it holds as properties of their own'
  const written = typeof value === 'string' ? countCharacters(value) : 0
  if (written > MAX_FIELD_TEXT)
    return `has ${written} characters, and ${MAX_FIELD_TEXT} are read: shorten it, or link to it`
  return null
}

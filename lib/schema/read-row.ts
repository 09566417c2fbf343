import { createHash } from 'node:crypto'
import { MAX_FIELDS, whyNoField } from './fields'
import type { LayerDesign } from './layer'
import { nearKey } from './nearest'
import { placeKeys } from './place'
import { isObject, recordIdPattern, timeProperties } from './plain-values'

/** What a layer says of its places, for those that do not say it themselves. */
export type RowRules = Pick<LayerDesign, 'id' | 'name' | 'all' | 'fields' | 'time'>

/** A property that cannot be read, and why. */
interface RowFault {
  property: string
  reason: string
}

/** A feature as a place's schema wants it. */
export interface Row {
  value: unknown
  /** Its id was made here. */
  isMade: boolean
  /** What the feature has that is no field: the rest of it stands. */
  leftOut: RowFault[]
  /** A key that is likely meant for another: then the feature does not say what its author means. */
  misspelt: RowFault | null
}

/** Room for a hash and, of several alike, a number. */
const MAX_STEM = 40
const HASH_LENGTH = 12

/** An id that a row keeps though its file is sorted anew or its other fields are mended. */
function makeId({ id: layer, time }: RowRules, { geometry }: Record<string, unknown>, properties: object): string {
  const row = new Map<string, unknown>(Object.entries(properties))
  const dates = [...timeProperties(time), 'since', 'until'].map((property) => row.get(property) ?? null)
  const hash = createHash('sha256').update(JSON.stringify([row.get('name'), geometry, dates]))
  return `${layer.slice(0, MAX_STEM)}-${hash.digest('hex').slice(0, HASH_LENGTH)}`
}

const isAbsent = (value: unknown) => value === null || (typeof value === 'string' && value.trim() === '')

/** `source` names one of the case's sources where it looks like an id; a newspaper's name or an address is a field. */
function isSourceId(key: string, value: unknown, properties: object): boolean {
  return key === 'source' && !('sources' in properties) && typeof value === 'string' && recordIdPattern.test(value)
}

/** The id that a feature has, or one made for it: numbers are those of a table's rows, which other tables have too. */
function idFor(rules: RowRules, feature: Record<string, unknown>, properties: object) {
  const { id } = feature
  if (id === undefined || id === null) return { id: makeId(rules, feature, properties), isMade: true }
  if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0)
    return { id: `${rules.id.slice(0, MAX_STEM)}-${id}`, isMade: true }
  return { id, isMade: false }
}

/**
 * Reads a feature as a row of its layer: what the layer says for all is filled in, properties that a place does not have
 * become its fields, an id is made where there is none. Nulls and empty texts are cells without a value, but for
 * `accuracyKm`, where null says that nobody knows. Anything but a feature comes back as it is, for the schema to tell.
 */
export function readRow(value: unknown, rules: RowRules): Row {
  if (!isObject(value) || !isObject(value.properties)) return { value, isMade: false, leftOut: [], misspelt: null }
  const { properties, bbox, ...feature } = value
  const { all = {}, fields: listed = [], time } = rules
  const own = new Set([...listed.map(({ property }) => property), ...(time === undefined ? [] : timeProperties(time))])
  const known: Record<string, unknown> = {}
  const fields = new Map<string, unknown>(isObject(properties.fields) ? Object.entries(properties.fields) : [])
  const leftOut: RowFault[] = []
  for (const [key, held] of Object.entries(properties)) {
    if (key === 'fields' && isObject(held)) continue
    if (placeKeys.includes(key) && key !== 'fields') {
      if (key === 'accuracyKm' || !isAbsent(held)) known[key] = held
      continue
    }
    if (isAbsent(held)) continue
    if (isSourceId(key, held, properties)) {
      known.sources = [held]
      continue
    }
    const near = own.has(key) || key === 'source' ? undefined : nearKey(key, placeKeys)
    if (near !== undefined && near !== 'fields') {
      const reason = `is no property of a place: did you mean ${near}? If it is a field of your own, list it in the layer’s fields in layers.json`
      return { value, isMade: false, leftOut: [], misspelt: { property: key, reason } }
    }
    const reason =
      fields.size >= MAX_FIELDS ? `is one more than the ${MAX_FIELDS} fields that a place has` : whyNoField(key, held)
    if (reason === null) fields.set(key, held)
    else leftOut.push({ property: key, reason })
  }
  const { id, isMade } = idFor(rules, feature, properties)
  const filled = {
    kind: all.kind ?? rules.name,
    ...(all.basis === undefined ? {} : { basis: all.basis }),
    accuracyKm: all.accuracyKm ?? null,
    ...(all.sources === undefined ? {} : { sources: all.sources }),
    ...known,
    ...(fields.size === 0 ? {} : { fields: Object.fromEntries(fields) }),
  }
  return { value: { ...feature, id, properties: filled }, isMade, leftOut, misspelt: null }
}

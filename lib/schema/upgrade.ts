import { z } from 'zod'
import { isObject } from './plain-values'

type Fields = Record<string, unknown>

/** A record of an older form as one of today's; one of today's as it is. Whatever is wrong with it is left for the schema. */
export type Upgrade = (record: Fields) => Fields

/** A schema that also takes records of an older form. */
export function upgrading<T extends z.ZodType>(upgrade: Upgrade, schema: T) {
  return z.preprocess((value) => (isObject(value) ? upgrade(value) : value), schema)
}

/** The fields but for some; the others keep their order. */
function without(record: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}

/**
 * `maker` is `by`, and `via` was one. A date that was the document's or the case's, for want of the figure's own, is
 * left out: it said when the number was published, not when it holds.
 */
export const upgradeFigure: Upgrade = (record) => {
  const { maker: reporter, via, asOfBasis } = record
  const borrowed = asOfBasis === 'publication' || asOfBasis === 'case'
  return {
    ...without(record, ['maker', 'asOfBasis', ...(borrowed ? ['asOf'] : [])]),
    ...(reporter === undefined || 'by' in record ? {} : { by: reporter }),
    ...(typeof via === 'string' ? { via: [via] } : {}),
  }
}

/** `actors` did not say who did it and who tells of it: they are named, and no more. */
export const upgradeEvent: Upgrade = (record) => {
  if (!('actors' in record) || 'by' in record) return record
  return { ...without(record, ['actors']), by: [], reportedBy: [], named: record.actors }
}

/** `asOf` was the report's date and the case's at once. */
export const upgradeHead: Upgrade = (record) => {
  if (!('asOf' in record)) return record
  const { asOf } = record
  return { ...without(record, ['asOf']), reported: record.reported ?? asOf, updated: record.updated ?? asOf }
}

/** A place was sized by one figure. */
export const upgradePlace: Upgrade = (properties) =>
  typeof properties.sizedBy === 'string' ? { ...properties, sizedBy: [properties.sizedBy] } : properties

import { nearKey } from '@/lib/schema/nearest'

/**
 * The properties of a place that have a meaning of their own (a test holds them against the schema, which the page does not
 * load). A column of such a name, or one so near that it would be taken for a mistyped one, is kept under another.
 */
export const placePropertyNames: readonly string[] = [
  'name',
  'localName',
  'otherNames',
  'since',
  'until',
  'timeZone',
  'kind',
  'code',
  'accuracyKm',
  'basis',
  'schematic',
  'note',
  'notHeld',
  'sources',
  'claim',
  'sizedBy',
  'rings',
  'label',
  'drawn',
  'frame',
  'shownFor',
  'fields',
]

/** Names by which a script could reach what all objects share; no file of a case may have them. */
const forbidden = ['__proto__', 'constructor', 'prototype']

/** What a column is called among a place's properties. */
export function propertyName(column: string): string {
  const isTaken =
    placePropertyNames.includes(column) ||
    forbidden.includes(column) ||
    column === 'source' ||
    nearKey(column, placePropertyNames) !== undefined
  return isTaken ? `file.${column}`.slice(0, 100) : column
}

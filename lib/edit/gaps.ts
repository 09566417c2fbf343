import { isObject, normaliseWording } from '@/lib/schema/plain-values'
import type { WorkingRecord } from './workspace'

/** What a reader will miss of a record, or has twice. */
export const gapKinds = ['undated', 'unplaced', 'unsourced', 'twice'] as const
export type GapKind = (typeof gapKinds)[number]

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)

function gapsOf({ file, value }: WorkingRecord): GapKind[] {
  const gaps: GapKind[] = []
  const lacks = (gap: GapKind, isLacking: boolean) => isLacking && gaps.push(gap)
  if (file.startsWith('layers/')) {
    const properties = Object(value.properties)
    lacks('unplaced', value.geometry === null || value.geometry === undefined)
    lacks('unsourced', isEmpty(properties.sources))
  }
  if (file === 'events.json') lacks('undated', isEmpty(value.date))
  if (file === 'quotations.json' && value.form !== 'term') lacks('undated', isEmpty(value.said))
  if (file === 'statements.json') lacks('undated', isEmpty(value.said))
  if (file === 'figures.json') lacks('undated', isEmpty(value.asOf) && isEmpty(value.said))
  if (['events.json', 'figures.json', 'quotations.json', 'statements.json'].includes(file)) {
    lacks('unplaced', isEmpty(value.about))
    lacks('unsourced', isEmpty(value.passage) && isEmpty(value.inputs))
  }
  if (file === 'sources.json') {
    lacks('undated', isEmpty(value.published))
    lacks('unsourced', isEmpty(value.address))
  }
  return gaps
}

/** What two records that say the same have in common: their words, and when, where and whose these are; null for none. */
function samenessOf({ file, value }: WorkingRecord): string | null {
  const { name } = isObject(value.properties) ? value.properties : value
  const { exact } = isObject(value.passage) ? value.passage : {}
  const parts: Readonly<Record<string, readonly unknown[]>> = {
    'actors.json': [name],
    'events.json': [value.title, value.date],
    'figures.json': [value.question, value.value, value.range, value.unit, value.by, value.asOf],
    'quotations.json': [exact, value.speaker],
    'sources.json': [value.address ?? value.title],
    'statements.json': [value.words, value.speaker],
  }
  const own = file.startsWith('layers/') ? [name, value.geometry] : parts[file]
  if (own === undefined || own[0] === undefined) return null
  const words = own.map((part) => (typeof part === 'string' ? normaliseWording(part) : JSON.stringify(part)))
  return [file.startsWith('layers/') ? 'layers' : file, ...words].join('\n')
}

function listTwice(records: readonly WorkingRecord[]): WorkingRecord[] {
  const counts = new Map<string, number>()
  const keys = records.map(samenessOf)
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  return records.filter((_, index) => (counts.get(keys[index] ?? '') ?? 0) > 1)
}

/** What each kind of gap is found in, in the files' order. */
export function listGaps(records: Iterable<WorkingRecord>): ReadonlyMap<GapKind, readonly WorkingRecord[]> {
  const gaps = new Map<GapKind, WorkingRecord[]>(gapKinds.map((kind) => [kind, []]))
  const all = [...records]
  for (const record of all) for (const gap of gapsOf(record)) gaps.get(gap)?.push(record)
  return gaps.set('twice', listTwice(all))
}

import type { WorkingRecord } from './workspace'

/** What a reader will miss of a record. */
export const gapKinds = ['undated', 'unplaced', 'unsourced'] as const
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

/** What each kind of gap is found in, in the files' order. */
export function listGaps(records: Iterable<WorkingRecord>): ReadonlyMap<GapKind, readonly WorkingRecord[]> {
  const gaps = new Map<GapKind, WorkingRecord[]>(gapKinds.map((kind) => [kind, []]))
  for (const record of records) for (const gap of gapsOf(record)) gaps.get(gap)?.push(record)
  return gaps
}

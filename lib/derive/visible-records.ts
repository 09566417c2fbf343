import type { CaseRecord } from './case-records'
import { evidencedKinds } from './evidence-by-record'
import { createPredicate, type Facet, type RecordQuery } from './filter-records'
import type { LinkedCase } from './linked-case'
import { type RecordFilter, type RecordKind, recordKinds } from './record-filter'

/** Ids of what passes the filter, by kind. */
export type VisibleRecords = Readonly<Record<RecordKind, ReadonlySet<string>>>

/** What only statements have: a place that is asked for one of these has none of its own. */
const ofStatements = [
  ['speaker', 'speakers'],
  ['side', 'sides'],
  ['status', 'statuses'],
  ['wording', 'wordings'],
] as const

/** What a place that follows the statements is not asked itself. */
const askedOfStatements = ['kind', 'speaker', 'side', 'status', 'wording', 'place'] as const

/**
 * Whether the places shown are those that shown statements are about, rather than records that were asked for: a place
 * has no speaker, status or wording. Such places are context: they are listed and drawn, but do not count as records.
 * Facets of `without` are taken to ask for nothing.
 */
export function placesFollow(filter: RecordFilter, without: readonly Facet[] = []): boolean {
  const asksKinds = !without.includes('kind') && filter.kinds.length > 0
  if (asksKinds && !filter.kinds.includes('place')) return true
  return ofStatements.some(([facet, list]) => !without.includes(facet) && filter[list].length > 0)
}

/**
 * What of a case is shown. A place has no speaker, status, wording or kind of statement of its own: while one of these
 * is asked for, the places are those that a shown quotation, statement, figure or event is about, as far as they have begun.
 * Facets of `without` are taken to ask for nothing.
 */
export function findVisible(
  records: readonly CaseRecord[],
  query: RecordQuery,
  without: readonly Facet[] = [],
): VisibleRecords {
  const shown: Record<RecordKind, Set<string>> = {
    place: new Set(),
    quotation: new Set(),
    statement: new Set(),
    figure: new Set(),
    event: new Set(),
  }
  const named = new Set<string>()
  const passes = createPredicate(query, without)
  for (const record of records) {
    if (record.kind === 'place' || !passes(record)) continue
    shown[record.kind].add(record.id)
    for (const place of record.places) named.add(place)
  }
  const follow = placesFollow(query.filter, without)
  const passesAsPlace = follow ? createPredicate(query, [...without, ...askedOfStatements]) : passes
  for (const record of records) {
    if (record.kind !== 'place') continue
    if (follow && !named.has(record.id)) continue
    if (passesAsPlace(record)) shown.place.add(record.id)
  }
  return shown
}

/** What was asked for of what is shown: all of it, less the places that only follow. */
export function findAskedFor(shown: VisibleRecords, filter: RecordFilter): VisibleRecords {
  return placesFollow(filter) ? { ...shown, place: new Set() } : shown
}

/** How many records were asked for and are there. */
export function countVisible(shown: VisibleRecords, filter: RecordFilter): number {
  const asked = findAskedFor(shown, filter)
  return recordKinds.reduce((sum, kind) => sum + asked[kind].size, 0)
}

/** The pictures, films and documents that belong to anything shown. */
export function findEvidence({ evidence }: LinkedCase, shown: VisibleRecords): LinkedCase['evidence'] {
  return evidence.filter((each) =>
    evidencedKinds.some((kind) => each[kind] !== undefined && shown[kind].has(each[kind])),
  )
}

/** Ids of the documents that anything shown comes from, or is compared with. */
export function findSources(linked: LinkedCase, shown: VisibleRecords): ReadonlySet<string> {
  const records = [
    ...linked.quotations.filter(({ id }) => shown.quotation.has(id)),
    ...linked.statements.filter(({ id }) => shown.statement.has(id)),
    ...linked.figures.filter(({ id }) => shown.figure.has(id)),
    ...linked.events.filter(({ id }) => shown.event.has(id)),
  ]
  const places = linked.places.filter(({ id }) => shown.place.has(id))
  return new Set([
    ...findEvidence(linked, shown).map(({ source }) => source),
    ...places.flatMap(({ sources }) => sources),
    ...records.flatMap(({ passage, records: others = [] }) =>
      [passage, ...others].flatMap((each) => each?.source ?? []),
    ),
  ])
}

/** How much of what is shown is one actor's. */
export interface SpeakerShare {
  quotations: number
  statements: number
  figures: number
  events: number
}

/**
 * Who says, counts or takes part in what is shown, by id. While speakers or sides are asked for, others that happen to
 * take part in the same events are left out.
 */
export function findSpeakerShares(
  records: readonly CaseRecord[],
  shown: VisibleRecords,
  { speakers, sides }: Pick<RecordFilter, 'speakers' | 'sides'>,
  sideOf: (actor: string) => string | undefined,
): ReadonlyMap<string, SpeakerShare> {
  const isAsked = (actor: string) =>
    (speakers.length === 0 || speakers.includes(actor)) && (sides.length === 0 || sides.includes(sideOf(actor) ?? ''))
  const shares = new Map<string, SpeakerShare>()
  for (const { kind, id, speakers: actors } of records) {
    if (kind === 'place' || !shown[kind].has(id)) continue
    for (const actor of actors) {
      if (!isAsked(actor)) continue
      const share = shares.get(actor) ?? { quotations: 0, statements: 0, figures: 0, events: 0 }
      share[`${kind}s`]++
      shares.set(actor, share)
    }
  }
  return shares
}

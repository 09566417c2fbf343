import type { Passage } from '@/lib/schema/passage'
import type { CaseRecords } from '@/lib/schema/records'
import { findDeclaration } from './claim-timeline'
import type { LinkedCase, LinkedPlace } from './linked-case'

/**
 * The words around a passage as they are shown: selectors are only as long as they must be and may begin or end within
 * a word, of which then nothing is shown. `prefix` stands before the passage, `suffix` after it.
 */
export function wholeWords({ prefix = '', suffix = '' }: Pick<Passage, 'prefix' | 'suffix'>): {
  before: string
  after: string
} {
  return {
    before: prefix.replace(/^[\p{L}\p{N}]+/u, ''),
    after: suffix.replace(/[\p{L}\p{N}]+$/u, ''),
  }
}

/** A record and the passage that it comes from. */
export interface RecordPassage {
  kind: 'quotation' | 'statement' | 'figure' | 'event'
  id: string
  passage: Passage
}

/** The passages of records of one kind, of those that have one. */
function toPassages(
  kind: RecordPassage['kind'],
  records: readonly { id: string; passage?: Passage | undefined }[],
): RecordPassage[] {
  return records.flatMap(({ id, passage }) => (passage === undefined ? [] : [{ kind, id, passage }]))
}

/** The passages that the records of a case have of one source. */
export function listPassages(
  { quotations, statements, figures, events }: CaseRecords,
  sourceId: string,
): RecordPassage[] {
  return [
    ...toPassages('quotation', quotations),
    ...toPassages('statement', statements),
    ...toPassages('figure', figures),
    ...toPassages('event', events),
  ].filter(({ passage }) => passage.source === sourceId)
}

interface Recorded {
  id: string
  about: readonly string[]
  passage?: Passage | undefined
}

/** The records that the case itself names as those that put it on the map. */
function shownFor({ shownFor: named = [] }: LinkedPlace, linked: LinkedCase): RecordPassage[] {
  const records: Readonly<Record<RecordPassage['kind'], readonly Recorded[]>> = {
    event: linked.events,
    figure: linked.figures,
    quotation: linked.quotations,
    statement: linked.statements,
  }
  return named.flatMap(({ kind, id }) =>
    toPassages(
      kind,
      records[kind].filter((record) => record.id === id),
    ),
  )
}

/** The figures that its mark and its rings are drawn by. */
function drawnBy({ sizedBy = [], rings = [] }: LinkedPlace, { figures }: LinkedCase): RecordPassage[] {
  const ids = [...new Set([...sizedBy, ...rings.map(({ figure }) => figure)])]
  return ids.flatMap((id) =>
    toPassages(
      'figure',
      figures.filter((figure) => figure.id === id),
    ),
  )
}

/** What counts or names the claimed places in the declaration of the claim to it. */
function claimedBy({ claim: id }: LinkedPlace, linked: LinkedCase): RecordPassage[] {
  const claim = linked.claims.find((candidate) => candidate.id === id)
  if (claim === undefined) return []
  const declaration = findDeclaration(linked, claim)
  return [...toPassages('figure', declaration.figures), ...toPassages('event', declaration.events)].slice(0, 1)
}

/** Of everything about it the passage that has its name; none where no passage names it. */
function namedBy(place: LinkedPlace, { figures, quotations, statements, events }: LinkedCase): RecordPassage[] {
  const names = [place.name, ...(place.otherNames ?? []).map(({ text }) => text)]
  const about = ({ about: ids }: Recorded) => ids.includes(place.id)
  const found = [
    ...events.filter(about).map((record) => ({ kind: 'event' as const, record })),
    ...figures.filter(about).map((record) => ({ kind: 'figure' as const, record })),
    ...statements.filter(about).map((record) => ({ kind: 'statement' as const, record })),
    ...quotations.filter(about).map((record) => ({ kind: 'quotation' as const, record })),
  ]
  const isNamed = ({ record: { passage } }: (typeof found)[number]) =>
    names.some((name) => passage?.exact.includes(name) === true)
  return found
    .filter(isNamed)
    .toSorted((a, b) => a.record.about.length - b.record.about.length)
    .flatMap(({ kind, record }) => toPassages(kind, [record]))
    .slice(0, 1)
}

/**
 * The passages that put a place on the map: of the records that the case names for it; else of every figure that it is
 * drawn by; else what names it in the claim to it; else one that names it. Empty where none does: a record that is only
 * about it did not put its mark there.
 */
export function findPlacePassages(place: LinkedPlace, linked: LinkedCase): RecordPassage[] {
  // Each only where those before it find nothing: the claims of a case take longer to go through than all else of a click.
  for (const find of [shownFor, drawnBy, claimedBy]) {
    const found = find(place, linked)
    if (found.length > 0) return found
  }
  return namedBy(place, linked)
}

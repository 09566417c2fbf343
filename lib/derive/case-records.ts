import type { Figure } from '@/lib/schema/figure'
import type { LayerId } from '@/lib/schema/layer'
import { findThread } from './find-thread'
import type { Corroboration, LinkedCase } from './linked-case'
import type { RecordKind } from './record-filter'

/** A record as filters, the timeline and search see it: all kinds alike. What does not apply is empty or null. */
export interface CaseRecord {
  kind: RecordKind
  id: string
  /** Layers of the places that it is about; a place's own. */
  layers: readonly LayerId[]
  /** Ids of the places that it is about; a place's own. */
  places: readonly string[]
  /** Ids of who says, counts or takes part. */
  speakers: readonly string[]
  sides: readonly string[]
  /** The thread that an event belongs to, by its id. */
  thread?: string
  status: Figure['status'] | null
  wording: readonly Corroboration[]
  /** When: ms since 1970, UTC, `end` not included, infinite where it is open; null where nothing says. */
  start: number | null
  end: number | null
}

const none: readonly never[] = []
const NEVER = { start: null, end: null }
const ALWAYS = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

declare global {
  // The server's half of a page and the browser's are bundled apart, and run in one process while the page is rendered.
  var caseboardRecords: WeakMap<LinkedCase, readonly CaseRecord[]> | undefined
}

/**
 * Every place, quotation, statement, figure and event of a case as records, in the case's order, kind by kind. Kept as
 * long as the case is: each request for a page asks for them.
 */
export function listRecords(linked: LinkedCase): readonly CaseRecord[] {
  const records = globalThis.caseboardRecords?.get(linked) ?? makeRecords(linked)
  keepRecords(linked, records)
  return records
}

/** Has `listRecords` answer records of this very case that were made elsewhere. */
export function keepRecords(linked: LinkedCase, records: readonly CaseRecord[]): void {
  globalThis.caseboardRecords ??= new WeakMap()
  globalThis.caseboardRecords.set(linked, records)
}

function makeRecords(linked: LinkedCase): CaseRecord[] {
  const layerOf = new Map(linked.places.map(({ id, layer }) => [id, layer]))
  const layers = new Map(linked.layers.map((layer) => [layer.id, layer]))
  const threadOf = (about: readonly string[], thread: string | undefined) =>
    findThread(
      {
        linked,
        layer: (id) => layers.get(id),
        place: (id) => ({ layer: layerOf.get(id) ?? '' }),
        event: () => undefined,
      },
      { about, thread },
    )?.id
  const sideOf = new Map(linked.actors.map(({ id, side }) => [id, side]))
  // A place says itself when it was there.
  const stated = linked.moments.filter(({ kind }) => kind !== 'place')
  const moments = new Map(stated.map((moment) => [`${moment.kind} ${moment.id}`, moment]))
  const make = (
    kind: Exclude<RecordKind, 'place'>,
    id: string,
    about: readonly string[],
    speakers: readonly string[],
    more: Partial<CaseRecord> = {},
  ): CaseRecord => {
    const places = about.filter((place) => layerOf.has(place))
    const moment = moments.get(`${kind} ${id}`)
    return {
      kind,
      id,
      places,
      layers: [...new Set(places.map((place) => layerOf.get(place)).filter((layer) => layer !== undefined))],
      speakers,
      sides: [...new Set(speakers.map((speaker) => sideOf.get(speaker)).filter((side) => side !== undefined))],
      status: null,
      wording: [],
      start: moment === undefined ? null : moment.open === 'start' ? ALWAYS.start : moment.start,
      end: moment === undefined ? null : moment.open === 'end' ? ALWAYS.end : moment.end,
      ...more,
    }
  }
  const present = (id: string | undefined) => (id === undefined ? [] : [id])
  return [
    ...linked.places.map(({ id, layer, from, to, undated }): CaseRecord => {
      const { start, end } = undated === true ? NEVER : ALWAYS
      const ofNobody = { speakers: none, sides: none, status: null, wording: none }
      return { kind: 'place', id, places: [id], layers: [layer], ...ofNobody, start: from ?? start, end: to ?? end }
    }),
    ...linked.quotations.map(({ id, about, where, speaker, corroboration }) =>
      make('quotation', id, [...new Set([...about, ...present(where)])], present(speaker), { wording: corroboration }),
    ),
    ...linked.statements.map(({ id, about, speaker }) => make('statement', id, about, [speaker])),
    ...linked.figures.map(({ id, about, by, status }) => make('figure', id, about, [by], { status })),
    ...linked.events.map(({ id, about, by, reportedBy, named = [], ...event }) => {
      const thread = threadOf(about, event.thread)
      const speakers = [...new Set([...by, ...reportedBy, ...named])]
      return make('event', id, about, speakers, thread === undefined ? {} : { thread })
    }),
  ]
}

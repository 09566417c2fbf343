import type { Figure } from '@/lib/schema/figure'
import type { LayerId } from '@/lib/schema/layer'
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
  status: Figure['status'] | null
  wording: readonly Corroboration[]
  /** When: ms since 1970, UTC, `end` not included, infinite where it is open; null where nothing says. */
  start: number | null
  end: number | null
}

const ALWAYS = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }

/** Every place, quotation, statement, figure and event of a case as records, in the case's order, kind by kind. */
export function listRecords(linked: LinkedCase): CaseRecord[] {
  const layerOf = new Map(linked.places.map(({ id, layer }) => [id, layer]))
  const sideOf = new Map(linked.actors.map(({ id, side }) => [id, side]))
  const moments = new Map(linked.moments.map((moment) => [`${moment.kind} ${moment.id}`, moment]))
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
    ...linked.places.map(
      ({ id, layer, from, to }): CaseRecord => ({
        kind: 'place',
        id,
        places: [id],
        layers: [layer],
        speakers: [],
        sides: [],
        status: null,
        wording: [],
        ...ALWAYS,
        ...(from === undefined ? {} : { start: from }),
        ...(to === undefined ? {} : { end: to }),
      }),
    ),
    ...linked.quotations.map(({ id, about, where, speaker, corroboration }) =>
      make('quotation', id, [...new Set([...about, ...present(where)])], present(speaker), { wording: corroboration }),
    ),
    ...linked.statements.map(({ id, about, speaker }) => make('statement', id, about, [speaker])),
    ...linked.figures.map(({ id, about, by, status }) => make('figure', id, about, [by], { status })),
    ...linked.events.map(({ id, about, by, reportedBy, named = [] }) =>
      make('event', id, about, [...new Set([...by, ...reportedBy, ...named])]),
    ),
  ]
}

import fc from 'fast-check'
import type { CaseRecord } from '@/lib/derive/case-records'
import type { RecordQuery } from '@/lib/derive/filter-records'
import type { LinkedCase } from '@/lib/derive/linked-case'
import { corroborations, figureStatuses, noFilter, type RecordFilter, recordKinds } from '@/lib/derive/record-filter'
import { layerIds } from './read-fixture'

/** Everything is shown. */
export const openSieve: RecordQuery = { filter: noFilter, time: null, hiddenLayers: [], placesWithin: null }

/** A sieve that asks for something. */
export function asking(filter: Partial<RecordFilter>, more: Partial<RecordQuery> = {}): RecordQuery {
  return { ...openSieve, ...more, filter: { ...noFilter, ...filter } }
}

/** One filter for each thing that can be asked for of a case. */
export function everyFilter({ actors, sides, places }: LinkedCase): Partial<RecordFilter>[] {
  return [
    {},
    ...recordKinds.map((kind) => ({ kinds: [kind] })),
    ...actors.map((actor) => ({ speakers: [actor.id] })),
    ...sides.map((side) => ({ sides: [side.id] })),
    ...figureStatuses.map((status) => ({ statuses: [status] })),
    ...corroborations.map((wording) => ({ wordings: [wording] })),
    ...places.map((place) => ({ places: [place.id] })),
  ]
}

const places = ['p0', 'p1', 'p2', 'p3', 'p4'] as const
const layers = layerIds.slice(0, 3)
const layerOf = (place: string) => layers[Number(place.slice(1)) % layers.length] ?? 'reactions'
const speakers = ['s0', 's1', 's2', 's3'] as const
const sides = ['a', 'b'] as const

const span = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))

const anyStatement = fc
  .record({
    kind: fc.constantFrom('quotation' as const, 'statement' as const, 'figure' as const, 'event' as const),
    about: fc.subarray([...places]),
    speakers: fc.subarray([...speakers], { maxLength: 2 }),
    status: fc.constantFrom(...figureStatuses),
    wording: fc.subarray([...corroborations], { maxLength: 2 }),
    when: fc.option(span),
  })
  .map(
    ({ kind, about, speakers, status, wording, when }): CaseRecord => ({
      kind,
      id: '',
      places: about,
      layers: [...new Set(about.map(layerOf))],
      speakers,
      sides: [...new Set(speakers.map((speaker) => sides[Number(speaker.slice(1)) % 2] ?? 'a'))],
      status: kind === 'figure' ? status : null,
      wording: kind === 'quotation' ? wording : [],
      start: when?.start ?? null,
      end: when?.end ?? null,
    }),
  )

const placeRecords = places.map(
  (id, at): CaseRecord => ({
    kind: 'place',
    id,
    places: [id],
    layers: [layerOf(id)],
    speakers: [],
    sides: [],
    status: null,
    wording: [],
    start: at < 3 ? Number.NEGATIVE_INFINITY : at * 4,
    end: Number.POSITIVE_INFINITY,
  }),
)

/** Five places and up to thirty statements about them. */
export const anyRecords = fc
  .array(anyStatement, { maxLength: 30 })
  .map((statements) => [...placeRecords, ...statements.map((record, at) => ({ ...record, id: `r${at}` }))])

/** A sieve over names that records have: `names` are those of a case. */
export function anySieve(names: { speakers: string[]; sides: string[]; places: string[] }): fc.Arbitrary<RecordQuery> {
  const few = <T>(values: readonly T[]) =>
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<T[]>([]) },
      fc.subarray([...values], { maxLength: Math.min(3, values.length) }),
    )
  return fc.record({
    filter: fc.record({
      kinds: few(recordKinds),
      speakers: few(names.speakers),
      sides: few(names.sides),
      statuses: few(figureStatuses),
      wordings: few(corroborations),
      places: few(names.places),
      within: fc.constantFrom(null, 'view' as const, 'area' as const, 'unit:UA-65' as const),
    }),
    time: fc.option(span),
    hiddenLayers: fc.oneof(fc.constant([]), fc.subarray([...layerIds])),
    placesWithin: fc.option(fc.subarray(names.places).map((seen) => new Set(seen))),
  })
}

/** Sieves over the names of `anyRecords`. */
export const anySieveOfThem = anySieve({ speakers: [...speakers], sides: [...sides], places: [...places] })

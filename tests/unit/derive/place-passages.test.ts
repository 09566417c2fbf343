import { describe, expect, it } from 'vitest'
import type { LinkedCase, LinkedPlace } from '@/lib/derive/linked-case'
import { findPlacePassages, listPassages } from '@/lib/derive/place-passages'
import type { CaseRecords } from '@/lib/schema/records'

/** A record with a passage of these words, about these places. */
const record = (id: string, exact: string, about: readonly string[] = [], more: object = {}) => ({
  id,
  about,
  passage: { source: 'report', exact },
  ...more,
})
const none = { claims: [], places: [], actors: [], quotations: [], statements: [], figures: [], events: [] }

function passagesOf(place: Partial<LinkedPlace>, records: Partial<Record<keyof typeof none, readonly object[]>>) {
  const found = findPlacePassages(
    { id: 'harbour', name: 'Northmark harbour', ...place } as LinkedPlace,
    { ...none, ...records } as unknown as LinkedCase,
  )
  return found.map(({ kind, id }) => `${kind} ${id}`)
}

describe('the passages of a source', () => {
  it('are those of all records that are taken from it, and of no other', () => {
    const of = (id: string) => [
      record(id, id),
      record(`${id} elsewhere`, id, [], { passage: { source: 'bulletin', exact: id } }),
      { id: `${id} without`, about: [] },
    ]
    const records = { events: of('e'), figures: of('f'), statements: of('s'), quotations: of('q') }
    expect(listPassages(records as unknown as CaseRecords, 'report').map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'quotation q',
      'statement s',
      'figure f',
      'event e',
    ])
  })
})

describe('what put a place on the map', () => {
  const drawn = {
    sizedBy: ['length'],
    rings: [
      { figure: 'zone', measures: 'radius' as const },
      { figure: 'length', measures: 'radius' as const },
    ],
  }
  const figures = [record('length', '12 km'), record('zone', '5 miles'), record('other', '7')]

  it('is what the case names for it, before all else', () => {
    const shownFor: NonNullable<LinkedPlace['shownFor']> = [
      { kind: 'statement', id: 'same' },
      { kind: 'event', id: 'same' },
      { kind: 'quotation', id: 'gone' },
    ]
    const records = {
      figures,
      events: [record('other', 'x'), record('same', 'x')],
      statements: [record('same', 'x')],
      quotations: [record('same', 'x')],
    }
    expect(passagesOf({ ...drawn, shownFor }, records)).toEqual(['statement same', 'event same'])
  })

  it('is else every figure that its mark or a ring is drawn by, once', () => {
    expect(passagesOf(drawn, { figures })).toEqual(['figure length', 'figure zone'])
    expect(passagesOf({ rings: drawn.rings.slice(0, 1) }, { figures })).toEqual(['figure zone'])
  })

  it('has no passage of a figure that was worked out', () => {
    expect(passagesOf({ sizedBy: ['sum'] }, { figures: [{ id: 'sum', about: [] }] })).toEqual([])
  })

  describe('where it is claimed', () => {
    const claims = [
      { id: 'other', by: 'south', declared: '2030-03-05' },
      { id: 'claim', by: 'north', declared: '2030-03-05' },
    ]
    const place = { id: 'harbour', claim: 'claim' }
    const more = { by: ['north'], date: '2030-03-05' }
    const events = [record('declared', 'declared it', ['harbour'], more), record('sung', 'sang', ['harbour'], more)]
    const counted = record('claimed', 'four areas', [], { by: 'north', event: 'declared' })

    it('is what was counted in the declaration, or else what happened there', () => {
      expect(passagesOf(place, { claims, places: [place], events, figures: [counted] })).toEqual(['figure claimed'])
      expect(passagesOf(place, { claims, places: [place], events })).toEqual(['event declared'])
    })

    it('is nothing of another’s claim, or of one that is gone', () => {
      expect(passagesOf({ claim: 'other' }, { claims, places: [place], events, figures: [counted] })).toEqual([])
      expect(passagesOf({ claim: 'gone' }, { claims, places: [place], events })).toEqual([])
    })
  })

  describe('where nothing draws or claims it', () => {
    const named = 'at Northmark harbour'

    it('is what names it of all that is about it: an event before a figure, a statement and a quotation', () => {
      const of = (id: string) => [record(id, named, ['harbour'])]
      const records = { events: of('e'), figures: of('f'), statements: of('s'), quotations: of('q') }
      expect(passagesOf({}, records)).toEqual(['event e'])
      expect(passagesOf({}, { ...records, events: [] })).toEqual(['figure f'])
      expect(passagesOf({}, { ...records, events: [], figures: [] })).toEqual(['statement s'])
      expect(passagesOf({}, { quotations: records.quotations })).toEqual(['quotation q'])
    })

    it('is rather what is about the fewest places', () => {
      const events = [record('wide', named, ['harbour', 'capital']), record('own', named, ['harbour'])]
      expect(passagesOf({}, { events })).toEqual(['event own'])
    })

    it('is what has any of its names', () => {
      const otherNames = [
        { text: 'Nordhavn', language: 'da' },
        { text: 'Port du Nord', language: 'fr' },
      ]
      expect(passagesOf({ otherNames }, { events: [record('e', 'au Port du Nord', ['harbour'])] })).toEqual(['event e'])
    })

    it('is not what only is about it, or names it and is about another, or has no words', () => {
      expect(passagesOf({}, { events: [record('e', 'at the quay', ['harbour'])] })).toEqual([])
      expect(passagesOf({}, { events: [record('e', named, ['capital'])] })).toEqual([])
      expect(passagesOf({}, { figures: [{ id: 'f', about: ['harbour'] }] })).toEqual([])
    })
  })
})

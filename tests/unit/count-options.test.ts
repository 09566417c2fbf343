import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseRecord, listRecords } from '@/lib/derive/case-records'
import { countOptions, type OptionFacet, optionFacets } from '@/lib/derive/count-options'
import type { RecordQuery } from '@/lib/derive/filter-records'
import { corroborations, figureStatuses, partsOfMap, recordKinds, withinUnit } from '@/lib/derive/record-filter'
import { countVisible, findVisible, placesFollow } from '@/lib/derive/visible-records'
import { createCaseStore } from '@/lib/server/case-store'
import { anyRecords, anySieve, anySieveOfThem, asking, openSieve } from './filter-kit'
import { layerIds } from './read-fixture'

/** The sieve with exactly this option of a facet, as a reader would have it by choosing. */
function choosing(query: RecordQuery, facet: OptionFacet, option: string): RecordQuery {
  const one = <T extends string>(values: readonly T[]) => values.filter((value) => value === option)
  const filter = {
    kind: { kinds: one(recordKinds) },
    speaker: { speakers: [option] },
    side: { sides: [option] },
    status: { statuses: one(figureStatuses) },
    wording: { wordings: one(corroborations) },
    place: { places: [option] },
    layer: {},
  }[facet]
  const hiddenLayers = facet === 'layer' ? layerIds.filter((id) => id !== option) : query.hiddenLayers
  return { ...query, hiddenLayers, filter: { ...query.filter, ...filter } }
}

function optionsOf(records: readonly CaseRecord[], facet: OptionFacet): readonly string[] {
  const fixed = { kind: recordKinds, status: figureStatuses, wording: corroborations, layer: layerIds }
  if (facet in fixed) return Object.entries(fixed).find(([name]) => name === facet)?.[1] ?? []
  const of = { speaker: 'speakers', side: 'sides', place: 'places' } as const
  const list = Object.entries(of).find(([name]) => name === facet)?.[1] ?? 'places'
  return [...new Set(records.flatMap((record) => record[list]))]
}

/** How many rows the lists have of what was asked for; places that only follow the statements are context. */
function listed(records: readonly CaseRecord[], query: RecordQuery): number {
  const { place, quotation, statement, figure, event } = findVisible(records, query)
  return quotation.size + statement.size + figure.size + event.size + (placesFollow(query.filter) ? 0 : place.size)
}

function expectCountsToMatch(records: readonly CaseRecord[], query: RecordQuery): void {
  const parts = { view: query.placesWithin, area: new Set(['p1', 'p3']), unit: new Set(['p2']) }
  const counts = countOptions(records, query, parts)
  for (const facet of optionFacets)
    for (const option of optionsOf(records, facet))
      expect(counts.of(facet, option), `${facet} ${option}`).toBe(listed(records, choosing(query, facet, option)))
  for (const part of partsOfMap) {
    const within = part === 'unit' ? withinUnit('UA-65') : part
    const only = { ...query, filter: { ...query.filter, within }, placesWithin: parts[part] }
    expect(counts.within[part], part).toBe(listed(records, only))
  }
}

async function committed() {
  const loaded = await createCaseStore(path.join(process.cwd(), 'data')).loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  return loaded.linked
}

describe('counts beside the options', () => {
  it('are the lengths of the lists when an option is chosen, whatever else is asked for', () => {
    fc.assert(fc.property(anyRecords, anySieveOfThem, expectCountsToMatch), { numRuns: 300 })
  })

  it('are so in the committed case', async () => {
    const linked = await committed()
    const records = listRecords(linked)
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    const names = { speakers: ids(linked.actors), sides: ids(linked.sides), places: ids(linked.places) }
    expectCountsToMatch(records, openSieve)
    const start = Date.UTC(2022, 8, 26)
    const predicates = anySieve(names).map((query) => ({
      ...query,
      // Days of the case rather than the kit's small numbers.
      time: query.time && { start: start + query.time.start * 21_600_000, end: start + query.time.end * 21_600_000 },
    }))
    fc.assert(
      fc.property(predicates, (query) => expectCountsToMatch(records, query)),
      { numRuns: 30 },
    )
  })

  it('say what the case has of each kind and wording before anything is asked for', async () => {
    const linked = await committed()
    const counts = countOptions(listRecords(linked), openSieve)
    expect(recordKinds.map((kind) => counts.of('kind', kind))).toEqual([
      linked.places.length,
      linked.quotations.length,
      linked.statements.length,
      linked.figures.length,
      linked.events.length,
    ])
    for (const wording of corroborations)
      expect(counts.of('wording', wording)).toBe(
        linked.quotations.filter(({ corroboration }) => corroboration.includes(wording)).length,
      )
  })

  it('do not shrink the facet that they stand in', () => {
    fc.assert(
      fc.property(anyRecords, anySieveOfThem, (records, query) => {
        const without = { ...query, filter: { ...query.filter, speakers: [] } }
        for (const option of optionsOf(records, 'speaker'))
          expect(countOptions(records, query).of('speaker', option)).toBe(
            countOptions(records, without).of('speaker', option),
          )
      }),
    )
  })
})

describe('places that follow', () => {
  it('count as records only where a place can be asked for', () => {
    expect(placesFollow(asking({}).filter)).toBe(false)
    expect(placesFollow(asking({ kinds: ['place', 'event'] }).filter)).toBe(false)
    expect(placesFollow(asking({ kinds: ['event'] }).filter)).toBe(true)
    expect(placesFollow(asking({ wordings: ['differs'] }).filter)).toBe(true)
    expect(placesFollow(asking({ wordings: ['differs'] }).filter, ['wording'])).toBe(false)
  })

  it('are those that shown statements are about', () => {
    fc.assert(
      fc.property(anyRecords, anySieveOfThem, (records, query) => {
        const shown = findVisible(records, query)
        expect(countVisible(shown, query.filter)).toBe(listed(records, query))
        if (!placesFollow(query.filter)) return
        const named = records.filter(({ kind, id }) => kind !== 'place' && shown[kind].has(id)).flatMap((r) => r.places)
        for (const place of shown.place) expect(named).toContain(place)
      }),
    )
  })
})

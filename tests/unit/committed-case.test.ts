import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import type { Corroboration } from '@/lib/derive/linked-case'
import { type LayerId, layerIds } from '@/lib/map/layer-table'
import { createCaseStore } from '@/lib/server/case-store'

const store = createCaseStore(path.join(process.cwd(), 'data'))

async function load() {
  const loaded = await store.loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  return loaded
}

/** Areas measured on the polygons as delivered, km² (shared vertices kept); within 0.1 %, whatever was simplified since. */
const measured = { 'UA-09': 26_227, 'UA-14': 26_521, 'UA-23': 27_006, 'UA-65': 26_108 }

/** Answers that must all be there: question, maker, value, as of when, how sure. */
const answers = [
  ['people-left', 'receiving-states', 220_000, '2022-10-02', 'official'],
  ['people-left', 'caseboard', 217_000, '2022-09-28', 'derived'],
  ['people-left', 'fsb', 261_000, '2022-10-02', 'unverified'],
  ['people-left', 'presidential-administration-source', 261_000, '2022-09-25', 'unverified'],
  ['magnitude-first', 'danish-and-swedish-seismologists', 2.3, '2022-09-26', 'measured'],
  ['magnitude-first', 'geus', 2.3, '2022-09-26', 'measured'],
  ['magnitude-first', 'snsn', 1.8, '2022-09-26', 'measured'],
  ['magnitude-second', 'danish-and-swedish-seismologists', 2.1, '2022-09-26', 'measured'],
  ['magnitude-second', 'geus', 2.1, '2022-09-26', 'measured'],
  ['magnitude-second', 'snsn', 2.3, '2022-09-26', 'measured'],
  ['queue-length', 'cnn', 40, '2022-10-02', 'unverified'],
  ['queue-length', 'cnn', 40, '2022-10-02', 'unverified'],
  ['queue-length', 'satellite-image-record', 16, '2022-09-25/2022-09-27', 'measured'],
  ['queue-length', 'queue-record', 20, '2022-09-26', 'unverified'],
  ['fought', 'independent-russian-media', [160_000, 190_000], '2022-10-02', 'unverified'],
] as const

describe('the October 2022 case as committed', () => {
  it('has nothing set aside', async () => {
    expect((await load()).linked.setAside).toEqual([])
  })

  it('has every quoted passage of the report', async () => {
    const { linked } = await load()
    expect(linked.quotations.filter(({ passage }) => passage.source === linked.source)).toHaveLength(25)
  })

  it('holds its report by sha-256, with selectors for every passage of it', async () => {
    const { linked } = await load()
    expect(linked.sources.find(({ id }) => id === linked.source)?.sha256).toMatch(/^[0-9a-f]{64}$/)
    for (const { passage } of [...linked.quotations, ...linked.figures, ...linked.events])
      if (passage?.source === linked.source) expect(passage.start).toBeTypeOf('number')
  })

  it('counts every quotation that a record has otherwise as differing, and no term as uncorroborated', async () => {
    const records = listRecords((await load()).linked)
    const { quotations } = (await load()).linked
    const ids = (wording: Corroboration) => records.filter((each) => each.wording.includes(wording)).map(({ id }) => id)
    expect(ids('differs')).toEqual(
      quotations.filter((each) => each.records.some(({ status }) => status === 'differs')).map(({ id }) => id),
    )
    for (const wording of ['differs', 'same-words'] as const) expect(ids(wording)).toContain('putin-negotiating-table')
    expect(ids('not-corroborated')).toHaveLength(11)
    expect(ids('not-corroborated')).not.toContain('partial-mobilization')
  })

  it('has every answer to what records disagree on, with who says so, for when and how sure', async () => {
    const { figures } = (await load()).linked
    const questions = new Set<string>(answers.map(([question]) => question))
    const found = figures
      .filter(({ question }) => questions.has(question))
      .map(({ question, maker, value, range, asOf, status }) => [question, maker, value ?? range, asOf, status])
    expect(found.toSorted()).toEqual([...answers].toSorted())
  })

  it('says of a figure that no record dates whose date it stands at', async () => {
    const { linked } = await load()
    const basis = new Map(linked.moments.flatMap((each) => (each.kind === 'figure' ? [[each.id, each.basis]] : [])))
    for (const id of ['area-luhansk', 'area-claimed', 'queue-40', 'boil-1-km', 'presidents-advised-3'])
      expect(basis.get(id), id).toBe('case')
    expect(basis.get('queue-40-original')).toBe('publication')
    expect(basis.get('queue-20')).toBe('record')
    // The report bears no date: a number of it that stands at the case's date has none of its own.
    for (const { id, asOf, passage } of linked.figures)
      if (passage?.source === linked.source && asOf === linked.asOf) expect(basis.get(id), id).toBe('case')
  })

  it('works out every derived figure from its inputs, by a formula that holds', async () => {
    const { figures } = (await load()).linked
    const derived = figures.filter(({ status }) => status === 'derived')
    expect(derived.length).toBeGreaterThan(0)
    for (const { formula = '', inputs = [], value } of derived) {
      const [terms = '', result = ''] = formula.replaceAll(',', '').split('=')
      const signed = [...terms.matchAll(/([+−]?) ?(\d+)/g)].map(
        ([, sign, number]) => Number(number) * (sign === '−' ? -1 : 1),
      )
      expect(signed.map(Math.abs)).toEqual(inputs.map((id) => figures.find((figure) => figure.id === id)?.value))
      expect(
        signed.reduce((sum, term) => sum + term, 0),
        formula,
      ).toBe(value)
      expect(Number(result), formula).toBe(value)
    }
  })

  it('has every layer of the table, and something in each', async () => {
    const { linked } = await load()
    expect(linked.layers.map(({ id }) => id)).toEqual(layerIds)
    expect(linked.layers.every(({ count }) => count > 0)).toBe(true)
  })

  it.each(Object.entries(measured))('measures %s as it should', async (id, areaKm2) => {
    const place = (await load()).linked.places.find((each) => each.id === id)
    expect(Math.abs((place?.measuredAreaKm2 ?? 0) / areaKm2 - 1)).toBeLessThan(0.001)
  })

  it('draws the queue 40 km long and the zone 5 nautical miles wide', async () => {
    const { layers } = await load()
    expect(String(layers.get('border-queue')?.body)).toContain('"caption":"40 km"')
    expect(String(layers.get('nord-stream-leaks')?.body)).toContain('"radiusKm":9.26')
  })

  it('dates what stands on the map before its number does', async () => {
    const { layers } = await load()
    const datesOf = (id: LayerId) => {
      const labels = layers.get(id)?.drawn.features.filter(({ properties }) => properties.part !== 'arc') ?? []
      return Object.fromEntries(labels.map(({ properties: { place, asOf } }) => [place, asOf]))
    }
    expect(datesOf('border-queue')).toEqual({ 'lars-queue-road': '2 Oct 2022' })
    expect(datesOf('departures')).toEqual({
      'departures-eu': '2 Oct 2022',
      'departures-georgia': '28 Sept 2022',
      'departures-kazakhstan': '27 Sept 2022',
    })
    expect(Object.values(datesOf('seismic-events'))).toEqual([undefined, undefined])
  })

  it('turns every crossing across its border', async () => {
    const { features } = JSON.parse(String((await load()).layers.get('border-crossings')?.body))
    for (const { properties } of features) expect(properties, properties.name).toHaveProperty('borderBearing')
  })
})

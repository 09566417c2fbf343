import path from 'node:path'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import type { Corroboration } from '@/lib/derive/linked-case'
import { nearestOnLines } from '@/lib/geo/along-line'
import { toVector } from '@/lib/geo/sphere'
import { readDrawn } from '@/lib/server/build-case'
import { createCaseStore } from '@/lib/server/case-store'
import { layerIds } from './read-fixture'

const store = createCaseStore(path.join(process.cwd(), 'data'))

async function load() {
  const loaded = await store.loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  return loaded
}

/** Areas measured on the polygons as delivered, km² (shared vertices kept); within 0.1 %, whatever was simplified since. */
const measured = { 'UA-09': 26_227, 'UA-14': 26_521, 'UA-23': 27_006, 'UA-65': 26_108 }

/** Answers that must all be there: question, maker, value, the days that it counts, how sure. */
const answers = [
  ['people-left', 'cnn', 220_000, undefined, 'compiled'],
  ['people-left', 'caseboard', 217_000, '2022-09-19/2022-09-27', 'derived'],
  ['people-left', 'fsb', 261_000, '2022-09-21/2022-09-24', 'unverified'],
  ['magnitude-first', 'geus', 2.3, '2022-09-26', 'measured'],
  ['magnitude-first', 'snsn', 1.8, '2022-09-26', 'measured'],
  ['magnitude-second', 'geus', 2.1, '2022-09-26', 'measured'],
  ['magnitude-second', 'snsn', 2.3, '2022-09-26', 'measured'],
  ['queue-length', 'cnn', 40, undefined, 'unverified'],
  ['queue-length', 'bbc-russian', 25, undefined, 'unverified'],
  ['queue-length', 'babel', 20, '2022-09-26', 'unverified'],
  ['queue-length', 'maxar', 16, '2022-09-25', 'measured'],
  ['queue-length', 'yandex-maps', 15, '2022-09-27', 'measured'],
  ['fought', 'independent-russian-media', [160_000, 190_000], undefined, 'unverified'],
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
    for (const { passage } of [...linked.quotations, ...linked.statements, ...linked.figures, ...linked.events])
      if (passage?.source === linked.source) expect(passage.start).toBeTypeOf('number')
  })

  it('counts every quotation that a record has otherwise as differing, and none that nobody compared as not found', async () => {
    const records = listRecords((await load()).linked)
    const { quotations } = (await load()).linked
    const ids = (wording: Corroboration) => records.filter((each) => each.wording.includes(wording)).map(({ id }) => id)
    expect(ids('differs')).toEqual(
      quotations.filter((each) => each.records.some(({ status }) => status === 'differs')).map(({ id }) => id),
    )
    for (const wording of ['differs', 'same-words'] as const) expect(ids(wording)).toContain('putin-negotiating-table')
    expect(ids('not-found')).toEqual([])
    expect(ids('not-compared')).toEqual([
      'volker-negotiate-a-deal',
      'hill-losing-momentum',
      'hill-gas-issue',
      'volker-this-winter',
      'hill-taking-command',
      'kortunov-terms',
      'hill-negotiate-with-me',
      'volker-france-germany',
    ])
  })

  it('has every answer to what records disagree on, with who says so, for when and how sure', async () => {
    const { figures } = (await load()).linked
    const questions = new Set<string>(answers.map(([question]) => question))
    const found = figures
      .filter(({ question }) => questions.has(question))
      .map(({ question, by, value, range, asOf, status }) => [question, by, value ?? range, asOf, status])
    expect(found.toSorted()).toEqual([...answers].toSorted())
  })

  it('says of a figure that no record dates whose date it stands at', async () => {
    const { linked } = await load()
    const { reported, updated } = linked
    expect(reported).toBe('2022-10-02')
    expect(updated > reported).toBe(true)
    const dated = new Map(linked.figures.map((each) => [each.id, each.dated]))
    for (const id of ['area-luhansk', 'area-claimed', 'queue-40', 'left-220000', 'presidents-advised-3'])
      expect(dated.get(id), id).toEqual({ date: reported, basis: 'case' })
    expect(dated.get('mobilised-300000')).toEqual({ date: '2022-09-21', basis: 'said' })
    expect(dated.get('boil-1-km')).toMatchObject({ date: '2022-09-27', basis: 'record' })
    expect(dated.get('queue-20')?.basis).toBe('record')
    // Nothing is dated to the day on which the case was brought up to date.
    for (const { id, date } of linked.moments) expect(date, id).not.toBe(updated)
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

  it('has each of its layers, and something in it', async () => {
    const { linked } = await load()
    expect(linked.layers.map(({ id }) => id)).toEqual(layerIds)
    expect(linked.layers.every(({ count }) => count > 0)).toBe(true)
  })

  it.each(Object.entries(measured))('measures %s as it should', async (id, areaKm2) => {
    const place = (await load()).linked.places.find((each) => each.id === id)
    expect(Math.abs((place?.measuredAreaKm2 ?? 0) / areaKm2 - 1)).toBeLessThan(0.001)
  })

  it('draws each length of the queue, and the zone 5 nautical miles wide', async () => {
    const { layers } = await load()
    const captions = readDrawn(layers.get('border-queue')).map(({ properties }) => properties.caption)
    expect([...new Set(captions)]).toEqual(['40 km', 'more than 25 km', 'more than 20 km', 'at least 16 km'])
    expect(String(layers.get('nord-stream-leaks')?.body)).toContain('"radiusKm":9.26')
  })

  it('writes under each number on the map its own days, or that it has none, and who says so', async () => {
    const { layers } = await load()
    const detailsOf = (id: string) => {
      const labels = readDrawn(layers.get(id)).filter(({ properties }) => properties.part === 'label')
      return Object.fromEntries(labels.map(({ properties: { place, detail } }) => [place, detail]))
    }
    expect(detailsOf('border-queue')).toEqual({
      'lars-queue-road': 'undated · CNN',
      'lars-queue-25': 'undated · BBC News Russian',
      'lars-queue-20': '26 Sept 2022 · Babel',
      'lars-queue-16': '25 Sept 2022 · Maxar Technologies',
    })
    expect(detailsOf('arrivals')).toEqual({
      'arrivals-eu': '19–25 Sept 2022 · Frontex',
      'arrivals-georgia': '21–27 Sept 2022 · Interior Ministry of Georgia',
      'arrivals-kazakhstan': '21–27 Sept 2022 · Interior Ministry of Kazakhstan',
    })
  })

  it('shows both networks’ reading of each shock', async () => {
    const shocks = readDrawn((await load()).layers.get('seismic-events'))
    const points = shocks.filter(({ properties }) => properties.part === 'point')
    expect(points.map(({ properties: { size, sizeLow, caption } }) => [size, sizeLow, caption])).toEqual([
      [2.3, 1.8, 'GEUS 2.3 · SNSN 1.8'],
      [2.3, 2.1, 'GEUS 2.1 · SNSN 2.3'],
    ])
  })

  it('turns every crossing across its border', async () => {
    const { features } = JSON.parse(String((await load()).layers.get('border-crossings')?.body))
    for (const { properties } of features)
      if (properties.part === 'point') expect(properties, properties.name).toHaveProperty('borderBearing')
  })

  it('has each published leak on its pipeline, and the pipelines at the accuracy that they say', async () => {
    const { linked, layers } = await load()
    const of = (id: string) => linked.places.filter(({ layer }) => layer === id)
    const [pipelines, leaks] = [of('nord-stream-pipelines'), of('nord-stream-leaks')]
    expect([pipelines.length, leaks.length]).toEqual([2, 4])
    const drawn: FeatureCollection = JSON.parse(String(layers.get('nord-stream-pipelines')?.body))
    const lines = drawn.features.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? [geometry.coordinates.map(([lng = 0, lat = 0]) => toVector([lng, lat]))] : [],
    )
    expect(lines).toHaveLength(2)
    for (const { name, anchor } of leaks) {
      const near = anchor === null ? null : nearestOnLines(anchor, lines)
      expect(near?.distanceKm, name).toBeLessThan(0.3)
    }
    // Some hundred points along 1,200 km: a line through a few would stray from the route by more than it says.
    for (const line of lines) expect(line.length).toBeGreaterThan(150)
    expect(pipelines.map(({ accuracyKm }) => accuracyKm)).toEqual([1, 1])
  })
})

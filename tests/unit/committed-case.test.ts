import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRecords } from '@/lib/derive/case-records'
import type { Corroboration } from '@/lib/derive/linked-case'
import { layerIds } from '@/lib/map/layer-table'
import { createCaseStore } from '@/lib/server/case-store'

const store = createCaseStore(path.join(process.cwd(), 'data'))

async function load() {
  const loaded = await store.loadCase('2022-10-annexation')
  if (loaded === null) throw new Error('the committed case cannot be read')
  return loaded
}

/** Areas measured on the polygons as delivered, km² (shared vertices kept); within 0.1 %, whatever was simplified since. */
const measured = { 'UA-09': 26_227, 'UA-14': 26_521, 'UA-23': 27_006, 'UA-65': 26_108 }

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

  it('turns every crossing across its border', async () => {
    const { features } = JSON.parse(String((await load()).layers.get('border-crossings')?.body))
    for (const { properties } of features) expect(properties, properties.name).toHaveProperty('borderBearing')
  })
})

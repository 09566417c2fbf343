import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listRecords } from '@/lib/derive/case-records'
import { exportFeatures, writeCsv } from '@/lib/derive/export-features'
import { columnsOf, exportColumns, exportRecords } from '@/lib/derive/export-records'
import { noFilter } from '@/lib/derive/record-filter'
import { findVisible } from '@/lib/derive/visible-records'
import { linkRows, type Properties, row } from '../row-kit'

/** The rows of a case as they go out: as a table, read again, and as features. */
function send(features: readonly unknown[], design: Properties = {}) {
  const { linked } = linkRows(features, design)
  const records = listRecords(linked)
  const shown = findVisible(records, { filter: noFilter, time: null, hiddenLayers: [], placesWithin: null })
  const exported = exportRecords(
    linked,
    records,
    shown,
    (kind, id) => `https://board.example/?${kind}=${id}`,
    () => '',
  )
  const rows = exported.filter(({ row: { layers } }) => layers === 'incidents')
  const csv = writeCsv(
    exported.map((each) => each.row),
    columnsOf(exported),
  )
  const table = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
  const shapes = { type: 'FeatureCollection' as const, features: [] }
  const collection = exportFeatures(linked, exported, shapes, 'OSM')
  return {
    rows,
    columns: columnsOf(exported),
    table: table.filter(({ layers }) => layers === 'incidents'),
    features: collection.features.filter(({ properties }) => properties.layers === 'incidents'),
  }
}

describe('rows on their way out', () => {
  const features = [
    row({ name: 'a', date: '2030-03-01', category: 'Fire', count: -3 }),
    row({ name: 'b', reporter: '=cmd()' }, { geometry: null }),
  ]

  it('have a column for each field, after those of every record', () => {
    const { columns, table } = send(features)
    expect(columns).toEqual([...exportColumns, 'field_category', 'field_count', 'field_reporter'])
    expect(table[0]).toMatchObject({ words: 'a', when: '2030-03-01', when_basis: 'record', field_category: 'Fire' })
    expect(table[0]).toMatchObject({ field_count: '-3', field_reporter: '', start_utc: '2030-03-01T00:00:00.000Z' })
  })

  it('cannot be run as formulas, neither a field nor its name', () => {
    expect(send(features).table[1]).toMatchObject({ field_reporter: "'=cmd()" })
    expect(send([row({ name: 'a', '=1+1': 'x' })]).columns.at(-1)).toBe('field_=1+1')
  })

  it('carry only those that their layer lists', () => {
    const fields = [{ property: 'count', label: 'Dead' }]
    expect(send(features, { fields }).columns.slice(exportColumns.length)).toEqual(['field_count'])
  })

  it('are features with the same columns, and without geometry where they have none', () => {
    const { features: sent } = send(features)
    expect(sent[1]).toMatchObject({ geometry: null, properties: { field_reporter: '=cmd()', field_category: null } })
  })

  it('bring back every field, whatever it is', () => {
    const key = fc.string({ minLength: 1, maxLength: 30 }).map((each) => `own ${each}`)
    const value = fc.oneof(
      fc.string({ maxLength: 60 }).filter((text) => text.trim() !== ''),
      fc.integer(),
      fc.boolean(),
    )
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 8 }), (given) => {
        const { features: sent, table } = send([row({ ...given, name: 'a' })])
        for (const [name, held] of Object.entries(given)) {
          expect(sent[0]?.properties[`field_${name}`]).toBe(held)
          expect(table[0]?.[`field_${name}`]?.replace(/^'/, '')).toBe(String(held).replace(/^'/, ''))
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

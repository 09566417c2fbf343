import { booleanClockwise } from '@turf/turf'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { listRecords } from '@/lib/derive/case-records'
import { exportPlaces, type PlaceShapes } from '@/lib/derive/export-places'
import { exportColumns, exportRows } from '@/lib/derive/export-rows'
import { noFilter, type RecordFilter } from '@/lib/derive/record-filter'
import { findShown } from '@/lib/derive/shown-records'
import { writeCsv } from '@/lib/derive/write-csv'
import { layerIds } from '@/lib/map/layer-table'
import { createCaseStore, type LoadedCase } from '@/lib/server/case-store'

let loaded: LoadedCase
let shapes: PlaceShapes

beforeAll(async () => {
  const found = await createCaseStore('data').loadCase('2022-10-annexation')
  if (found === null) throw new Error('the committed case is gone')
  loaded = found
  shapes = JSON.parse(String(found.shapes.body))
})

function show(filter: Partial<RecordFilter>) {
  const records = listRecords(loaded.linked)
  const sieve = { filter: { ...noFilter, ...filter }, time: null, visibleLayers: layerIds, placesInView: null }
  return { records, shown: findShown(records, sieve) }
}

function table(filter: Partial<RecordFilter>): Record<string, string>[] {
  const { records, shown } = show(filter)
  const csv = writeCsv(exportRows(loaded.linked, records, shown, (kind, id) => `https://board.example/?${kind}=${id}`))
  return z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
}

describe('records as CSV', () => {
  it('are all there, with the columns in their order', () => {
    const rows = table({})
    const { places, quotations, figures, events } = loaded.linked
    expect(rows).toHaveLength(places.length + quotations.length + figures.length + events.length)
    expect(Object.keys(rows[0] ?? {})).toEqual([...exportColumns])
  })

  it('are those that the filter lets through', () => {
    const filter = { sides: ['russia'], kinds: ['quotation', 'figure'] } as const
    const { shown } = show(filter)
    const rows = table(filter)
    expect(rows.filter(({ kind }) => kind === 'quotation').map(({ id }) => id)).toEqual([...shown.quotation])
    expect(rows.filter(({ kind }) => kind === 'figure').map(({ id }) => id)).toEqual([...shown.figure])
    expect(rows.every(({ kind, side }) => kind === 'place' || side === 'Russia')).toBe(true)
  })

  it('have each fact in its own cell', () => {
    const rows = table({})
    expect(rows.find(({ id }) => id === 'putin-forever')).toMatchObject({
      words: 'forever',
      who: 'Vladimir Putin',
      when: '2022-09-30',
      when_basis: 'record',
      start_utc: '2022-09-30T00:00:00.000Z',
      end_utc: '2022-10-01T00:00:00.000Z',
      place_ids: expect.stringContaining('UA-09; UA-14'),
      position_start: '392',
      position_end: '399',
      corroboration: 'same-words',
      link: 'https://board.example/?quotation=putin-forever',
    })
    expect(rows.find(({ id }) => id === 'left-220000')).toMatchObject({ value: '220000', low: '', unit: 'people' })
    expect(rows.find(({ id }) => id === 'UA-65')).toMatchObject({ kind: 'place', end_utc: '', who: '' })
  })

  it('cannot be run as formulas, and survive commas, quotation marks and line ends', () => {
    const run = ['=1+1', '+1', '-1', '@x', '\tx', '\r=1', '\n=1', '=HYPERLINK("x")\nfoo', '＝1+1', '-1, "a"\r\n=b']
    const plain = ['a, "b"\nc', 'a\n=1+1', 'Київ', '1-2']
    const csv = writeCsv([...run, ...plain].map((text) => ({ words: text })))
    const rows = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
    expect(rows.map((row) => row.words)).toEqual([...run.map((text) => `'${text}`), ...plain])
  })

  it('keep their numbers as numbers, negative ones too', () => {
    const csv = writeCsv([{ value: -5, low: -30.5, high: 0, words: '-5' }])
    const [row] = z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }))
    expect(row).toMatchObject({ value: '-5', low: '-30.5', high: '0', words: "'-5" })
  })
})

describe('places as GeoJSON', () => {
  const places = (filter: Partial<RecordFilter>) => {
    const { shown } = show(filter)
    return { shown, ...exportPlaces(loaded.linked, shapes, shown, 'OSM', (id) => `/?place=${id}`) }
  }

  it('are those that are shown, with the records shown about them', () => {
    const { features, shown } = places({ sides: ['russia'] })
    expect(features.map(({ id }) => id).sort()).toEqual([...shown.place].sort())
    expect(features.length).toBeLessThan(loaded.linked.places.length)
    const named = features.flatMap(({ properties }) => z.array(z.string()).parse(properties?.quotations))
    expect(named.length).toBeGreaterThan(0)
    expect(named.every((id) => shown.quotation.has(id))).toBe(true)
  })

  it('have their own geometry, no crs, the right-hand rule and boxes around it', () => {
    const collection = places({})
    expect(collection).not.toHaveProperty('crs')
    const [west = 0, south = 0, east = 0, north = 0] = collection.bbox ?? []
    for (const { geometry, bbox } of collection.features) {
      if (geometry.type === 'Polygon')
        expect(geometry.coordinates.map((ring) => booleanClockwise(ring))).toEqual(
          geometry.coordinates.map((_, index) => index > 0),
        )
      if (bbox === undefined) continue
      expect(bbox[0] >= west && bbox[1] >= south && (bbox[2] ?? 0) <= east && (bbox[3] ?? 0) <= north).toBe(true)
    }
    const queue = collection.features.find(({ id }) => id === 'lars-queue-road')
    expect(queue?.geometry).toMatchObject({ type: 'LineString', coordinates: { length: 9 } })
  })

  it('have no box where there are none', () => {
    expect(places({ speakers: ['nobody'] })).toMatchObject({ features: [] })
    expect(places({ speakers: ['nobody'] })).not.toHaveProperty('bbox')
  })
})
